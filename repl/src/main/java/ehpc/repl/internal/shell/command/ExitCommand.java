package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;

/** {@code /exit}. */
final class ExitCommand implements ShellCommand {

    @Override
    public String name() {
        return "exit";
    }

    @Override
    public String form() {
        return "/exit";
    }

    @Override
    public String help() {
        return "Ends the shell, as Ctrl-D does.";
    }

    @Override
    public void run(Shell shell, String argument) {
        Choices.none(this, argument);
        shell.leave();
    }
}
