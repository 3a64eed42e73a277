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
 * @param name how messages call it
 * @param text what it says
 */
public record ScriptSource(String name, String text) {

    /** Returns the lines that {@code -e} gives. */
    public static ScriptSource lines(List<String> lines) {
        return new ScriptSource("-e", String.join("\n", lines));
    }

    /** Returns a file's. */
    public static ScriptSource file(String name) {
        return new ScriptSource(name, new TextFile("script", name).read());
    }

    /** What comes on standard input, to its end. */
    public static ScriptSource input(InputStream in) {
        try {
            return new ScriptSource("stdin", new TextFile("script", "stdin").decoded(in.readAllBytes()));
        } catch (IOException e) {
            throw new UsageException("standard input cannot be read: " + e.getMessage());
        }
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /**
     * Returns the same, where it must not be empty: a check of no text passes always, and is most often one of a text that went missing.
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

    /** Compiles it, or takes it from the cache of its user. */
    public CompiledScript compiled(Map<String, String> env) {
        return Directories.cache(env)
                .map(cache -> Scripts.compile(name, text, ScriptCache.in(cache.resolve("scripts"))))
                .orElseGet(() -> Scripts.compile(name, text));
    }
}
