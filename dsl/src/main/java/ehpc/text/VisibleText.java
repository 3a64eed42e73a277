package ehpc.text;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * Escapes characters that are invisible or make a terminal show a different text: control characters, those that change the direction of
 * text, have no width, break lines or tag text, and unpaired surrogates. They become {@code \n}, {@code \r}, {@code \t} or
 * <code>&#92;u202e</code>, as in strings of Groovy and JSON. All other characters are unchanged.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Returns a text on one line, with all invisible characters escaped. */
    public static String line(String text) {
        return written(text, "");
    }

    /** Returns a line with its tabs, and all other invisible characters escaped. */
    public static String withTabs(String line) {
        return written(line, "\t");
    }

    /** Returns a text with its line ends and tabs, and all other invisible characters escaped. */
    public static String lines(String text) {
        return written(text.replace("\r\n", "\n"), "\n\t");
    }

    private static String written(String text, String kept) {
        if (text.codePoints().noneMatch(c -> isHidden(c) && kept.indexOf(c) < 0)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        while (characters.hasNext()) {
            int c = characters.nextInt();
            if (isHidden(c) && kept.indexOf(c) < 0) {
                shown.append(written(c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /** Returns the escape of a character; two escapes if it takes two UTF-16 units. */
    public static String written(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                StringBuilder units = new StringBuilder();
                for (char unit : Character.toChars(codePoint)) {
                    units.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
                yield units.toString();
            }
        };
    }

    /** Returns whether a character is escaped: line ends and tabs are, a space is not. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isBlankFiller(codePoint) || isTag(codePoint);
        };
    }

    /** Returns whether it is a letter that shows nothing. */
    private static boolean isBlankFiller(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    /** Returns whether it is in the block of tags, including unassigned characters, or one of the variation selectors after it. */
    private static boolean isTag(int c) {
        return c >= 0xE0000 && c <= 0xE0FFF;
    }
}
