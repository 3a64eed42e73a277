package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.PrivateFile;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /edit}. */
final class EditCommand {

    static void run(Shell shell) throws IOException {
        String before = last(shell);
        Path file = PrivateFile.temporary(before.isEmpty() ? "" : before + "\n", ".ehpc");
        try {
            edit(shell, file);
            String after = ScriptSource.file(file.toString()).text().strip();
            if (after.isEmpty() || after.equals(before)) {
                shell.note("the text is " + (after.isEmpty() ? "empty" : "unchanged") + "; nothing was run");
                return;
            }
            after.lines().forEach(shell::note);
            shell.enter(after);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Returns the last line of the history that is not a command; failed entries are often edited. */
    private static String last(Shell shell) {
        List<String> history = shell.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            if (!ShellCommands.isCommand(history.get(i))) {
                return history.get(i).strip();
            }
        }
        return "";
    }

    private static void edit(Shell shell, Path file) {
        String editor = editor(shell.console().env());
        int code;
        try {
            // The variable may contain options, such as 'code --wait'.
            code = shell.launch(List.of("sh", "-c", editor + " \"$1\"", "ehpc", file.toString()));
        } catch (IOException e) {
            throw new UsageException("editor '" + editor + "' cannot be started: " + e.getMessage());
        }
        if (code != 0) {
            throw new UsageException("editor '" + editor + "' ended with exit code " + code + "; nothing was run");
        }
    }

    private static String editor(Map<String, String> env) {
        Optional<String> editor = Stream.of("VISUAL", "EDITOR")
                .map(name -> env.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
        return editor.orElseThrow(
                () -> new UsageException("no editor is set; set VISUAL or EDITOR, such as EDITOR=vi"));
    }
}
