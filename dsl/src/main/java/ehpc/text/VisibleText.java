package ehpc.text;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * Writes out the characters that cannot be seen, or that make a terminal show something else than the text: control characters, those that
 * turn the direction of text, have no width, break lines or tag text, and halves of characters. They become {@code \n}, {@code \r}, {@code \t}
 * or <code>&#92;u202e</code>, as strings of Groovy and JSON have them. Everything else stays as it is.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Returns a value in one line: nothing that cannot be seen is left. */
    public static String line(String text) {
        return written(text, "");
    }

    /** Returns a line with its tabs: what else cannot be seen is written out. */
    public static String withTabs(String line) {
        return written(line, "\t");
    }

    /** Returns a text of several lines with its line ends and tabs: what else cannot be seen is written out. */
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

    /** Returns a character written out; one that takes two UTF-16 units as both of them. */
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

    /** Returns whether a character is written out: line ends and tabs are, a blank is not. */
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

    /** Letters by name that show nothing. */
    private static boolean isBlankFiller(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    /** Returns the block of tags, what is not assigned in it included, and the variation selectors that follow it. */
    private static boolean isTag(int c) {
        return c >= 0xE0000 && c <= 0xE0FFF;
    }
}
