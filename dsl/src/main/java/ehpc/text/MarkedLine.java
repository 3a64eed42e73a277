package ehpc.text;

import java.util.List;

/**
 * A line of a source with a caret below one of its characters, as shown in a message: invisible characters are escaped, and a long line is
 * cut around the caret.
 */
public final class MarkedLine {

    private static final String ELLIPSIS = TextWidth.ELLIPSIS;
    /** Tabs are kept if the line fits even with tabs of this width. */
    private static final int WIDEST_TAB = 8;

    private MarkedLine() {}

    /**
     * Returns the line, and below it the line of the caret if there is one.
     *
     * @param line the line
     * @param column the position of the caret in characters, from 1; 0 for none
     * @param width the maximum columns of the line
     */
    public static List<String> of(String line, int column, int width) {
        int at = line.offsetByCodePoints(0, Math.min(Math.max(0, column - 1), line.codePointCount(0, line.length())));
        String before = VisibleText.withTabs(line.substring(0, at));
        String rest = VisibleText.withTabs(line.substring(at)).stripTrailing();
        if (column == 0) {
            return List.of(columns(rest) > width ? TextWidth.cut(untabbed(rest), width) : rest);
        }
        if (columns(before) + columns(rest) > width) {
            return around(untabbed(before), untabbed(rest), width);
        }
        return List.of((before + rest).stripTrailing(), blank(before) + '^');
    }

    /** Returns spaces of the width of a text, with the same tabs. */
    private static String blank(String text) {
        StringBuilder blank = new StringBuilder();
        text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(TextWidth.of(c))));
        return blank.toString();
    }

    private static List<String> around(String before, String rest, int width) {
        int half = width / 2;
        int restRoom = Math.max(width - half, width - TextWidth.of(before));
        String end = TextWidth.cut(rest, restRoom);
        int beforeRoom = width - TextWidth.of(end);
        String begin = TextWidth.of(before) > beforeRoom ? ELLIPSIS + last(before, beforeRoom - 1) : before;
        return List.of(begin + end, " ".repeat(TextWidth.of(begin)) + '^');
    }

    private static String last(String text, int width) {
        int from = 0;
        for (int excess = TextWidth.of(text) - width; excess > 0; ) {
            int c = text.codePointAt(from);
            excess -= TextWidth.of(c);
            from += Character.charCount(c);
        }
        return text.substring(from);
    }

    private static String untabbed(String text) {
        return text.replace('\t', ' ');
    }

    private static int columns(String text) {
        return TextWidth.of(text.replace("\t", " ".repeat(WIDEST_TAB)));
    }
}
