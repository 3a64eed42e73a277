package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.PrivateFile;
import ehpc.repl.internal.shell.HistoryItem;
import ehpc.repl.internal.shell.Shell;
import ehpc.script.ScriptException;
import ehpc.script.ScriptProblem;
import ehpc.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code /save}. */
final class SaveCommand {

    static void run(Shell shell, String argument) {
        Path file = FileNames.path(argument, shell.console().env());
        List<HistoryItem> entries = shell.entries();
        if (entries.isEmpty()) {
            throw new UsageException("no entry has succeeded yet; nothing was saved");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("'" + argument + "' must be a file, is a directory");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory)) {
            throw new UsageException("directory '" + directory + "' not found");
        }
        if (Files.exists(file) && !shell.confirm(argument + " already exists; replace it?")) {
            shell.note("not saved");
            return;
        }
        String script = SavedScript.of(entries);
        try {
            PrivateFile.write(file, script);
        } catch (IOException e) {
            throw new UsageException("'" + argument + "' cannot be written: " + e.getMessage());
        }
        shell.note(entries.size() + (entries.size() == 1 ? " entry" : " entries") + " saved in " + argument);
        check(shell, argument, script);
    }

    /** Reports names without a meaning in a script, such as {@code _}, now rather than when it runs. */
    private static void check(Shell shell, String name, String script) {
        try {
            Scripts.compile(name, script);
        } catch (ScriptException e) {
            shell.note("it has these problems as a script:");
            e.problems().stream().map(ScriptProblem::format).forEach(shell::note);
        }
    }
}
