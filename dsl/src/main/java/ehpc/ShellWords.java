package ehpc;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns values into words of a POSIX shell, quoted so that every character stands for itself. */
final class ShellWords {

    private ShellWords() {}

    /** One quoted word for a value, one for each element of a list. */
    static List<String> of(Object value) {
        if (value instanceof Iterable<?> many && !(value instanceof java.nio.file.Path)) {
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
        if (value instanceof Map || value instanceof Iterable && !(value instanceof java.nio.file.Path)) {
            throw new InputException("a value in a command must be a text, a number or a flat list of these");
        }
        return quote(value.toString());
    }

    /** The text in single quotes, which no shell looks into. */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InputException("a value in a command must not hold a NUL character");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
