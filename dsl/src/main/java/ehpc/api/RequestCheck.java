package ehpc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a request against the catalogue, wholly.
 *
 * <p>What counts is the form on the wire: a number or boolean may be given as text where the text is exactly that, and the
 * other way round. A list that travels as {@code Name.N} must not be empty unless an empty one is documented, since it would
 * vanish on the way: for most node lists that means all nodes. Values of secret parameters are never part of a message.
 */
public final class RequestCheck {

    private final Operation operation;
    private final Map<String, Object> parameters;
    private final List<Problem> problems = new ArrayList<>();

    private RequestCheck(Request request) {
        this.operation = request.operation();
        this.parameters = request.parameters();
    }

    /** Everything that is wrong with a request, in the order of the operation's parameters; unknown names last. */
    public static List<Problem> problems(Request request) {
        RequestCheck check = new RequestCheck(request);
        check.level(null, "", check.operation.parameters(), check.parameters);
        check.unknownParameters();
        return List.copyOf(check.problems);
    }

    /** The parameters of the operation, or the fields of one object. */
    private void level(Scope outer, String prefix, List<Parameter> known, Map<String, Object> values) {
        Scope scope = new Scope(outer, known, values);
        for (Parameter parameter : known) {
            String path = prefix + parameter.name();
            Object value = values.get(parameter.name());
            if (!scope.given(parameter.name()) && (value == null || parameter.required())) {
                absent(scope, path, parameter);
            } else {
                value(scope, path, parameter, value);
                RelationCheck.problem(scope, parameter, value).ifPresent(message -> add(path, message));
            }
        }
        if (!prefix.isEmpty() && !known.isEmpty()) {
            unknownFields(prefix, known, values);
        }
    }

    private void absent(Scope scope, String path, Parameter parameter) {
        Condition when = parameter.rules().relations().requiredWhen();
        if (parameter.required()) {
            add(path, "must be given");
        } else if (when != null && scope.holds(when)) {
            add(path, "must be given when " + when);
        }
    }

    private void value(Scope scope, String path, Parameter parameter, Object value) {
        boolean text = parameter.type() == Parameter.Type.JSON && value instanceof String;
        Object content = text ? Json.structure((String) value).orElse(value) : value;
        switch (parameter.content()) {
            case OBJECT -> object(scope, path, parameter, content);
            case OBJECT_LIST, STRING_LIST -> list(scope, path, parameter, content);
            default -> ValueCheck.problem(parameter, content).ifPresent(message -> add(path, message));
        }
    }

    private void object(Scope scope, String path, Parameter parameter, Object value) {
        if (value instanceof Map<?, ?> fields) {
            level(scope, path + ".", parameter.fields(), named(fields));
        } else {
            wrongType(path, parameter, value);
        }
    }

    private void list(Scope scope, String path, Parameter parameter, Object value) {
        if (!(value instanceof List<?> elements)) {
            wrongType(path, parameter, value);
            return;
        }
        ValueCheck.count(parameter, elements.size()).ifPresent(message -> add(path, message));
        for (int i = 0; i < elements.size(); i++) {
            element(scope, path + "[" + (i + 1) + "]", parameter, elements.get(i));
        }
    }

    private void element(Scope scope, String path, Parameter parameter, Object element) {
        if (Scope.blank(element)) {
            add(path, "must be given");
        } else if (parameter.content() == Parameter.Type.STRING_LIST) {
            ValueCheck.text(parameter, element).ifPresent(message -> add(path, message));
        } else if (!(element instanceof Map<?, ?> fields)) {
            add(path, ValueCheck.wrong(parameter, "an object", element));
        } else {
            level(scope, path + ".", parameter.fields(), named(fields));
        }
    }

    private void wrongType(String path, Parameter parameter, Object value) {
        add(path, ValueCheck.wrong(parameter, ValueCheck.typeName(parameter), value));
    }

    private void unknownFields(String prefix, List<Parameter> known, Map<String, Object> values) {
        List<String> names = known.stream().map(Parameter::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                String hint = Nearest.to(name, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; known: " + String.join(", ", names));
                problems.add(new Problem(prefix + name, "unknown field '" + prefix + name + "'" + hint));
            }
        }
    }

    private void unknownParameters() {
        List<String> names =
                operation.parameters().stream().map(Parameter::name).toList();
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                String message = StrayIndex.problem(operation, parameters, name)
                        .orElseGet(() -> "unknown parameter '" + name + "'" + Nearest.hint(name, names));
                problems.add(new Problem(name, message));
            }
        }
    }

    private void add(String path, String message) {
        problems.add(new Problem(path, path + " " + message));
    }

    private static Map<String, Object> named(Map<?, ?> fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }
}
