package ehpc.api;

import java.util.List;
import java.util.Map;

/** The values beside a parameter, and those of the enclosing objects, for rules that depend on others. */
record ParameterScope(ParameterScope outer, List<Parameter> parameters, Map<String, Object> values) {

    /** Returns whether a condition certainly holds; false if it depends on an unknown value. */
    boolean holds(Condition condition) {
        boolean open = condition.kind() == Condition.Kind.MISSING
                && condition.parameters().stream().anyMatch(this::unknown);
        return !open && condition.holds(this::effective, this::given);
    }

    /** Returns whether a parameter is certainly given; a blank text, an empty list or an empty map counts as missing. */
    boolean given(String name) {
        ParameterScope owner = owner(name);
        return owner != null && !unknown(name) && !blank(owner.values.get(name));
    }

    private boolean unknown(String name) {
        ParameterScope owner = owner(name);
        return owner != null && owner.values.get(name) instanceof UnknownValue;
    }

    /** Returns the text of a parameter's value, or of its default; null if it has neither or is unknown. */
    String effective(String name) {
        ParameterScope owner = owner(name);
        if (owner == null || unknown(name)) {
            return null;
        }
        Object value = owner.values.get(name);
        Object effective = blank(value) ? owner.parameter(name).defaultValue() : value;
        return effective == null ? null : effective.toString();
    }

    static boolean blank(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(ParameterScope::blank);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value == null || value.toString().isBlank();
    }

    private ParameterScope owner(String name) {
        if (parameter(name) != null) {
            return this;
        }
        return outer == null ? null : outer.owner(name);
    }

    private Parameter parameter(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
