package ehpc.command;

import ehpc.api.InputException;
import ehpc.api.Secret;
import ehpc.node.Node;
import java.io.File;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Converts values to words of a POSIX shell, quoted so that every character is literal. */
final class ShellWords {

    /** Numbers with more zeros are written with an exponent, for readability. */
    private static final int MOST_ZEROS = 400;

    private ShellWords() {}

    /** Returns whether a value becomes several words. */
    static boolean isList(Object value) {
        boolean array =
                value != null && value.getClass().isArray() && !(value instanceof char[]) && !(value instanceof byte[]);
        return array || value instanceof Iterable<?> && !(value instanceof Path);
    }

    /** Returns whether a value is a number of a JDK type, or a list of such: no shell can run anything in it. */
    static boolean isNumber(Object value) {
        return value instanceof List<?> many
                ? many.stream().allMatch(ShellWords::isNumber)
                : value instanceof Number && value.getClass().getName().startsWith("java.");
    }

    /** Returns the texts for a value or for the elements of a list. */
    static List<String> of(Object value) {
        if (!(value instanceof List<?> many)) {
            return List.of(text(value));
        }
        List<String> texts = many.stream().map(ShellWords::text).toList();
        if (texts.isEmpty()) {
            throw new InputException(
                    "a list in a command must not be empty, as this would change the meaning of the command;"
                            + " write ${... ?: raw('')} to insert no word");
        }
        return texts;
    }

    /** Returns the elements of a list or array. */
    static List<Object> elements(Object list) {
        List<Object> elements = new ArrayList<>();
        if (list instanceof Iterable<?> many) {
            many.forEach(elements::add);
        } else {
            for (int i = 0; i < Array.getLength(list); i++) {
                elements.add(Array.get(list, i));
            }
        }
        return elements;
    }

    private static String text(Object value) {
        if (value == null) {
            throw new InputException("a value in a command must not be null");
        }
        if (value instanceof Secret secret) {
            throw new InputException("secret '" + secret.name() + "' must not be put into a command");
        }
        if (!isPlain(value)) {
            throw new InputException(
                    "a value in a command must be a text, a number, a path, a node or a flat list of these, is a "
                            + kind(value));
        }
        if (value instanceof Node node) {
            return node.name();
        }
        return value instanceof Number number ? digits(number) : value.toString();
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

    private static String kind(Object value) {
        return value instanceof Map ? "map" : value.getClass().getSimpleName();
    }

    /** Returns a number in digits and a point, in every locale, without an exponent. */
    private static String digits(Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new InputException("a number in a command must be finite, is " + number);
            }
            return new BigDecimal(number.toString()).toPlainString();
        }
        boolean writable = number instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= MOST_ZEROS;
        return writable ? ((BigDecimal) number).toPlainString() : number.toString();
    }

    /** Returns whether the text has an unpaired surrogate, which has no UTF-8 form. */
    static boolean loneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Returns the text in single quotes, in which no shell expands anything. */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InputException("a value in a command must not contain a NUL character");
        }
        if (loneSurrogate(text)) {
            throw new InputException("a value in a command must be valid Unicode, contains half of a surrogate pair");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
