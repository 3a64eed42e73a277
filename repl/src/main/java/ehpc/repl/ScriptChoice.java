package ehpc.repl;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.terminal.Console;
import ehpc.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The script of a command line, and its arguments.
 *
 * @param text the lines of the script; empty for a file or standard input
 * @param operands the script's file, unless its text is given, and its arguments
 */
record ScriptChoice(List<String> text, List<String> operands) {

    boolean isEmpty() {
        return text.isEmpty() && operands.isEmpty();
    }

    List<String> args() {
        return text.isEmpty() && !operands.isEmpty() ? operands.subList(1, operands.size()) : operands;
    }

    /**
     * Returns the script.
     *
     * @throws UsageException if it cannot be read, or is empty
     */
    ScriptSource source(Invocation invocation) {
        return operands.isEmpty() && text.isEmpty()
                ? unnamed(invocation.console())
                : named(invocation).filled();
    }

    private ScriptSource named(Invocation invocation) {
        if (!text.isEmpty()) {
            return ScriptSource.lines(text);
        }
        String file = operands.get(0);
        if (file.equals("-")) {
            return ScriptSource.input(invocation.console().in());
        }
        if (invocation.words().runImplied() && looksLikeCommand(file)) {
            var commands = invocation.commands().getSubcommands().keySet();
            throw new UsageException("command or script '" + file + "' not found" + Nearest.hint(file, commands));
        }
        return ScriptSource.file(file);
    }

    private static boolean looksLikeCommand(String word) {
        return word.matches("[A-Za-z][A-Za-z-]*") && !Files.exists(Path.of(word));
    }

    /**
     * Returns the script on standard input, if none is given.
     *
     * @throws UsageException if standard input has none
     */
    static ScriptSource unnamed(Console console) {
        ScriptSource source = ScriptSource.input(console.in());
        if (source.isBlank()) {
            throw new UsageException("a script must be given: FILE, -e TEXT or standard input; see ehpc --help");
        }
        return source;
    }

    /** Returns the file of the script; empty if it has another source. */
    Optional<Path> file() {
        boolean named =
                text.isEmpty() && !operands.isEmpty() && !operands.get(0).equals("-");
        return named ? Optional.of(Path.of(operands.get(0))) : Optional.empty();
    }
}
