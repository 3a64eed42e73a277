package ehpc.repl.internal.shell;

import ehpc.NodeResult;
import ehpc.RunResult;
import ehpc.dsl.ApiRecord;
import ehpc.node.NodeSet;
import ehpc.repl.internal.render.PrettyJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts values of scripts to plain values. */
final class PlainValues {

    private static final String MASK = "***";
    private static final Pattern SECRET =
            Pattern.compile(".*(secret|passw(or)?d|security_?token|credential).*", Pattern.CASE_INSENSITIVE);
    /** The fields as sent by the service, which the components repeat. */
    private static final String RAW_FIELDS = "fields";

    private PlainValues() {}

    /** Returns a value as text, number, list or map, one level deep. */
    static Object of(Object value) {
        if (value instanceof ApiRecord answer) {
            return answer.asMap();
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        if (value instanceof Collection<?> many) {
            return new ArrayList<>(many);
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return value instanceof Record record ? components(record).orElse(value) : value;
    }

    /** Returns a value for programs, at all levels: text, numbers, booleans, null, lists and maps. */
    static Object deep(Object value) {
        return inner(FiniteValue.of(value, Integer.MAX_VALUE));
    }

    private static Object inner(Object value) {
        Object plain = isOfLibrary(value) ? PrettyJson.plain(value) : of(value);
        if (plain instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, one) -> copy.put(String.valueOf(name), masked(name, inner(one))));
            return copy;
        }
        if (plain instanceof List<?> list) {
            return list.stream().map(PlainValues::inner).collect(Collectors.toCollection(ArrayList::new));
        }
        boolean known = plain == null || plain instanceof Number || plain instanceof Boolean;
        return known ? plain : plain.toString();
    }

    /** Returns whether it is a value of the library, such as a set of nodes, whose form for programs is that of Jackson. */
    static boolean isOfLibrary(Object value) {
        return value != null
                && value.getClass().getName().startsWith("ehpc.")
                && (value instanceof Record
                        || value instanceof Enum
                        || value instanceof NodeSet
                        || value instanceof RunResult
                        || value instanceof NodeResult);
    }

    static boolean isNested(Object plain) {
        return plain instanceof Map || plain instanceof List;
    }

    /** Returns the value, masked if its name is that of a secret. */
    static Object masked(Object name, Object value) {
        boolean secret = value != null && SECRET.matcher(String.valueOf(name)).matches();
        return secret ? MASK : value;
    }

    /** Returns the components of a record by name; empty if they are not accessible. */
    private static Optional<Object> components(Record record) {
        Map<String, Object> map = new LinkedHashMap<>();
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (!component.getName().equals(RAW_FIELDS)) {
                    map.put(component.getName(), component.getAccessor().invoke(record));
                }
            }
            return Optional.of(map);
        } catch (IllegalAccessException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw FiniteValue.failure(record, e.getCause());
        }
    }
}
