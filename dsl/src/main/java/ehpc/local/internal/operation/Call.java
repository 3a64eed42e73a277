package ehpc.local.internal.operation;

import ehpc.api.Operation;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.fault.FaultTurn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose parameters have been checked.
 *
 * @param operation what is asked
 * @param parameters plain values by the catalogue's names
 * @param faults the faults that are played while it is carried out
 */
public record Call(Operation operation, Map<String, Object> parameters, FaultTurn faults) {

    String text(String name) {
        return optional(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    int number(String name, int otherwise) {
        return optional(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** Returns the objects of a list; empty when the list is not given. */
    List<Map<?, ?>> objects(String name) {
        List<?> list = parameters.get(name) instanceof List<?> given ? given : List.of();
        return list.stream()
                .map(one -> one instanceof Map<?, ?> map ? map : Map.of())
                .<Map<?, ?>>map(map -> map)
                .toList();
    }

    /** Returns the ids of {@code Instance.N.Id}, each once, in the order given; empty when the list is not given. */
    List<String> instances() {
        List<Map<?, ?>> objects = objects("Instance");
        for (int i = 0; i < objects.size(); i++) {
            Object id = objects.get(i).get("Id");
            if (id == null || id.toString().isEmpty()) {
                throw missing("Instance[" + (i + 1) + "].Id");
            }
        }
        return objects.stream().map(one -> one.get("Id").toString()).distinct().toList();
    }

    /** Refuses a value with the code that the operation documents for it. */
    Refusal invalid(String message) {
        return Parameters.invalid(operation, message);
    }

    private static Refusal missing(String name) {
        return new Refusal(400, "MissingParameter", name + " must be given");
    }
}
