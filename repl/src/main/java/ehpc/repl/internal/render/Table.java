package ehpc.repl.internal.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A table for people: a heading and rows, columns two blanks apart, fitted to a width where there is one.
 *
 * @param headings the names of the columns
 * @param rows the rows, each with one text for each column
 */
public record Table(List<String> headings, List<List<String>> rows) {

    private static final String GAP = "  ";
    private static final int LEAST = 8;

    /** The lines of a table whose columns are as wide as they need. */
    public List<String> lines() {
        return fitted(OptionalInt.empty()).lines;
    }

    /** The lines of a table that is at most so wide. */
    public Fitted fitted(OptionalInt width) {
        List<Integer> widths = natural();
        if (width.isPresent()) {
            shrink(widths, width.getAsInt());
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return new Fitted(lines, headings.size() - widths.size());
    }

    private List<Integer> natural() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            int at = column;
            int widest = rows.stream().mapToInt(row -> Columns.of(row.get(at))).max().orElse(0);
            widths.add(Math.max(widest, Columns.of(headings.get(at))));
        }
        return widths;
    }

    /** Takes from the widest column until the row fits; when all are narrow, leaves out the last column. */
    private static void shrink(List<Integer> widths, int limit) {
        while (total(widths) > limit && widths.size() > 1) {
            int widest = Collections.max(widths);
            if (widest > LEAST) {
                int excess = total(widths) - limit;
                int next = widths.stream().filter(w -> w < widest).max(Integer::compare).orElse(LEAST);
                int to = Math.max(Math.max(next, LEAST), widest - excess);
                widths.set(widths.indexOf(widest), to == widest ? widest - 1 : to);
            } else {
                widths.remove(widths.size() - 1);
            }
        }
        if (total(widths) > limit) {
            widths.set(0, limit);
        }
    }

    private static int total(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        IntStream.range(0, widths.size())
                .forEach(i -> line.append(i == 0 ? "" : GAP)
                        .append(Columns.pad(Columns.cut(cells.get(i), widths.get(i)), widths.get(i))));
        return line.toString().stripTrailing();
    }

    /**
     * A table brought to a width.
     *
     * @param lines its lines, the heading first
     * @param hidden how many columns found no place
     */
    public record Fitted(List<String> lines, int hidden) {}
}
