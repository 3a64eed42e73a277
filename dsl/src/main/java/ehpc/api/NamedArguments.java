package ehpc.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Converts the arguments of a script to the catalogue's names: {@code queueName: 'q'} is {@code QueueName}, and nested maps
 * {@code ecsOrder: [manager: [count: 1]]} become the flat {@code EcsOrder.Manager.Count} if the catalogue has it. An unknown name is kept
 * as written, for {@link RequestCheck} to report. Immutable.
 */
public final class NamedArguments {

    private final Map<String, Object> parameters;
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private NamedArguments(Operation operation, Map<?, ?> arguments) {
        this.parameters = level(operation.parameters(), new Place("", ""), arguments);
    }

    /** The path of an object: in the spelling of scripts, and as written. */
    private record Place(String path, String written) {

        Place field(String name, String as) {
            return new Place(path + name + ".", written + as + ".");
        }

        Place element(String name, String as, int number) {
            return new Place(path + name + "[" + number + "].", written + as + "[" + number + "].");
        }
    }

    /**
     * Reads arguments.
     *
     * @param arguments by name; an {@link UnknownValue} among the names represents any missing ones
     */
    public static NamedArguments read(Operation operation, Map<?, ?> arguments) {
        return new NamedArguments(operation, arguments);
    }

    /** Returns the arguments under the catalogue's names, for a request. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Returns the names that were given twice, and values for several flat names that cannot be split. Paths are as written. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Converts a path of {@link RequestCheck} from the spelling of scripts to the written one: {@code Node[1].Name} for
     * {@code node[1].name}.
     */
    public String written(String path) {
        return written.getOrDefault(path, path);
    }

    private Map<String, Object> level(List<Parameter> known, Place place, Map<?, ?> arguments) {
        Map<String, Object> values = new LinkedHashMap<>();
        arguments.forEach((key, value) -> {
            if (!(key instanceof UnknownValue)) {
                argument(values, known, place, key.toString(), value);
            }
        });
        if (arguments.keySet().stream().anyMatch(UnknownValue.class::isInstance)) {
            known.forEach(parameter -> values.putIfAbsent(parameter.name(), UnknownValue.ANY));
        }
        return values;
    }

    private void argument(Map<String, Object> values, List<Parameter> known, Place place, String name, Object value) {
        Optional<Parameter> parameter = parameter(known, name);
        if (parameter.isPresent()) {
            String as = NameStyle.SCRIPT.of(parameter.get().name());
            written.putIfAbsent(place.path() + as, place.written() + name);
            put(values, place, parameter.get().name(), name, value(parameter.get(), place, name, value));
        } else if (flat(known, name).isEmpty()) {
            put(values, place, name, name, value);
        } else {
            flat(values, known, place, name, value);
        }
    }

    /** Adds the value of a name that is the prefix of several flat names. */
    private void flat(Map<String, Object> values, List<Parameter> known, Place place, String name, Object value) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, field) -> {
                if (key instanceof UnknownValue) {
                    open(values, known, name);
                } else {
                    argument(values, known, place, name + "." + key, field);
                }
            });
        } else if (value != null) {
            if (!(value instanceof UnknownValue unknown) || !unknown.mayHaveFields()) {
                problems.add(Problem.of(Problem.Kind.WRONG_TYPE, "must be an object, is " + Phrases.show(value))
                        .at(place.path() + name)
                        .written(place.written() + name));
            }
            open(values, known, name);
        }
    }

    private static void open(Map<String, Object> values, List<Parameter> known, String name) {
        flat(known, name).forEach(parameter -> values.putIfAbsent(parameter.name(), UnknownValue.ANY));
    }

    private void put(Map<String, Object> values, Place place, String key, String name, Object value) {
        if (values.get(key) != null && values.get(key) != UnknownValue.ANY) {
            problems.add(Problem.of(Problem.Kind.TWICE, "must be given once, is given twice")
                    .at(place.path() + NameStyle.SCRIPT.of(key))
                    .written(place.written() + name));
        } else {
            values.put(key, value);
        }
    }

    private Object value(Parameter parameter, Place place, String name, Object value) {
        String as = NameStyle.SCRIPT.of(parameter.name());
        if (parameter.fields().isEmpty()) {
            return value;
        }
        if (value instanceof Map<?, ?> fields && parameter.content() == Parameter.Type.OBJECT) {
            return level(parameter.fields(), place.field(as, name), fields);
        }
        if (value instanceof List<?> list && parameter.content() == Parameter.Type.OBJECT_LIST) {
            List<Object> elements = new ArrayList<>();
            for (Object element : list) {
                Place inside = place.element(as, name, elements.size() + 1);
                elements.add(element instanceof Map<?, ?> fields ? level(parameter.fields(), inside, fields) : element);
            }
            return elements;
        }
        return value;
    }

    private static Optional<Parameter> parameter(List<Parameter> known, String name) {
        List<String> names = known.stream().map(Parameter::name).toList();
        return NameStyle.find(name, names)
                .flatMap(found ->
                        known.stream().filter(p -> p.name().equals(found)).findFirst());
    }

    /** Returns the parameters whose flat names begin with a name and a dot. */
    private static List<Parameter> flat(List<Parameter> known, String name) {
        long parts = name.chars().filter(c -> c == '.').count() + 1;
        return known.stream()
                .filter(p -> p.name().chars().filter(c -> c == '.').count() >= parts)
                .filter(p ->
                        NameStyle.find(name, List.of(first(p.name(), parts))).isPresent())
                .toList();
    }

    private static String first(String name, long parts) {
        return Arrays.stream(name.split("\\.")).limit(parts).collect(Collectors.joining("."));
    }
}
