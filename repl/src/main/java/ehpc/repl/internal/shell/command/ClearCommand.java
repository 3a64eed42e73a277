package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;

/** {@code /clear}. */
final class ClearCommand implements ShellCommand {

    @Override
    public String name() {
        return "clear";
    }

    @Override
    public String form() {
        return "/clear";
    }

    @Override
    public String help() {
        return "Empties the screen.";
    }

    @Override
    public void run(Shell shell, String argument) {
        Choices.none(this, argument);
        shell.clear();
    }
}
