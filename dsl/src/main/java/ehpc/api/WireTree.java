package ehpc.api;

import ehpc.api.Parameter.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Builds plain values from flat names, one by one. */
final class WireTree {

    /** An index as clients write it; numbers with more digits are not an index, as no request has that many elements. */
    private static final Pattern INDEX = Pattern.compile("[1-9][0-9]{0,6}");

    private record Leaf(String wireName, Object value, Parameter parameter) {}

    private record Fields(Map<String, Object> byName) {}

    private record Elements(TreeMap<Integer, Object> byIndex) {}

    private final Operation operation;
    private final Map<String, Object> roots = new LinkedHashMap<>();
    private final Map<String, Object> flat = new LinkedHashMap<>();

    WireTree(Operation operation) {
        this.operation = operation;
    }

    /** Adds a name and its text or secret. */
    void add(String name, Object value) {
        Parameter exact = operation.parameter(name).orElse(null);
        boolean placed =
                exact != null ? roots.putIfAbsent(name, new Leaf(name, value, exact)) == null : place(name, value);
        if (!placed) {
            flat.put(name, value);
        }
    }

    /** Returns the plain values; names that do not fit come last, as does a structure whose bare name also has a text. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        roots.forEach((name, node) -> {
            if (flat.containsKey(name)) {
                flatten(node);
                return;
            }
            Object value = value(node);
            if (value != null) {
                values.put(name, value);
            }
        });
        flat.forEach(values::putIfAbsent);
        return values;
    }

    private boolean place(String name, Object value) {
        Parameter owner = owner(name);
        if (owner == null) {
            return false;
        }
        String[] steps = name.substring(owner.name().length() + 1).split("\\.", -1);
        Object root = roots.computeIfAbsent(owner.name(), n -> emptyNode(owner.type()));
        return put(root, owner, steps, 0, new Leaf(name, value, owner));
    }

    private Parameter owner(String name) {
        return operation.parameters().stream()
                .filter(p -> isStructure(p.type()) && name.startsWith(p.name() + "."))
                .findFirst()
                .orElse(null);
    }

    /** Descends one step, and sets the leaf at the last one. */
    private boolean put(Object node, Parameter parameter, String[] steps, int at, Leaf leaf) {
        boolean last = at == steps.length - 1;
        if (node instanceof Elements elements && INDEX.matcher(steps[at]).matches()) {
            int index = Integer.parseInt(steps[at]);
            if (last) {
                return elements.byIndex.putIfAbsent(index, leaf) == null;
            }
            boolean objects = parameter.type() == Type.OBJECT_LIST;
            return objects && put(child(elements.byIndex, index), parameter, steps, at + 1, leaf);
        }
        if (node instanceof Fields fields) {
            Parameter field = parameter.field(steps[at]).orElse(null);
            if (last) {
                Leaf value = new Leaf(leaf.wireName, leaf.value, field);
                return fields.byName.putIfAbsent(steps[at], value) == null;
            }
            return field != null
                    && isStructure(field.type())
                    && put(child(fields.byName, field), field, steps, at + 1, leaf);
        }
        return false;
    }

    private static Object child(Map<Integer, Object> elements, int index) {
        return elements.computeIfAbsent(index, i -> new Fields(new LinkedHashMap<>()));
    }

    private static Object child(Map<String, Object> fields, Parameter field) {
        return fields.computeIfAbsent(field.name(), n -> emptyNode(field.type()));
    }

    private static Object emptyNode(Type type) {
        return type == Type.OBJECT ? new Fields(new LinkedHashMap<>()) : new Elements(new TreeMap<>());
    }

    private static boolean isStructure(Type type) {
        return type == Type.OBJECT || type == Type.OBJECT_LIST || type == Type.STRING_LIST;
    }

    /** Returns a node's plain value, or null if nothing remains. */
    private Object value(Object node) {
        if (node instanceof Leaf leaf) {
            return leaf.parameter != null && leaf.value instanceof String text
                    ? typed(leaf.parameter, text)
                    : leaf.value;
        }
        if (node instanceof Elements elements) {
            return list(elements);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Fields) node).byName.forEach((name, child) -> {
            Object value = value(child);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields.isEmpty() ? null : fields;
    }

    /** Returns the elements from 1 up to the first gap; the others remain flat. */
    private Object list(Elements elements) {
        List<Object> list = new ArrayList<>();
        elements.byIndex.forEach((index, node) -> {
            Object value = index == list.size() + 1 ? value(node) : null;
            if (value == null) {
                flatten(node);
            } else {
                list.add(value);
            }
        });
        return list.isEmpty() ? null : list;
    }

    private void flatten(Object node) {
        if (node instanceof Leaf leaf) {
            flat.put(leaf.wireName, leaf.value);
        } else if (node instanceof Fields fields) {
            fields.byName.values().forEach(this::flatten);
        } else if (node instanceof Elements elements) {
            elements.byIndex.values().forEach(this::flatten);
        }
    }

    private static Object typed(Parameter parameter, String text) {
        return switch (parameter.type()) {
            case INTEGER, LONG -> integer(parameter.type(), text);
            case FLOAT -> Values.number(text).map(Object.class::cast).orElse(text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case JSON ->
                Json.structure(text).map(value -> opened(parameter, value)).orElse(text);
            default -> text;
        };
    }

    /** Parses JSON texts inside a JSON text. */
    private static Object opened(Parameter parameter, Object value) {
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(opened(parameter, element)));
            return elements;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, inner) -> fields.put(
                name.toString(),
                parameter.field(name.toString()).map(f -> field(f, inner)).orElse(inner)));
        return fields;
    }

    private static Object field(Parameter parameter, Object value) {
        return parameter.type() == Type.JSON && value instanceof String text
                ? typed(parameter, text)
                : opened(parameter, value);
    }

    private static Object integer(Type type, String text) {
        BigDecimal number = Values.integer(text).orElse(null);
        if (number == null || !Values.fits(number, type == Type.LONG)) {
            return text;
        }
        return type == Type.LONG ? (Object) number.longValueExact() : (Object) number.intValueExact();
    }
}
