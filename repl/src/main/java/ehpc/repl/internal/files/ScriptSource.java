package ehpc.repl.internal.files;

import ehpc.repl.internal.failure.UsageException;
import ehpc.script.CompiledScript;
import ehpc.script.ScriptCache;
import ehpc.script.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The text of a script.
 *
 * @param name its name in messages
 * @param text the text
 */
public record ScriptSource(String name, String text) {

    /** Returns the script of {@code -e}. */
    public static ScriptSource lines(List<String> lines) {
        return new ScriptSource("-e", String.join("\n", lines));
    }

    /** Returns the script in a file. */
    public static ScriptSource file(String name) {
        return new ScriptSource(name, new TextFile("script", name).read());
    }

    /** Returns the script on standard input, read to its end. */
    public static ScriptSource input(InputStream in) {
        try {
            return new ScriptSource("stdin", new TextFile("script", "stdin").decoded(in.readAllBytes()));
        } catch (IOException e) {
            throw new UsageException("standard input cannot be read: " + e.getMessage());
        }
    }

    /** Returns the same text under another name in messages. */
    public ScriptSource named(String other) {
        return new ScriptSource(other, text);
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /**
     * Returns this script if it is not blank: a check of no text would always pass, and most often means that the text got lost.
     *
     * @throws UsageException if it is blank
     */
    public ScriptSource filled() {
        if (isBlank()) {
            String subject = switch (name) {
                case "-e" -> "-e";
                case "stdin" -> "standard input";
                default -> "script '" + name + "'";
            };
            throw new UsageException(subject + " must have a statement, is empty");
        }
        return this;
    }

    /** Compiles the script, or reads it from the user's cache. */
    public CompiledScript compiled(Map<String, String> env) {
        return Directories.cache(env)
                .map(cache -> Scripts.compile(name, text, ScriptCache.in(cache.resolve("scripts"))))
                .orElseGet(() -> Scripts.compile(name, text));
    }
}
