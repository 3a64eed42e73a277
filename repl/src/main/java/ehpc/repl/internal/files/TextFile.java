package ehpc.repl.internal.files;

import ehpc.repl.internal.failure.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of UTF-8 text, named on the command line.
 *
 * @param kind the noun for its content, such as {@code script}
 * @param name its name, as given
 */
public record TextFile(String kind, String name) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Returns its text, without a byte order mark.
     *
     * @throws UsageException if it cannot be read or is no text
     */
    public String read() {
        Path file = path();
        if (Files.isDirectory(file)) {
            throw new UsageException(this + " must be a file, is a directory");
        }
        try {
            return decoded(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            String pattern = name.matches(".*[*?\\[].*") ? ": no file matches" : "";
            throw new UsageException(this + " not found" + pattern);
        } catch (AccessDeniedException e) {
            throw new UsageException(this + " cannot be read: permission denied");
        } catch (IOException e) {
            throw new UsageException(this + " cannot be read: " + e.getMessage());
        }
    }

    String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(from).toString();
            int nul = text.indexOf('\0');
            if (nul >= 0) {
                throw new UsageException(
                        this + " must be text, line " + line(text.substring(0, nul)) + " has a NUL byte");
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, from.position(), StandardCharsets.UTF_8);
            String wrong = String.format(Locale.ROOT, "0x%02x", bytes[from.position()]);
            throw new UsageException(
                    this + " must be UTF-8 text, byte " + wrong + " in line " + line(before) + " is not");
        }
    }

    private Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException(this + " must be the name of a file: " + e.getReason());
        }
    }

    private static long line(String before) {
        return 1 + before.chars().filter(c -> c == '\n').count();
    }

    @Override
    public String toString() {
        return kind + " '" + name + "'";
    }
}
