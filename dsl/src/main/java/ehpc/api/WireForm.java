package ehpc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts parameters between plain values and their flat wire form. */
public final class WireForm {

    private WireForm() {}

    /**
     * Returns flat names and text values: {@code Instance.1.Id=i-1}. Unknown names remain flat. Empty lists and maps have no wire form.
     * Secrets are revealed.
     */
    public static Map<String, String> encode(Operation operation, Map<String, ?> parameters) {
        Map<String, String> wire = new LinkedHashMap<>();
        flat(operation, parameters).forEach((name, value) -> wire.put(name, revealed(value)));
        return wire;
    }

    /** Returns the same with {@link Secret} values unrevealed, except inside a JSON text. */
    static Map<String, Object> flat(Operation operation, Map<String, ?> parameters) {
        Map<String, Object> flat = new LinkedHashMap<>();
        parameters.forEach((name, value) -> encode(flat, name, operation.parameter(name), value));
        return flat;
    }

    private static String revealed(Object value) {
        return value instanceof Secret secret ? secret.reveal() : value.toString();
    }

    /**
     * Returns plain values from flat ones: the inverse of {@link #encode}. A value that does not fit its type remains text. Unknown names
     * remain flat, as do elements whose index is not a number from 1 or follows a gap, so that {@link RequestCheck} can report them.
     * Elements may have any order.
     *
     * @param wire texts, or a {@link Secret} in place of one
     */
    public static Map<String, Object> decode(Operation operation, Map<String, ?> wire) {
        WireTree tree = new WireTree(operation);
        wire.forEach(tree::add);
        return tree.values();
    }

    private static void encode(Map<String, Object> wire, String name, Optional<Parameter> parameter, Object value) {
        boolean json = parameter.filter(p -> p.type() == Parameter.Type.JSON).isPresent();
        if (value == null) {
            return;
        }
        if (json || !(value instanceof Map || value instanceof List)) {
            wire.put(name, value instanceof Secret ? value : text(parameter, value));
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, v) ->
                    encode(wire, name + "." + field, parameter.flatMap(p -> p.field(field.toString())), v));
        } else if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                encode(wire, name + "." + (i + 1), parameter, elements.get(i));
            }
        }
    }

    private static String text(Optional<Parameter> parameter, Object value) {
        if (value instanceof UnknownValue) {
            throw new IllegalArgumentException("a value that is not known cannot be sent");
        }
        if (value instanceof Map || value instanceof List) {
            return Json.text(nested(parameter, value));
        }
        if (value instanceof Number number) {
            boolean whole = parameter
                    .map(Parameter::type)
                    .filter(t -> t == Parameter.Type.INTEGER || t == Parameter.Type.LONG)
                    .isPresent();
            return Values.number(number.toString())
                    .filter(n -> whole && Values.isInteger(n))
                    .map(n -> n.toBigInteger().toString())
                    .orElseGet(() -> Values.text(number));
        }
        return value.toString();
    }

    /** Inside a JSON text, a JSON parameter is nested as text. */
    private static Object nested(Optional<Parameter> parameter, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, v) ->
                    fields.put(name.toString(), field(parameter.flatMap(p -> p.field(name.toString())), v)));
            return fields;
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(nested(parameter, element)));
            return elements;
        }
        return value instanceof Secret secret ? secret.reveal() : value;
    }

    private static Object field(Optional<Parameter> parameter, Object value) {
        boolean json = parameter.filter(p -> p.type() == Parameter.Type.JSON).isPresent();
        return json && (value instanceof Map || value instanceof List)
                ? Json.text(nested(Optional.empty(), value))
                : nested(parameter, value);
    }
}
