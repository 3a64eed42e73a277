package ehpc.repl.internal.shell;

import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.repl.internal.render.Printable;
import ehpc.repl.internal.render.Table;
import ehpc.text.TextWidth;
import ehpc.text.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values as lines for people: sets of nodes and lists of similar values as tables, nested values as trees, texts unchanged.
 *
 * @param width the maximum columns of a line; empty for any number
 */
record ValueText(OptionalInt width) {

    /** The number of elements shown of a longer list. */
    private static final int MOST = 10_000;

    private static final String INDENT = "  ";

    /** Returns the lines of a value. */
    List<String> lines(Object value) {
        return linesOf(FiniteValue.of(value, MOST));
    }

    private List<String> linesOf(Object value) {
        Object plain = PlainValues.of(value);
        if (value instanceof NodeSet nodes) {
            return nodes(nodes);
        }
        if (value instanceof Node node) {
            return table(nodeTable(Stream.of(node)));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.isEmpty() ? List.of("[:]") : tree(map);
        }
        if (value instanceof FiniteValue.Cut cut) {
            List<String> lines = new ArrayList<>(list(cut));
            lines.add("… and " + cut.more() + " more");
            return lines;
        }
        if (plain instanceof List<?> list) {
            return list(list);
        }
        return text(plain instanceof Throwable failure ? message(failure) : plain);
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Returns the lines of a text, with control characters escaped. */
    private static List<String> text(Object value) {
        return String.valueOf(value).lines().map(VisibleText::withTabs).toList();
    }

    private List<String> nodes(NodeSet nodes) {
        List<String> lines = new ArrayList<>();
        lines.add(nodes + " (" + nodes.size() + ")");
        if (!nodes.isEmpty()) {
            lines.addAll(table(nodeTable(nodes.stream())));
        }
        return lines;
    }

    private static Table nodeTable(Stream<Node> nodes) {
        List<List<Object>> rows = nodes.map(ValueText::row).toList();
        return Table.of(List.of("name", "role", "status", "ip", "type", "id"), rows);
    }

    private static List<Object> row(Node node) {
        String roles = node.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return List.of(node.name(), roles, node.status(), node.ip(), node.instanceType(), node.id());
    }

    private List<String> table(Table table) {
        Table.Fitted fitted = table.fitted(width);
        List<String> lines = new ArrayList<>(fitted.lines());
        if (fitted.hidden() > 0) {
            lines.add(fitted.hidden() + " of " + table.headings().size() + " columns do not fit");
        }
        return lines;
    }

    private List<String> list(List<?> list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object one : list) {
            if (PlainValues.of(one) instanceof Map<?, ?> map) {
                maps.add(map);
            }
        }
        if (!list.isEmpty() && maps.size() == list.size() && maps.stream().allMatch(ValueText::isFlat)) {
            return table(table(maps));
        }
        String line = "[" + String.join(", ", list.stream().map(ValueText::word).toList()) + "]";
        boolean nested = list.stream().anyMatch(one -> PlainValues.isNested(PlainValues.of(one)));
        if (!nested && (width.isEmpty() || TextWidth.of(line) <= width.getAsInt())) {
            return List.of(line);
        }
        return items(list);
    }

    private static String word(Object value) {
        return Printable.line(PlainValues.of(value));
    }

    /** Returns whether a row of a table can show the map: it contains only scalars, or lists of scalars. */
    private static boolean isFlat(Map<?, ?> map) {
        return map.values().stream().map(PlainValues::of).allMatch(Printable::isScalar);
    }

    private static Table table(List<Map<?, ?>> maps) {
        Set<Object> names = new LinkedHashSet<>();
        maps.forEach(map -> names.addAll(map.keySet()));
        List<List<Object>> rows = maps.stream()
                .map(map -> names.stream().map(name -> cell(name, map)).toList())
                .toList();
        return Table.of(names.stream().map(Printable::line).toList(), rows);
    }

    private static Object cell(Object name, Map<?, ?> map) {
        Object value = PlainValues.of(map.get(name));
        return value == null ? "" : PlainValues.masked(name, value);
    }

    private List<String> tree(Map<?, ?> map) {
        List<String> lines = new ArrayList<>();
        int widest = map.entrySet().stream()
                .filter(entry -> isWord(PlainValues.of(entry.getValue())))
                .mapToInt(entry -> TextWidth.of(word(entry.getKey())))
                .max()
                .orElse(0);
        map.forEach((name, value) -> {
            Object shown = PlainValues.masked(name, PlainValues.of(value));
            String title = word(name);
            if (isWord(shown)) {
                String gap = " ".repeat(Math.max(0, widest - TextWidth.of(title)));
                lines.add((title + gap + INDENT + leaf(shown)).stripTrailing());
            } else {
                lines.add(title);
                narrower().linesOf(shown).forEach(line -> lines.add(INDENT + line));
            }
        });
        return lines;
    }

    private ValueText narrower() {
        return new ValueText(
                width.isPresent() ? OptionalInt.of(Math.max(1, width.getAsInt() - INDENT.length())) : width);
    }

    private static boolean isWord(Object plain) {
        return Printable.isScalar(plain) || plain instanceof Map<?, ?> map && map.isEmpty();
    }

    private static String leaf(Object plain) {
        boolean empty = plain instanceof Collection<?> many && many.isEmpty() || plain instanceof Map;
        return empty ? "(none)" : Printable.line(plain);
    }

    private List<String> items(List<?> list) {
        List<String> lines = new ArrayList<>();
        for (Object one : list) {
            List<String> inner = narrower().linesOf(one);
            for (int i = 0; i < inner.size(); i++) {
                lines.add((i == 0 ? "- " : INDENT) + inner.get(i));
            }
        }
        return lines;
    }
}
