package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.Suggestions;

/** {@code /debug}. */
final class DebugCommand implements ShellCommand {

    @Override
    public String name() {
        return "debug";
    }

    @Override
    public String form() {
        return "/debug on | off";
    }

    @Override
    public String help() {
        return "Shows the stack trace of an error.";
    }

    @Override
    public void run(Shell shell, String argument) {
        if (!argument.isEmpty()) {
            shell.settings().debug(Choices.on("debug", argument));
        }
        shell.note("debug is " + Choices.said(shell.settings().debug()));
    }

    @Override
    public Suggestions complete(Shell shell, String argument) {
        return Choices.suggest(argument, Choices.ON_OFF);
    }
}
