package ehpc.repl.internal.render;

import ehpc.api.Operation;
import ehpc.api.Response;
import ehpc.api.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An answer as rows: one per element if the answer is essentially a list, otherwise one per value.
 *
 * @param element the service's name for an element of the list, such as {@code NodeInfo}; empty if there is no list
 * @param columns names, with dots for nested fields
 * @param rows values by column; missing fields of an element are left out
 */
public record ResponseRows(String element, List<String> columns, List<Map<String, String>> rows) {

    private static final Set<String> ABOUT_THE_LIST = Set.of(
            "RequestId", "PageNumber", "PageSize", "TotalCount", "NextToken", "MaxResults", "TotalNum", "PageCount");
    private static final List<String> LEADING = List.of("Id", "Name", "HostName", "Status", "State");

    /** Reads an answer. */
    public static ResponseRows of(Response response) {
        Operation operation = response.operation();
        List<String> path = listPath(operation);
        if (path.isEmpty()) {
            return values(response.body());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        response.list(String.join(".", path)).forEach(item -> rows.add(row(operation, item)));
        return new ResponseRows(path.get(path.size() - 1), columns(operation, rows), rows);
    }

    /** Returns the columns for rows of an operation's list: the documented ones, and the others that a row has. */
    static List<String> columns(Operation operation, List<Map<String, String>> rows) {
        List<String> path = listPath(operation);
        Set<String> columns = new LinkedHashSet<>();
        fill(columns, path.get(path.size() - 1), at(operation.response(), path).element());
        rows.forEach(row -> columns.addAll(row.keySet()));
        return List.copyOf(columns);
    }

    /** Returns the values of an element of an operation's list, by column. */
    static Map<String, String> row(Operation operation, Object item) {
        List<String> path = listPath(operation);
        Map<String, String> row = new LinkedHashMap<>();
        fill(row, path.get(path.size() - 1), item);
        return row;
    }

    /** Returns the unchanged elements of the list if the answer is essentially one, otherwise the answer itself. */
    public static List<?> items(Response response) {
        List<String> path = listPath(response.operation());
        return path.isEmpty() ? List.of(response.body()) : response.list(String.join(".", path));
    }

    /** Returns a table for people: the most important columns first, and no empty columns. */
    public Table table() {
        List<String> shown = columns.stream()
                .filter(column -> rows.stream()
                        .anyMatch(row -> !row.getOrDefault(column, "").isEmpty()))
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
        return new Table(shown.isEmpty() ? columns.subList(0, Math.min(1, columns.size())) : shown, cells(shown));
    }

    /** Returns all possible columns of the answer, separated by tabs, after a line of names. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", columns));
        cells(columns).forEach(row -> lines.add(String.join("\t", row)));
        return lines;
    }

    /** Returns all possible columns of the answer as comma-separated values, in lines with their line ends. */
    public Stream<String> csv() {
        Records form = Records.csv(columns);
        Stream<String> lines = rows.stream()
                .map(row -> form.record(
                        columns.stream().map(c -> row.getOrDefault(c, "")).toList(), false));
        return Stream.concat(Stream.of(form.opening()), lines);
    }

    private List<List<String>> cells(List<String> shown) {
        return rows.stream()
                .map(row -> shown.stream()
                        .map(c -> Printable.line(row.getOrDefault(c, "")))
                        .toList())
                .toList();
    }

    /** Returns the rank of a column: the element's own id and name, its state, the others. */
    private int rank(String column) {
        int at = LEADING.indexOf(column);
        if (at >= 0) {
            return at;
        }
        String stem = column.replaceFirst("(Id|Name)$", "");
        boolean own = !stem.equals(column) && element.startsWith(stem);
        return own ? LEADING.indexOf("Name") : LEADING.size();
    }

    private static ResponseRows values(Map<String, Object> body) {
        List<Map<String, String>> rows = new ArrayList<>();
        body.forEach((name, value) -> flat(rows, name, value));
        return new ResponseRows("", List.of("Field", "Value"), rows);
    }

    private static void flat(List<Map<String, String>> rows, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((field, inner) -> flat(rows, name + "." + field, inner));
        } else if (value instanceof List<?> list && !Printable.isScalar(value)) {
            for (int i = 0; i < list.size(); i++) {
                flat(rows, name + "." + (i + 1), list.get(i));
            }
        } else {
            rows.add(Map.of("Field", name, "Value", Printable.text(value)));
        }
    }

    private static void fill(Map<String, String> row, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((field, inner) -> fillField(row, field.toString(), inner));
        } else {
            row.put(name, Printable.text(value));
        }
    }

    private static void fillField(Map<String, String> row, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((field, inner) -> fillField(row, name + "." + field, inner));
        } else if (Printable.isScalar(value)) {
            row.put(name, Printable.text(value));
        }
    }

    private static void fill(Set<String> columns, String name, Shape shape) {
        if (shape.type() == Shape.Type.OBJECT) {
            shape.fields().forEach((field, inner) -> fillField(columns, field, inner));
        } else {
            columns.add(name);
        }
    }

    private static void fillField(Set<String> columns, String name, Shape shape) {
        boolean listOfObjects =
                shape.type() == Shape.Type.LIST && shape.element().type() == Shape.Type.OBJECT;
        if (shape.type() == Shape.Type.OBJECT) {
            shape.fields().forEach((field, inner) -> fillField(columns, name + "." + field, inner));
        } else if (!listOfObjects) {
            columns.add(name);
        }
    }

    /** Returns the path of the answer's list; empty if the answer contains more than a list. */
    private static List<String> listPath(Operation operation) {
        if (operation.paging().isPresent()) {
            return List.of(operation.paging().get().items().split("\\."));
        }
        List<String> path = new ArrayList<>();
        Shape here = operation.response();
        while (here.type() == Shape.Type.OBJECT) {
            List<Map.Entry<String, Shape>> fields = here.fields().entrySet().stream()
                    .filter(field -> !ABOUT_THE_LIST.contains(field.getKey()))
                    .toList();
            if (fields.size() != 1) {
                return List.of();
            }
            path.add(fields.get(0).getKey());
            here = fields.get(0).getValue();
        }
        return here.type() == Shape.Type.LIST ? path : List.of();
    }

    private static Shape at(Shape shape, List<String> path) {
        Shape here = shape;
        for (String step : path) {
            here = here.fields().get(step);
        }
        return here;
    }
}
