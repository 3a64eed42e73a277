package ehpc.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A call that is not sent yet: an operation and its parameters. Immutable.
 *
 * <p>Parameters are held as plain values: text, numbers, booleans, lists and maps, under the catalogue's names
 * ({@code Instance: [[Id: 'i-1']]}), and secrets as a {@link Secret} until they are sent. Their form on the wire ({@code Instance.1.Id=i-1}) is {@link #wire()}.
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

    /** A request without parameters. */
    public static Request of(Operation operation) {
        return new Request(operation, Map.of(), null);
    }

    /**
     * A request with parameters.
     *
     * @param parameters by the catalogue's names; an entry whose value is null is left out
     */
    public static Request of(Operation operation, Map<String, ?> parameters) {
        return new Request(operation, Values.copy(parameters), null);
    }

    /** This request with one parameter set, or left out when the value is null. */
    public Request with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return new Request(operation, Values.copy(changed), region);
    }

    /**
     * This request, sent to a region's endpoint.
     *
     * @param id the region, such as {@code cn-hangzhou}
     */
    public Request in(String id) {
        return new Request(operation, parameters, id);
    }

    /** What is asked. */
    public Operation operation() {
        return operation;
    }

    /** The parameters by the catalogue's names, in the order given; deeply immutable. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** The region whose endpoint it goes to; empty leaves the choice to the transport. */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** The parameters as they travel: flat names, text values, in the order given. Here secrets are revealed. */
    public Map<String, String> wire() {
        return WireForm.encode(operation, parameters);
    }

    /** The same, in which a {@link Secret} is still one: each value is a text or a secret. Inside a JSON text secrets are revealed. */
    public Map<String, Object> wireValues() {
        return WireForm.flat(operation, parameters);
    }

    /** Those names of {@link #wire()} whose values the catalogue calls secret: they must not be shown nor kept. */
    public Set<String> secretNames() {
        return SecretNames.of(operation, parameters);
    }

    /**
     * This request, when the catalogue finds nothing wrong with it.
     *
     * @throws InvalidRequestException with every problem
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

    /** The operation and its parameters, secret ones masked. */
    @Override
    public String toString() {
        return operation.name() + Values.masked(operation, parameters);
    }
}
