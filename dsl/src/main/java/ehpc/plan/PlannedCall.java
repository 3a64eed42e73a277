package ehpc.plan;

import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.api.Request;
import ehpc.api.Secret;
import ehpc.api.WireForm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request of a plan.
 *
 * @param operation the operation's name
 * @param parameters by their wire names, in the order sent
 */
public record PlannedCall(String operation, Map<String, PlannedValue> parameters) {

    static final String REGION = "RegionId";

    private static final Set<String> ON_NODES =
            Set.of("DeleteNodes", "ResetNodes", "SetQueue", "StartNodes", "StopNodes");
    private static final Pattern NODE = Pattern.compile("Instance\\.\\d+\\.Id|Node\\.\\d+\\.Name");

    /** Copies the parameters. */
    public PlannedCall {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Returns the names of the required environment variables. */
    public List<String> secrets() {
        return parameters.values().stream()
                .filter(PlannedValue.SecretName.class::isInstance)
                .map(value -> ((PlannedValue.SecretName) value).name())
                .toList();
    }

    /** Returns the ids or names of the nodes that the request changes, removes or moves. */
    List<String> namedNodes() {
        if (!ON_NODES.contains(operation)) {
            return List.of();
        }
        return parameters.entrySet().stream()
                .filter(entry -> NODE.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(PlannedValue.Text.class::isInstance)
                .map(value -> ((PlannedValue.Text) value).text())
                .toList();
    }

    /** Returns a parameter for display; empty if missing. */
    String shown(String name) {
        PlannedValue value = parameters.get(name);
        return value == null ? "" : value.toString();
    }

    /**
     * Returns the request as planned.
     *
     * @param catalogue the operations of the service
     * @param region the region
     * @param environment the variables with the secrets
     * @throws InputException if this version of ehpc would send different requests
     */
    public Request request(Catalogue catalogue, String region, Map<String, String> environment) {
        Map<String, Object> wire = new LinkedHashMap<>();
        parameters.forEach((name, value) -> wire.put(name, sent(value, environment)));
        Operation known = catalogue.operation(operation);
        if (known.parameter(REGION).isEmpty()) {
            wire.remove(REGION);
        }
        Map<String, Object> values = new LinkedHashMap<>(WireForm.decode(known, wire));
        // A JSON text is sent with its own white space.
        known.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.JSON && wire.containsKey(parameter.name()))
                .forEach(parameter -> values.put(parameter.name(), wire.get(parameter.name())));
        Request request = known.request(values).in(region).checked();
        if (!request.wireValues().equals(wire)) {
            throw new InputException("plan contains a call of " + operation + " that this version of ehpc cannot send");
        }
        return request;
    }

    private static Object sent(PlannedValue value, Map<String, String> environment) {
        if (value instanceof PlannedValue.Text text) {
            return text.text();
        }
        if (value instanceof PlannedValue.SecretName secret && environment.containsKey(secret.name())) {
            return new Secret(secret.name(), environment.get(secret.name()));
        }
        throw new InputException("the value of " + value + " is missing");
    }
}
