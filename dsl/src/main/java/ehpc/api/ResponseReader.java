package ehpc.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Normalizes a parsed answer to the operation's response tree. */
final class ResponseReader {

    private ResponseReader() {}

    static Map<String, Object> read(Operation operation, Map<String, ?> parsed) {
        return Values.copy(object(operation.response(), body(operation, parsed)));
    }

    private static Map<?, ?> body(Operation operation, Map<String, ?> parsed) {
        Object lone = parsed.get(operation.name() + "Response");
        return parsed.size() == 1 && lone instanceof Map<?, ?> inner ? inner : parsed;
    }

    /** Returns whether a dotted path has a value, or an empty object or text on the way, which is how XML writes an empty list. */
    static boolean has(Operation operation, Map<String, ?> parsed, String path) {
        Object here = body(operation, parsed);
        for (String step : path.split("\\.")) {
            if (!(here instanceof Map<?, ?> map) || map.isEmpty()) {
                break;
            }
            here = map.get(step);
        }
        return here != null;
    }

    private static Object value(Shape shape, Object value) {
        return switch (shape.type()) {
            case OBJECT -> value instanceof Map<?, ?> map ? object(shape, map) : wrapped(shape, value);
            case LIST -> list(shape.element(), value);
            case STRING -> value instanceof Number || value instanceof Boolean ? Phrases.text(value) : value;
            case BOOLEAN -> flag(value);
            default -> number(shape.type(), value);
        };
    }

    private static Map<String, Object> object(Shape shape, Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Shape field = shape.fields().get(name.toString());
            fields.put(name.toString(), field == null || value == null ? value : value(field, value));
        });
        shape.fields().forEach((name, field) -> {
            if (fields.get(name) == null) {
                empty(field).ifPresent(none -> fields.put(name, none));
            }
        });
        return fields;
    }

    /** Returns the default for a missing list, or for a missing object with a single list. */
    private static Optional<Object> empty(Shape shape) {
        if (shape.type() == Shape.Type.LIST) {
            return Optional.of(List.of());
        }
        return wrapper(shape) ? Optional.of(object(shape, Map.of())) : Optional.empty();
    }

    /** Wraps a list, or a blank text, in its documented object. */
    private static Object wrapped(Shape shape, Object value) {
        if (!wrapper(shape)) {
            return value;
        }
        if (value instanceof List<?>) {
            String name = shape.fields().keySet().iterator().next();
            return object(shape, Map.of(name, value));
        }
        return value.toString().isBlank() ? object(shape, Map.of()) : value;
    }

    private static boolean wrapper(Shape shape) {
        return shape.fields().size() == 1
                && shape.fields().values().iterator().next().type() == Shape.Type.LIST;
    }

    private static List<Object> list(Shape element, Object value) {
        List<?> elements = elements(element, value);
        List<Object> list = new ArrayList<>();
        elements.forEach(one -> {
            if (one != null) {
                list.add(value(element, one));
            }
        });
        return list;
    }

    private static List<?> elements(Shape element, Object value) {
        if (value instanceof List<?> list) {
            return element.type() == Shape.Type.STRING && list.size() == 1 && list.get(0) instanceof String text
                    ? opened(text).orElse(list)
                    : list;
        }
        if (value instanceof Map<?, ?> map) {
            return inner(element, map).orElse(List.of(map));
        }
        String text = value.toString();
        return text.isBlank() ? List.of() : opened(text).orElse(List.of(value));
    }

    /** Unwraps a list that is documented without an object. */
    private static Optional<List<?>> inner(Shape element, Map<?, ?> map) {
        return map.size() == 1
                        && map.values().iterator().next() instanceof List<?> list
                        && !element.fields()
                                .containsKey(map.keySet().iterator().next().toString())
                ? Optional.of(list)
                : Optional.empty();
    }

    /** Returns the elements of a list that arrived as JSON text. */
    private static Optional<List<?>> opened(String text) {
        return Json.structure(text).filter(List.class::isInstance).map(list -> (List<?>) list);
    }

    private static Object flag(Object value) {
        String text = value.toString();
        boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        return known ? (Object) Boolean.valueOf(text) : value;
    }

    private static Object number(Shape.Type type, Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            return value;
        }
        BigDecimal number = Values.number(value.toString().strip()).orElse(null);
        if (number == null || type == Shape.Type.FLOAT) {
            return number == null ? value : number;
        }
        if (!Values.isInteger(number) || !Values.fits(number, true)) {
            return value;
        }
        return type == Shape.Type.INTEGER && Values.fits(number, false)
                ? (Object) number.intValueExact()
                : (Object) number.longValueExact();
    }
}
