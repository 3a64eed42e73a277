package ehpc.repl.internal.shell;

import ehpc.connect.ConnectionOptions;
import ehpc.repl.internal.terminal.Console;

/**
 * The configuration of a shell.
 *
 * @param console the streams
 * @param account the account
 * @param settings the initial settings
 * @param version the version of the program, for the banner
 * @param quiet whether the banner is left out
 * @param startupFile whether the start-up file is run
 * @param journaled whether entries have a journal
 * @param marked whether commands get a marker
 */
public record ShellConfig(
        Console console,
        ConnectionOptions account,
        Settings settings,
        String version,
        boolean quiet,
        boolean startupFile,
        boolean journaled,
        boolean marked) {}
