package ehpc.local.internal.operation;

import ehpc.api.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of parameters and their fields. */
final class ParameterValues {

    private ParameterValues() {}

    /** Returns the fields inside a parameter; empty if there is no such parameter. */
    static List<Parameter> of(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(Parameter::fields)
                .orElse(List.of());
    }

    /** Returns an object with texts as names. */
    static Map<String, Object> named(Object object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> fields.put(name.toString(), value));
        return fields;
    }

    /** Returns a field of an object as text; nothing if it is missing or empty. */
    static Optional<String> text(Map<?, ?> object, String name) {
        return Optional.<Object>ofNullable(object.get(name))
                .map(Object::toString)
                .filter(text -> !text.isEmpty());
    }

    /** Returns these fields of an object as texts, as far as they are given. */
    static Map<String, String> texts(Map<?, ?> object, String... names) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : names) {
            text(object, name).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    /** Returns the value of a parameter that was not given: its documented default, or a blank one. */
    static Object missing(Parameter parameter) {
        if (parameter.defaultValue() != null) {
            return parameter.defaultValue();
        }
        return switch (parameter.type()) {
            case BOOLEAN -> false;
            case INTEGER, LONG -> 0;
            case FLOAT -> 0.0;
            case OBJECT, JSON -> Map.of();
            case OBJECT_LIST, STRING_LIST -> List.of();
            case STRING -> "";
        };
    }
}
