package ehpc;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads typed values out of an answer's object; a missing field is empty text, zero, false or an empty list. */
record Fields(Map<String, Object> entry) {

    String text(String path) {
        Object value = at(path);
        return value == null ? "" : value.toString();
    }

    long number(String path, long missing) {
        return at(path) instanceof Number n ? n.longValue() : missing;
    }

    /** A whole number that fits; empty for anything else, so that nothing is taken for a number that is none. */
    OptionalInt whole(String path) {
        boolean fits = at(path) instanceof Number n
                && n.doubleValue() == Math.rint(n.doubleValue())
                && n.longValue() == n.intValue();
        return fits ? OptionalInt.of(((Number) at(path)).intValue()) : OptionalInt.empty();
    }

    boolean flag(String path) {
        return Boolean.TRUE.equals(at(path));
    }

    List<String> texts(String path) {
        return at(path) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // objects of an answer have text keys
    Fields object(String path) {
        return new Fields(at(path) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }

    boolean has(String path) {
        return at(path) != null;
    }

    private Object at(String path) {
        Object here = entry;
        for (String step : path.split("\\.")) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }
}
