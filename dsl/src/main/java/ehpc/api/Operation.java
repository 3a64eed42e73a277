package ehpc.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operation of the service.
 *
 * @param name the service's name, such as {@code ListNodes}
 * @param help a summary, one line
 * @param methods HTTP methods it is documented for, the preferred one first
 * @param mutates whether it changes anything
 * @param destroys whether it removes, stops or replaces something that it cannot bring back as it was, so that a person confirms it
 * @param idempotent whether repeating it has no further effect; empty if unknown
 * @param async whether it only starts a task and returns its id
 * @param task the type of the task in ListTasks; empty if not async or undocumented
 * @param paging the paging of its list; empty if not paged
 * @param parameters request parameters in documented order
 * @param response the response tree
 * @param errors error codes documented for it
 * @param errorsComplete whether the documented list of errors is complete
 * @param subjects the kinds of objects that it changes, or reads if it changes nothing, such as {@code queues}
 * @param doneWhenRefused error codes for a requested state that exists already
 */
public record Operation(
        String name,
        String help,
        List<String> methods,
        boolean mutates,
        boolean destroys,
        Optional<Boolean> idempotent,
        boolean async,
        Optional<String> task,
        Optional<Paging> paging,
        List<Parameter> parameters,
        Shape response,
        List<ErrorCode> errors,
        boolean errorsComplete,
        Set<String> subjects,
        Set<String> doneWhenRefused) {

    static final String CLIENT_TOKEN = "ClientToken";

    /** Returns the parameter with this name. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    /** Returns whether it takes a token by which the service recognizes a repeated request. */
    public boolean takesClientToken() {
        return parameter(CLIENT_TOKEN).isPresent();
    }

    /** Returns whether this is a read that returns objects changed by the other operation. */
    public boolean sees(Operation change) {
        return !mutates && change.mutates && !Collections.disjoint(subjects, change.subjects);
    }

    /** Returns an operation with other parameters, and therefore without pages. */
    public Operation withParameters(List<Parameter> others) {
        return new Operation(
                name,
                help,
                methods,
                mutates,
                destroys,
                idempotent,
                async,
                task,
                Optional.empty(),
                List.copyOf(others),
                response,
                errors,
                errorsComplete,
                subjects,
                doneWhenRefused);
    }

    /** Returns a request for this operation. */
    public Request request(Map<String, ?> values) {
        return Request.of(this, values);
    }

    /** Returns a request for this operation without parameters. */
    public Request request() {
        return Request.of(this);
    }

    /** Equal operations have equal names; hashing the complete tree is not necessary. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
