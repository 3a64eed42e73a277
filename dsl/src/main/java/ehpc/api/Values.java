package ehpc.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain values: text, numbers, booleans, and lists and maps of them. */
final class Values {

    private static final String MASK = "***";

    private Values() {}

    /** A deeply immutable copy; entries whose value is null are left out. */
    static Map<String, Object> copy(Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(name.toString(), plain(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof Collection<?> many) {
            List<Object> list = new ArrayList<>();
            many.forEach(one -> list.add(one == null ? null : plain(one)));
            return Collections.unmodifiableList(list);
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    static Optional<Object> at(Map<String, Object> from, String path) {
        Object here = from;
        for (String step : path.split("\\.")) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(here);
    }

    @SuppressWarnings("unchecked") // lists are only made by plain()
    static List<Object> asList(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of(value);
    }

    @SuppressWarnings("unchecked") // maps are only made by copy()
    static Map<String, Object> asMap(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of("", value);
    }

    /** The parameters with the values of secret ones replaced. */
    static Map<String, Object> masked(Operation operation, Map<String, Object> parameters) {
        Map<String, Object> shown = new LinkedHashMap<>();
        parameters.forEach((name, value) -> shown.put(name, mask(operation.parameter(name), value)));
        return shown;
    }

    private static Object mask(Optional<Parameter> parameter, Object value) {
        if (parameter.isEmpty()) {
            return value;
        }
        Parameter known = parameter.get();
        if (known.secret()) {
            return MASK;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> mask(parameter, one)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> shown = new LinkedHashMap<>();
            map.forEach((name, field) -> shown.put(name, mask(known.field(name.toString()), field)));
            return shown;
        }
        return value;
    }
}
