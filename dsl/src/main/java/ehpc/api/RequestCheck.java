package ehpc.api;

import ehpc.api.Problem.Kind;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a request against the catalogue and reports every problem.
 *
 * <p>The wire form counts: a number or boolean may be given as exact text, and vice versa. A list sent as {@code Name.N} must not be empty
 * unless documented, because an empty list is not sent at all: for most node lists that means all nodes. Messages never contain the values
 * of secret parameters.
 */
public final class RequestCheck {

    private final Operation operation;
    private final NameStyle spelling;
    private final Map<String, Object> parameters;
    private final List<Problem> problems = new ArrayList<>();

    private RequestCheck(Request request, NameStyle spelling) {
        this.operation = request.operation();
        this.spelling = spelling;
        this.parameters = request.parameters();
    }

    /** Returns every problem of a request, in the order of the operation's parameters; unknown names last. */
    public static List<Problem> problems(Request request) {
        return problems(request, NameStyle.SERVICE);
    }

    /** Returns every problem of a request, with names in a spelling. Only the kind of an {@link UnknownValue} value is checked. */
    public static List<Problem> problems(Request request, NameStyle spelling) {
        RequestCheck check = new RequestCheck(request, spelling);
        check.level(null, "", check.operation.parameters(), check.parameters);
        check.unknownParameters();
        return List.copyOf(check.problems);
    }

    /** Checks the parameters of the operation, or the fields of an object. */
    private void level(ParameterScope outer, String prefix, List<Parameter> known, Map<String, Object> values) {
        Map<String, Object> open = revealed(known, values);
        ParameterScope scope = new ParameterScope(outer, known, open);
        for (Parameter parameter : known) {
            String path = prefix + spelling.of(parameter.name());
            Object value = open.get(parameter.name());
            if (value instanceof Secret) {
                add(path, Kind.WRONG_TYPE, "must not be a secret");
            } else if (value instanceof UnknownValue unknown) {
                unknown(path, parameter, unknown, unknown.fits(parameter));
            } else if (!scope.given(parameter.name()) && (value == null || parameter.required())) {
                absent(scope, path, parameter);
            } else {
                value(scope, path, parameter, value);
                RelationCheck.problem(scope, parameter, value, spelling)
                        .ifPresent(message -> add(path, Kind.WRONG_VALUE, message));
            }
        }
        if (!prefix.isEmpty() && !known.isEmpty()) {
            unknownFields(prefix, known, values);
        }
    }

    /** Reveals the secrets in secret parameters, whose values no message contains. */
    private static Map<String, Object> revealed(List<Parameter> known, Map<String, Object> values) {
        Map<String, Object> revealed = new LinkedHashMap<>(values);
        for (Parameter parameter : known) {
            if (parameter.secret() && values.get(parameter.name()) instanceof Secret secret) {
                revealed.put(parameter.name(), secret.reveal());
            }
        }
        return revealed;
    }

    private void absent(ParameterScope scope, String path, Parameter parameter) {
        Condition when = parameter.rules().relations().requiredWhen();
        if (parameter.required()) {
            add(path, Kind.MISSING, "must be given");
        } else if (when != null && scope.holds(when)) {
            add(path, Kind.MISSING, "must be given when " + when.text(spelling));
        }
    }

    private void unknown(String path, Parameter parameter, UnknownValue unknown, boolean fits) {
        if (!fits && unknown.kind() == UnknownValue.Kind.SECRET) {
            add(path, Kind.WRONG_TYPE, "must not be a secret");
        } else if (!fits) {
            wrongType(path, parameter, unknown);
        }
    }

    private void value(ParameterScope scope, String path, Parameter parameter, Object value) {
        boolean text = parameter.type() == Parameter.Type.JSON && value instanceof String;
        Object content = text ? Json.structure((String) value).orElse(value) : value;
        switch (parameter.content()) {
            case OBJECT -> object(scope, path, parameter, content);
            case OBJECT_LIST, STRING_LIST -> list(scope, path, parameter, content);
            default -> ValueCheck.problem(parameter, content).ifPresent(problem -> add(path, problem));
        }
    }

    private void object(ParameterScope scope, String path, Parameter parameter, Object value) {
        if (value instanceof Map<?, ?> fields) {
            level(scope, path + ".", parameter.fields(), named(fields));
        } else {
            wrongType(path, parameter, value);
        }
    }

    private void list(ParameterScope scope, String path, Parameter parameter, Object value) {
        if (!(value instanceof List<?> elements)) {
            wrongType(path, parameter, value);
            return;
        }
        ValueCheck.count(parameter, elements.size()).ifPresent(problem -> add(path, problem));
        for (int i = 0; i < elements.size(); i++) {
            element(scope, path + "[" + (i + 1) + "]", parameter, elements.get(i));
        }
    }

    private void element(ParameterScope scope, String path, Parameter parameter, Object element) {
        if (element instanceof UnknownValue unknown) {
            element(path, parameter, unknown);
        } else if (element instanceof Secret) {
            add(path, Kind.WRONG_TYPE, "must not be a secret");
        } else if (ParameterScope.blank(element)) {
            add(path, Kind.MISSING, "must be given");
        } else if (parameter.content() == Parameter.Type.STRING_LIST) {
            ValueCheck.text(parameter, element).ifPresent(problem -> add(path, problem));
        } else if (!(element instanceof Map<?, ?> fields)) {
            wrongType(path, parameter, "an object", element);
        } else {
            level(scope, path + ".", parameter.fields(), named(fields));
        }
    }

    private void element(String path, Parameter list, UnknownValue unknown) {
        if (!unknown.fitsIn(list)) {
            boolean texts = list.content() == Parameter.Type.STRING_LIST;
            if (unknown.kind() == UnknownValue.Kind.SECRET) {
                add(path, Kind.WRONG_TYPE, "must not be a secret");
            } else {
                wrongType(path, list, texts ? "text" : "an object", unknown);
            }
        }
    }

    private void wrongType(String path, Parameter parameter, Object value) {
        wrongType(path, parameter, ValueCheck.typeName(parameter), value);
    }

    private void wrongType(String path, Parameter parameter, String what, Object value) {
        ValueCheck.wrongType(parameter, what, value).ifPresent(problem -> add(path, problem));
    }

    private void unknownFields(String prefix, List<Parameter> known, Map<String, Object> values) {
        List<String> names = known.stream().map(Parameter::name).toList();
        List<String> told = spelling.of(names);
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                Optional<String> nearest = Nearest.to(name, told);
                nearest.ifPresent(meant -> isMeant(prefix + meant));
                String message = "unknown field '" + prefix + name + "'" + Nearest.hintOrAll(name, told);
                problems.add(Problem.unknown(prefix + name, message, nearest));
            }
        }
    }

    private void unknownParameters() {
        List<String> names =
                operation.parameters().stream().map(Parameter::name).toList();
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                List<String> told = spelling.of(names);
                Optional<String> nearest = Nearest.to(name, told);
                nearest.ifPresent(this::isMeant);
                problems.add(StrayIndex.problem(operation, parameters, name)
                        .filter(stray -> spelling == NameStyle.SERVICE)
                        .map(stray -> Problem.unknown(name, stray, Optional.empty()))
                        .orElseGet(() -> Problem.unknown(
                                name, "unknown parameter '" + name + "'" + Nearest.hint(nearest), nearest)));
            }
        }
    }

    /** A parameter present under a misspelt name is not reported as missing, too. */
    private void isMeant(String path) {
        problems.removeIf(
                problem -> problem.kind() == Kind.MISSING && problem.parameter().equals(path));
    }

    private void add(String path, Kind kind, String message) {
        add(path, Problem.of(kind, message));
    }

    private void add(String path, Problem problem) {
        problems.add(problem.at(path));
    }

    private static Map<String, Object> named(Map<?, ?> fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }
}
