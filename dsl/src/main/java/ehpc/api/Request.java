package ehpc.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An operation and its parameters, before sending. Immutable.
 *
 * <p>Parameters are plain values: text, numbers, booleans, lists and maps, under the catalogue's names ({@code Instance: [[Id: 'i-1']]}),
 * and secrets are a {@link Secret} until they are sent. The wire form ({@code Instance.1.Id=i-1}) is {@link #wire()}.
 */
public final class Request {

    private final Operation operation;
    private final Map<String, Object> parameters;
    private final String region;

    private Request(Operation operation, Map<String, Object> parameters, String region) {
        this.operation = Objects.requireNonNull(operation);
        this.parameters = parameters;
        this.region = region;
    }

    /** Returns a request without parameters. */
    public static Request of(Operation operation) {
        return new Request(operation, Map.of(), null);
    }

    /**
     * Returns a request with parameters.
     *
     * @param parameters by the catalogue's names; null values are omitted
     */
    public static Request of(Operation operation, Map<String, ?> parameters) {
        return new Request(operation, Values.copy(parameters), null);
    }

    /** Returns this request with one parameter set, or removed if the value is null. */
    public Request with(String name, Object value) {
        return with(Collections.singletonMap(name, value));
    }

    /**
     * Returns this request with parameters set, each after the others.
     *
     * @param values by the catalogue's names; a parameter whose value is null is removed
     */
    public Request with(Map<String, ?> values) {
        Map<String, Object> changed = new LinkedHashMap<>(parameters);
        values.forEach((name, value) -> {
            changed.remove(name);
            if (value != null) {
                changed.put(name, value);
            }
        });
        return new Request(operation, Values.copy(changed), region);
    }

    /**
     * Returns this request for a region's endpoint.
     *
     * @param id the region, such as {@code cn-hangzhou}
     */
    public Request in(String id) {
        return new Request(operation, parameters, id);
    }

    /**
     * Returns this request with a fresh {@code ClientToken}, by which the service recognizes a repetition; unchanged if its operation takes
     * none, or if it has one. Sending adds a token by itself. Call this to know the token beforehand.
     */
    public Request withClientToken() {
        boolean missing = operation.takesClientToken() && !parameters.containsKey(Operation.CLIENT_TOKEN);
        return missing ? with(Operation.CLIENT_TOKEN, UUID.randomUUID().toString()) : this;
    }

    /** Returns the operation. */
    public Operation operation() {
        return operation;
    }

    /** Returns the parameters by the catalogue's names, in the order given; deeply immutable. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Returns the region of the endpoint; if empty, the transport chooses one. */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** Returns the parameters in wire form: flat names, text values, in the order given. Secrets are revealed. */
    public Map<String, String> wire() {
        return WireForm.encode(operation, parameters);
    }

    /** Returns the wire form with {@link Secret} values unrevealed, except inside a JSON text. */
    public Map<String, Object> wireValues() {
        return WireForm.flat(operation, parameters);
    }

    /** Returns the names in {@link #wire()} whose values are secret by the catalogue and must not be shown or stored. */
    public Set<String> secretNames() {
        return SecretNames.of(operation, parameters);
    }

    /** Returns the texts of secret parameters and of each {@link Secret}, which must not be shown or stored. */
    public Set<String> secretValues() {
        return SecretValues.of(operation, parameters);
    }

    /**
     * Returns this request if it satisfies the catalogue.
     *
     * @throws InvalidRequestException if the request has problems; the exception lists all of them
     */
    public Request checked() {
        var problems = RequestCheck.problems(this);
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(operation.name(), problems);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request that
                && operation.equals(that.operation)
                && parameters.equals(that.parameters)
                && Objects.equals(region, that.region);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, parameters, region);
    }

    /** Returns the operation and its parameters, secret ones masked. */
    @Override
    public String toString() {
        return operation.name() + Values.masked(operation, parameters);
    }
}
