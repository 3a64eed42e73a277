package ehpc.text;

import java.util.List;

/**
 * A line of a source with a caret below one of its characters, as a message shows it: what cannot be seen is written out, and a line that is
 * longer than there is room is cut around the caret.
 */
public final class MarkedLine {

    private static final String ELLIPSIS = TextWidth.ELLIPSIS;
    /** A tab stays one where the line is short enough even if it takes this much. */
    private static final int WIDEST_TAB = 8;

    private MarkedLine() {}

    /**
     * Returns the line, and below it the line of the caret where there is one.
     *
     * @param line the line
     * @param column the place of the caret in characters, from 1; 0 for none
     * @param width the columns that the line may take
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

    /** As many columns of blanks as a text takes, with the same tabs. */
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
