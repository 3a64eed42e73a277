package ehpc.api;

import java.util.List;
import java.util.Map;

/** The values beside a parameter, and those of the objects around it, for rules that look at others. */
record Scope(Scope outer, List<Parameter> parameters, Map<String, Object> values) {

    boolean holds(Condition condition) {
        return condition.holds(this::effective, this::given);
    }

    /** Whether a parameter is given: a blank text, an empty list and an empty map are not. */
    boolean given(String name) {
        Scope owner = owner(name);
        return owner != null && !blank(owner.values.get(name));
    }

    /** The text of a parameter's value, else of its default, else null. */
    String effective(String name) {
        Scope owner = owner(name);
        if (owner == null) {
            return null;
        }
        Object value = owner.values.get(name);
        Object effective = blank(value) ? owner.parameter(name).defaultValue() : value;
        return effective == null ? null : effective.toString();
    }

    static boolean blank(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Scope::blank);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value == null || value.toString().isBlank();
    }

    private Scope owner(String name) {
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
