package ehpc.repl.internal.render;

import ehpc.text.VisibleText;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of an answer as one line of text. */
public final class Printable {

    private Printable() {}

    /** Returns whether a value is a text, number, boolean, null, or a list of these. */
    public static boolean isScalar(Object value) {
        return !(value instanceof Map)
                && (!(value instanceof Collection<?> many) || many.stream().noneMatch(Printable::isNested));
    }

    private static boolean isNested(Object value) {
        return value instanceof Map || value instanceof Collection;
    }

    /** Returns the value in one line, with control characters escaped. */
    public static String line(Object value) {
        return VisibleText.line(text(value));
    }

    /** Returns the value unescaped, the elements of a list separated by commas; empty for null. */
    public static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Collection<?> many
                ? many.stream().map(Printable::text).collect(Collectors.joining(","))
                : value.toString();
    }
}
