package ehpc.repl.internal.render;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of an answer as one line of text. */
public final class Printable {

    private Printable() {}

    /** A text, number or boolean, or a list of them; nothing for null. */
    public static boolean isScalar(Object value) {
        return !(value instanceof Map)
                && (!(value instanceof Collection<?> many) || many.stream().noneMatch(Printable::isNested));
    }

    private static boolean isNested(Object value) {
        return value instanceof Map || value instanceof Collection;
    }

    /** The value in one line; control characters, which a terminal would obey, are written out. */
    public static String line(Object value) {
        String text = text(value);
        return text.chars().noneMatch(Printable::isControl) ? text : escaped(text, false);
    }

    /** The value as it is, the elements of a list separated by commas. */
    public static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Collection<?> many
                ? many.stream().map(Printable::text).collect(Collectors.joining(","))
                : value.toString();
    }

    /** A line of text for a terminal: control characters but tabs are written out, so that it cannot obey them. */
    public static String visible(String line) {
        return line.chars().noneMatch(c -> isControl(c) && c != '\t') ? line : escaped(line, true);
    }

    private static String escaped(String text, boolean keepTabs) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(keepTabs && c == '\t' ? "\t" : escaped(c)));
        return out.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isControl(c) ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c);
        };
    }

    /** Whether a terminal would obey a character, or show others in another order for its sake. */
    public static boolean isControl(int c) {
        return c < 0x20 || c >= 0x7F && c < 0xA0 || ordersText(c);
    }

    /** What breaks lines or turns the direction of text: it could make one thing look like another. */
    private static boolean ordersText(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c >= 0xFFF9 && c <= 0xFFFB;
    }
}
