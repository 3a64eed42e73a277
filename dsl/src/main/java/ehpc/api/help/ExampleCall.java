package ehpc.api.help;

import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.api.Request;
import ehpc.api.RequestCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a request that passes the check from the required parameters of an operation, with documented values. */
final class ExampleCall {

    private ExampleCall() {}

    static Request request(Operation operation) {
        Map<String, Object> values = new LinkedHashMap<>();
        operation.parameters().stream().filter(Parameter::required).forEach(p -> values.put(p.name(), value(p)));
        Optional<Parameter> missing = missing(operation, values);
        while (missing.isPresent()) {
            values.put(missing.get().name(), value(missing.get()));
            missing = missing(operation, values);
        }
        return operation.request(values);
    }

    /** Returns the first parameter that a condition on the others makes required. */
    private static Optional<Parameter> missing(Operation operation, Map<String, Object> values) {
        return RequestCheck.problems(operation.request(values)).stream()
                .filter(problem -> !values.containsKey(problem.parameter()))
                .flatMap(problem -> operation.parameter(problem.parameter()).stream())
                .findFirst();
    }

    private static Object value(Parameter parameter) {
        if (parameter.example() != null) {
            return open(parameter.example());
        }
        return switch (parameter.content()) {
            case OBJECT -> fields(parameter);
            case OBJECT_LIST -> List.of(fields(parameter));
            case STRING_LIST -> List.of("1");
            default -> parameter.name();
        };
    }

    /** Returns the required fields, or the first one with an example if none is required. */
    private static Map<String, Object> fields(Parameter parameter) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameter.fields().stream().filter(Parameter::required).forEach(f -> values.put(f.name(), value(f)));
        if (values.isEmpty()) {
            parameter.fields().stream()
                    .filter(f -> f.example() != null)
                    .findFirst()
                    .ifPresent(f -> values.put(f.name(), value(f)));
        }
        return values;
    }

    /** Documented ids end in asterisks, which a shell would expand to file names. */
    private static Object open(Object example) {
        return example instanceof String text ? text.replaceAll("\\*+$", "...") : example;
    }
}
