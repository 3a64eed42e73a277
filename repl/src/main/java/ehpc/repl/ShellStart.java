package ehpc.repl;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.shell.Settings;
import ehpc.repl.internal.shell.ShellConfig;
import ehpc.repl.internal.shell.ShellLoop;
import ehpc.repl.internal.shell.command.StandardCommands;
import ehpc.repl.internal.shell.line.Inputs;

/** {@code ehpc} without a command: the shell on a terminal, otherwise a script from standard input. */
final class ShellStart implements Subcommand {

    private final boolean startupFile;

    /**
     * @param startupFile whether the shell runs the start-up file
     */
    ShellStart(boolean startupFile) {
        this.startupFile = startupFile;
    }

    @Override
    public int execute(Invocation invocation) {
        Options options = invocation.options();
        boolean terminal = invocation.console().terminals().input();
        if (!terminal || !options.input()) {
            return RunCommand.plain().execute(invocation);
        }
        if (options.deadline().isPresent()) {
            throw new UsageException(Options.DEADLINE + " must be given with a script or a command, not for the shell");
        }
        Settings settings =
                new Settings(options.output().orElse(Format.TEXT), options.color(), options.debug(), options.trace());
        settings.confirmed(options.yes());
        Connecting.hideAccount(invocation.console());
        return ShellLoop.run(
                new ShellConfig(
                        invocation.console(),
                        Connecting.announced(options, invocation.console()),
                        settings,
                        Version.number(),
                        invocation.console().isQuiet(),
                        startupFile,
                        options.journal(),
                        options.marker()),
                StandardCommands.all(),
                Inputs::open);
    }
}
