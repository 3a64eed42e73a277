package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.Suggestions;

/** {@code /load}. */
final class LoadCommand implements ShellCommand {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String form() {
        return "/load FILE";
    }

    @Override
    public String help() {
        return "Runs a script as one entry; what it declares at its top is there afterwards.";
    }

    @Override
    public void run(Shell shell, String argument) {
        shell.run(ScriptSource.file(
                FileNames.path(argument, shell.console().env()).toString()));
    }

    @Override
    public Suggestions complete(Shell shell, String argument) {
        return FileNames.suggest(argument, shell.console().env(), ".ehpc");
    }
}
