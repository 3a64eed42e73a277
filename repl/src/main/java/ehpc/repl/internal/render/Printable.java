package ehpc.repl.internal.render;

import java.util.Collection;
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
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Printable::line).collect(Collectors.joining(","));
        }
        String text = value.toString();
        return text.chars().noneMatch(Printable::isControl) ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(isControl(c) ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return out.toString();
    }

    private static boolean isControl(int c) {
        return c < 0x20 || c >= 0x7F && c < 0xA0;
    }
}
