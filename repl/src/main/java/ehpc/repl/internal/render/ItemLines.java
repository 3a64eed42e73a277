package ehpc.repl.internal.render;

import ehpc.api.Operation;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The elements of a list of any length as lines, each written when it arrives. Columns are the documented fields of an element, and those of
 * the first element.
 */
public final class ItemLines {

    private final Function<Map<String, Object>, Form> forms;

    /** The text before all elements, and the text of each. */
    private record Form(String opening, Function<Map<String, Object>, String> line) {}

    private ItemLines(Function<Map<String, Object>, Form> forms) {
        this.forms = forms;
    }

    /** Returns lines of JSON, one object each, with all fields. */
    public static ItemLines ndjson() {
        return new ItemLines(first -> new Form("", item -> PrettyJson.line(item) + "\n"));
    }

    /** Returns comma-separated values by RFC 4180, after a line with the names of the columns. */
    public static ItemLines csv(Operation operation) {
        return new ItemLines(first -> {
            List<String> columns = columns(operation, first);
            Records records = Records.csv(columns);
            return new Form(records.opening(), item -> records.record(cells(operation, columns, item), false));
        });
    }

    /** Returns values separated by tabs, after a line with the names of the columns. */
    public static ItemLines text(Operation operation) {
        return new ItemLines(first -> {
            List<String> columns = columns(operation, first);
            return new Form(String.join("\t", columns) + "\n", item -> {
                List<String> cells = cells(operation, columns, item);
                return String.join("\t", cells.stream().map(Printable::line).toList()) + "\n";
            });
        });
    }

    private static List<String> columns(Operation operation, Map<String, Object> first) {
        return ResponseRows.columns(operation, List.of(ResponseRows.row(operation, first)));
    }

    private static List<String> cells(Operation operation, List<String> columns, Map<String, Object> item) {
        Map<String, String> row = ResponseRows.row(operation, item);
        return columns.stream().map(column -> row.getOrDefault(column, "")).toList();
    }

    /** Writes and flushes each element of a paged operation. */
    public void write(Stream<Map<String, Object>> items, PrintStream out) {
        Iterator<Map<String, Object>> rest = items.iterator();
        boolean more = rest.hasNext();
        Map<String, Object> item = more ? rest.next() : Map.of();
        Form form = forms.apply(item);
        out.print(form.opening());
        while (more) {
            out.print(form.line().apply(item));
            out.flush();
            more = rest.hasNext();
            item = more ? rest.next() : item;
        }
    }
}
