package ehpc.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of the service.
 *
 * @param name the service's name, such as {@code ListNodes}
 * @param help what it does, one own-words line
 * @param methods HTTP methods it is documented for, preferred one first
 * @param mutates whether it changes something
 * @param idempotent whether doing it twice is the same as once; empty when not known
 * @param async whether it only starts work that ListTasks follows
 * @param paging how its list is paged; empty when it is not
 * @param parameters request parameters in documented order
 * @param response the response tree
 * @param errors error codes documented for it
 * @param errorsComplete whether the documented list of errors is known to be whole
 */
public record Operation(
        String name,
        String help,
        List<String> methods,
        boolean mutates,
        Optional<Boolean> idempotent,
        boolean async,
        Optional<Paging> paging,
        List<Parameter> parameters,
        Shape response,
        List<ErrorCode> errors,
        boolean errorsComplete) {

    /** The parameter of that name. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    /** A request for this operation. */
    public Request request(Map<String, ?> values) {
        return Request.of(this, values);
    }

    /** A request for this operation without parameters. */
    public Request request() {
        return Request.of(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
