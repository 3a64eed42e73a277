package ehpc.repl.internal.files;

import ehpc.repl.internal.failure.UsageException;
import ehpc.script.CompiledScript;
import ehpc.script.ScriptCache;
import ehpc.script.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text of a script.
 *
 * @param name how messages call it
 * @param text what it says
 */
public record ScriptSource(String name, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Returns the lines that {@code -e} gives. */
    public static ScriptSource lines(List<String> lines) {
        return new ScriptSource("-e", String.join("\n", lines));
    }

    /** Returns a file's. */
    public static ScriptSource file(String name) {
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new UsageException("script '" + name + "' must be a file, is a directory");
        }
        try {
            return new ScriptSource(name, decoded(name, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            String pattern = name.matches(".*[*?\\[].*") ? ": no file matches" : "";
            throw new UsageException("script '" + name + "' not found" + pattern);
        } catch (AccessDeniedException e) {
            throw new UsageException("script '" + name + "' cannot be read: permission denied");
        } catch (IOException e) {
            throw new UsageException("script '" + name + "' cannot be read: " + e.getMessage());
        }
    }

    /** What comes on standard input, to its end. */
    public static ScriptSource input(InputStream in) {
        try {
            return new ScriptSource("stdin", decoded("stdin", in.readAllBytes()));
        } catch (IOException e) {
            throw new UsageException("standard input cannot be read: " + e.getMessage());
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("script '" + name + "' must be the name of a file: " + e.getReason());
        }
    }

    private static String decoded(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(from).toString();
            int nul = text.indexOf('\0');
            if (nul >= 0) {
                throw new UsageException(
                        "script '" + name + "' must be text, line " + line(text.substring(0, nul)) + " has a NUL byte");
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, from.position(), StandardCharsets.UTF_8);
            String wrong = String.format(Locale.ROOT, "0x%02x", bytes[from.position()]);
            throw new UsageException(
                    "script '" + name + "' must be UTF-8 text, byte " + wrong + " in line " + line(before) + " is not");
        }
    }

    private static long line(String before) {
        return 1 + before.chars().filter(c -> c == '\n').count();
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
