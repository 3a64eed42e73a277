package ehpc.api;

import java.util.List;
import java.util.Map;

/** The values beside a parameter, and those of the objects around it, for rules that look at others. */
record ParameterScope(ParameterScope outer, List<Parameter> parameters, Map<String, Object> values) {

    /** Whether a condition holds for sure: one that looks at what is not known does not. */
    boolean holds(Condition condition) {
        boolean open = condition.kind() == Condition.Kind.MISSING
                && condition.parameters().stream().anyMatch(this::unknown);
        return !open && condition.holds(this::effective, this::given);
    }

    /** Whether a parameter is given for sure: a blank text, an empty list and an empty map are not. */
    boolean given(String name) {
        ParameterScope owner = owner(name);
        return owner != null && !unknown(name) && !blank(owner.values.get(name));
    }

    private boolean unknown(String name) {
        ParameterScope owner = owner(name);
        return owner != null && owner.values.get(name) instanceof Unknown;
    }

    /** The text of a parameter's value, else of its default, else null; null for one that is not known. */
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
