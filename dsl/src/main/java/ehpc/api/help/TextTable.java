package ehpc.api.help;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns; the last column is wrapped to the width. */
final class TextTable {

    private static final String GAP = "  ";
    private static final int NARROWEST = 24;

    private TextTable() {}

    /**
     * Returns the lines of a table.
     *
     * @param rows rows of equally many cells
     * @param width the maximum characters of a line
     */
    static List<String> lines(List<List<String>> rows, int width) {
        List<String> lines = new ArrayList<>();
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        int[] widths = new int[columns];
        int used = 0;
        for (int column = 0; column < columns - 1; column++) {
            widths[column] = widest(rows, column, width / 3);
            used += widths[column] + GAP.length();
        }
        int rest = Math.max(NARROWEST, width - used);
        for (List<String> row : rows) {
            add(lines, row, widths, rest);
        }
        return lines;
    }

    /** Returns a text's lines, broken between words. A word longer than the width has a line of its own. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int widest(List<List<String>> rows, int column, int most) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .filter(length -> length <= most)
                .max()
                .orElse(0);
    }

    private static void add(List<String> lines, List<String> row, int[] widths, int rest) {
        StringBuilder line = new StringBuilder();
        int start = 0;
        for (int column = 0; column < row.size() - 1; column++) {
            line = at(lines, line, start).append(row.get(column));
            start += widths[column] + GAP.length();
        }
        for (String part : wrapped(row.get(row.size() - 1), rest)) {
            line = at(lines, line, start).append(part);
            emit(lines, line);
            line.setLength(0);
        }
    }

    /** Pads the line to a column's start, or begins a new one if its text is too long. */
    private static StringBuilder at(List<String> lines, StringBuilder line, int start) {
        if (start > 0 && line.length() > start - GAP.length()) {
            emit(lines, line);
            line.setLength(0);
        }
        return line.append(" ".repeat(start - line.length()));
    }

    private static void emit(List<String> lines, StringBuilder line) {
        String text = line.toString().stripTrailing();
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }
}
