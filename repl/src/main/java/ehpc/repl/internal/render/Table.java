package ehpc.repl.internal.render;

import ehpc.text.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table for people: a heading and rows, columns two blanks apart, optionally fitted to a width.
 *
 * @param headings the names of the columns
 * @param rows the rows, each with one text for each column
 */
public record Table(List<String> headings, List<List<String>> rows) {

    /** The text between two columns. */
    public static final String GAP = "  ";

    /** A column up to this width is never cut. */
    private static final int NEVER_CUT = 24;

    /** The minimum width of a heading that is wider than its cells. */
    private static final int SHORTEST_HEADING = 4;

    /** Columns of ids: users copy them, so they must not be cut. */
    private static final Pattern IDS = Pattern.compile("(?i:id|cluster)|.*[a-z]I[dD]");

    /** Returns a table of plain values, without the columns that are empty in every row. */
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

    /** Returns the lines in full width. */
    public List<String> lines() {
        return fitted(OptionalInt.empty()).lines;
    }

    /** Returns the lines fitted to a maximum width. */
    public Fitted fitted(OptionalInt width) {
        List<Integer> widths = natural();
        if (width.isPresent()) {
            widths = shrunk(widths, width.getAsInt());
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
            widths.add(Math.max(cells(column), TextWidth.of(headings.get(column))));
        }
        return widths;
    }

    private int cells(int column) {
        return rows.stream()
                .mapToInt(row -> TextWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }

    /** Returns the minimum width of a column beside others. */
    private int narrowest(int column, int natural) {
        return IDS.matcher(headings.get(column)).matches()
                ? natural
                : Math.min(natural, Math.min(Math.max(cells(column), SHORTEST_HEADING), NEVER_CUT));
    }

    /** Returns the widths of the leading columns that fit; the widest column shrinks first, one by one. */
    private List<Integer> shrunk(List<Integer> natural, int limit) {
        List<Integer> narrowest = IntStream.range(0, natural.size())
                .mapToObj(i -> narrowest(i, natural.get(i)))
                .toList();
        int count = natural.size();
        while (count > 1 && total(narrowest.subList(0, count)) > limit) {
            count--;
        }
        List<Integer> widths = new ArrayList<>(natural.subList(0, count));
        if (count == 1) {
            boolean id = IDS.matcher(headings.get(0)).matches();
            return id ? widths : List.of(Math.max(1, Math.min(widths.get(0), limit)));
        }
        for (int excess = total(widths) - limit; excess > 0; excess--) {
            int widest = IntStream.range(0, count)
                    .filter(i -> widths.get(i) > narrowest.get(i))
                    .boxed()
                    .max(Comparator.comparingInt(widths::get))
                    .orElseThrow();
            widths.set(widest, widths.get(widest) - 1);
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
     * A table fitted to a width.
     *
     * @param lines its lines, the heading first
     * @param hidden the number of columns that do not fit
     */
    public record Fitted(List<String> lines, int hidden) {}
}
