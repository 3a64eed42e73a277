package ehpc.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed access to an object of a catalogue file. */
record JsonFields(Map<String, Object> values) {

    boolean has(String name) {
        return values.containsKey(name);
    }

    Object value(String name) {
        return values.get(name);
    }

    /** Returns the text with a name, or null. */
    String text(String name) {
        return (String) values.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Returns the number with a name, or null. */
    BigDecimal number(String name) {
        return has(name) ? new BigDecimal(values.get(name).toString()) : null;
    }

    /** Returns the integer with a name, or null. */
    Integer integer(String name) {
        return (Integer) values.get(name);
    }

    /** Returns the list with a name as texts; empty if missing. */
    List<String> texts(String name) {
        return has(name) ? texts(values.get(name)) : List.of();
    }

    /** Returns the object with a name; empty if missing. */
    Optional<JsonFields> facts(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonFields::of);
    }

    /** Returns the objects with a name; none if the list is missing. */
    List<JsonFields> each(String name) {
        return has(name)
                ? ((List<?>) values.get(name)).stream().map(JsonFields::of).toList()
                : List.of();
    }

    static JsonFields of(Object object) {
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> values.put(name.toString(), value));
        return new JsonFields(values);
    }

    static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }
}
