package ehpc.local.internal.operation;

import ehpc.api.Operation;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.fault.FaultTurn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A request with checked parameters.
 *
 * @param operation the operation
 * @param parameters plain values by the catalogue's names
 * @param faults the faults that affect it
 * @param requestId the id in the answer, which is also that of a task
 * @param region the region of the request
 */
public record Call(
        Operation operation, Map<String, Object> parameters, FaultTurn faults, String requestId, String region) {

    String text(String name) {
        return optional(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optional(String name) {
        return ParameterValues.text(parameters, name);
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    int number(String name, int otherwise) {
        return optional(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** Returns a text that has the form of an example; refuses any other. */
    Optional<String> like(String name, String pattern, String example) {
        Optional<String> given = optional(name);
        given.ifPresent(text -> requireLike(name, text, pattern, example));
        return given;
    }

    private void requireLike(String name, String text, String pattern, String example) {
        if (!text.matches(pattern)) {
            throw invalid(name + " must be as in " + example + ", is " + text);
        }
    }

    Optional<String> instanceType(String name) {
        Optional<String> given = optional(name);
        given.ifPresent(type -> requireInstanceType(name, type));
        return given;
    }

    /** Refuses a text that does not have the form of an instance type. */
    void requireInstanceType(String name, String type) {
        requireLike(name, type, "ecs\\.[a-z0-9-]+\\.[a-z0-9-]+", "ecs.c6.large");
    }

    /** Returns the objects of a list; empty if the list is missing. */
    List<Map<?, ?>> objects(String name) {
        List<?> list = parameters.get(name) instanceof List<?> given ? given : List.of();
        return list.stream()
                .map(one -> one instanceof Map<?, ?> map ? map : Map.of())
                .<Map<?, ?>>map(map -> map)
                .toList();
    }

    /** Returns the texts of a list; empty if the list is missing. */
    List<String> texts(String name) {
        List<?> list = parameters.get(name) instanceof List<?> given ? given : List.of();
        return list.stream().map(Object::toString).toList();
    }

    /** Returns a field of the object at this index, from 0, of a list; refuses a request without it. */
    String field(String name, int index, String field) {
        return ParameterValues.text(objects(name).get(index), field)
                .orElseThrow(() -> invalid(name + "[" + (index + 1) + "]." + field + " must be given"));
    }

    /** Returns the ids of {@code Instance.N.Id} without duplicates, in the order given; empty if the list is missing. */
    List<String> instances() {
        List<Map<?, ?>> objects = objects("Instance");
        return IntStream.range(0, objects.size())
                .mapToObj(i -> ParameterValues.text(objects.get(i), "Id")
                        .orElseThrow(() -> missing("Instance[" + (i + 1) + "].Id")))
                .distinct()
                .toList();
    }

    /** Returns the refusal of a value, with the error code that the operation documents for it. */
    Refusal invalid(String message) {
        return Parameters.invalid(operation, message);
    }

    private static Refusal missing(String name) {
        return new Refusal(400, "MissingParameter", name + " must be given");
    }
}
