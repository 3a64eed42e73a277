package ehpc.repl.internal.shell;

import ehpc.connect.ConnectionOptions;
import ehpc.repl.internal.terminal.Console;

/**
 * How a shell is to begin.
 *
 * @param console the terminal
 * @param account the account
 * @param settings what is set before the user sets anything
 * @param version what the banner tells of the program
 * @param quiet whether there is no banner
 * @param startupFile whether the start-up file is run
 */
public record ShellConfig(
        Console console,
        ConnectionOptions account,
        Settings settings,
        String version,
        boolean quiet,
        boolean startupFile) {}
