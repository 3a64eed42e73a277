package ehpc.repl.internal.render;

import ehpc.text.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** A column that needs no more is shown whole: an id that was cut is of no use. */
    private static final int WHOLE = 24;

    /** A table of plain values, without the columns that are empty in every row. */
    public static Table of(List<String> headings, List<List<Object>> rows) {
        int[] filled = IntStream.range(0, headings.size())
                .filter(i -> rows.stream()
                        .anyMatch(row -> !Printable.text(row.get(i)).isEmpty()))
                .toArray();
        return new Table(
                Arrays.stream(filled).mapToObj(headings::get).toList(),
                rows.stream()
                        .map(row -> Arrays.stream(filled)
                                .mapToObj(i -> Printable.line(row.get(i)))
                                .toList())
                        .toList());
    }

    /** The lines of a table whose columns are as wide as they need. */
    public List<String> lines() {
        return fitted(OptionalInt.empty()).lines;
    }

    /** The lines of a table that is at most so wide. */
    public Fitted fitted(OptionalInt width) {
        List<Integer> widths = natural();
        if (width.isPresent()) {
            widths = shrunk(widths.subList(0, fitting(widths, width.getAsInt())), width.getAsInt());
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        for (List<String> row : rows) {
            lines.add(line(row, widths));
        }
        return new Fitted(lines, headings.size() - widths.size());
    }

    private List<Integer> natural() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            int at = column;
            int widest = rows.stream()
                    .mapToInt(row -> TextWidth.of(row.get(at)))
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, TextWidth.of(headings.get(at))));
        }
        return widths;
    }

    /** How many of the columns, the first ones, find a place when each is as narrow as may be; at least one. */
    private static int fitting(List<Integer> widths, int limit) {
        List<Integer> narrow = widths.stream().map(w -> Math.min(w, WHOLE)).toList();
        int count = widths.size();
        while (count > 1 && total(narrow.subList(0, count)) > limit) {
            count--;
        }
        return count;
    }

    /** Takes from the widest column, one by one, until the row fits. */
    private static List<Integer> shrunk(List<Integer> natural, int limit) {
        List<Integer> widths = new ArrayList<>(natural);
        for (int excess = total(widths) - limit; excess > 0; excess--) {
            int widest = widths.indexOf(Collections.max(widths));
            widths.set(widest, Math.max(1, widths.get(widest) - 1));
        }
        return widths;
    }

    private static int total(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        IntStream.range(0, widths.size())
                .forEach(i -> line.append(i == 0 ? "" : GAP)
                        .append(TextWidth.pad(TextWidth.cut(cells.get(i), widths.get(i)), widths.get(i))));
        return line.toString().stripTrailing();
    }

    /**
     * A table brought to a width.
     *
     * @param lines its lines, the heading first
     * @param hidden how many columns do not fit
     */
    public record Fitted(List<String> lines, int hidden) {}
}
