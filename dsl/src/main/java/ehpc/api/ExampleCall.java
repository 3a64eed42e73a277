package ehpc.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request that would pass the check, made of an operation's required parameters with documented values. */
final class ExampleCall {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

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

    /** The command line that sends it, broken after {@code \} where a line would exceed the width. */
    static List<String> lines(Operation operation, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("ehpc call " + operation.name());
        request(operation).wire().forEach((name, value) -> {
            String word = "--" + name + " " + quoted(value);
            if (line.length() + word.length() + 3 > width) {
                lines.add(line + " \\");
                line.setLength(0);
                line.append("   ");
            }
            line.append(" ").append(word);
        });
        lines.add(line.toString());
        return lines;
    }

    /** The first parameter that a condition on the others makes required. */
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

    /** The required fields, or where none is required the first that has an example. */
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

    /** Documented ids end in asterisks, which a shell would take for file names. */
    private static Object open(Object example) {
        return example instanceof String text ? text.replaceAll("\\*+$", "...") : example;
    }

    private static String quoted(String value) {
        return BARE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
