package ehpc;

import java.io.File;
import java.lang.reflect.Array;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns values into words of a POSIX shell, quoted so that every character stands for itself. */
final class ShellWords {

    private ShellWords() {}

    /** One quoted word for a value, one for each element of a list. */
    static List<String> of(Object value) {
        if (value instanceof Iterable<?> many && !(value instanceof Path)) {
            List<String> words = new ArrayList<>();
            many.forEach(one -> words.add(word(one)));
            return words;
        }
        if (value != null && value.getClass().isArray()) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                words.add(word(Array.get(value, i)));
            }
            return words;
        }
        return List.of(word(value));
    }

    private static String word(Object value) {
        if (value == null) {
            throw new InputException("a value in a command must not be null");
        }
        if (value instanceof Secret secret) {
            throw new InputException("secret '" + secret.name() + "' must not be put into a command");
        }
        if (!isPlain(value)) {
            throw new InputException(
                    "a value in a command must be a text, a number, a path, a node or a flat list of these," + " is a "
                            + value.getClass().getSimpleName());
        }
        return quote(value.toString());
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Node
                || value instanceof Path
                || value instanceof File
                || value instanceof URI
                || value instanceof URL
                || value instanceof UUID
                || value instanceof TemporalAccessor;
    }

    /** The text in single quotes, which no shell looks into. */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InputException("a value in a command must not hold a NUL character");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
