package ehpc.api;

import ehpc.api.Parameter.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains why a flat name such as {@code Instance.3.Id} does not fit into its list. */
final class StrayIndex {

    private final String name;

    private StrayIndex(String name) {
        this.name = name;
    }

    /** Returns the problem of the name's index; empty if the fault is another one. */
    static Optional<String> problem(Operation operation, Map<String, Object> parameters, String name) {
        return operation.parameters().stream()
                .filter(p -> name.startsWith(p.name() + "."))
                .findFirst()
                .flatMap(p -> new StrayIndex(name).at(p, p.name(), parameters.get(p.name()), steps(p, name)));
    }

    private Optional<String> at(Parameter parameter, String path, Object value, List<String> steps) {
        if (parameter.type() == Type.OBJECT) {
            return field(parameter, path, value, steps);
        }
        if (steps.isEmpty() || !isList(parameter)) {
            return Optional.empty();
        }
        String step = steps.get(0);
        if (!step.matches("[1-9][0-9]*")) {
            return Optional.of(name + " must be numbered from 1: " + path + ".1, " + path + ".2, ...");
        }
        List<String> rest = steps.subList(1, steps.size());
        int size = value instanceof List<?> elements ? elements.size() : 0;
        if (step.length() > 7 || Integer.parseInt(step) > size) {
            return leadsSomewhere(parameter, rest)
                    ? Optional.of(name + " must be numbered without a gap: " + path + "." + (size + 1) + " is missing")
                    : Optional.empty();
        }
        Object element = ((List<?>) value).get(Integer.parseInt(step) - 1);
        return field(parameter, path + "." + step, element, rest);
    }

    private Optional<String> field(Parameter owner, String path, Object value, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        String step = steps.get(0);
        Object inner = value instanceof Map<?, ?> map ? map.get(step) : null;
        return owner.field(step).flatMap(f -> at(f, path + "." + step, inner, steps.subList(1, steps.size())));
    }

    /** Returns whether the steps inside an element lead to a value. */
    private static boolean leadsSomewhere(Parameter owner, List<String> steps) {
        if (steps.isEmpty()) {
            return owner.type() == Type.STRING_LIST;
        }
        Parameter field = owner.field(steps.get(0)).orElse(null);
        List<String> rest = steps.subList(1, steps.size());
        if (field == null || !isList(field)) {
            return field != null && rest.isEmpty();
        }
        return !rest.isEmpty() && leadsSomewhere(field, rest.subList(1, rest.size()));
    }

    private static List<String> steps(Parameter parameter, String name) {
        return List.of(name.substring(parameter.name().length() + 1).split("\\.", -1));
    }

    private static boolean isList(Parameter parameter) {
        return parameter.type() == Type.OBJECT_LIST || parameter.type() == Type.STRING_LIST;
    }
}
