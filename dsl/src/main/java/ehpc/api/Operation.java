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
 * @param help what it does, one own-words line
 * @param methods HTTP methods it is documented for, preferred one first
 * @param mutates whether it changes something
 * @param idempotent whether doing it twice is the same as once; empty when not known
 * @param async whether it only starts work, whose task id it answers
 * @param task the type under which ListTasks lists that work; empty when it is not async or the type is not documented
 * @param paging how its list is paged; empty when it is not
 * @param parameters request parameters in documented order
 * @param response the response tree
 * @param errors error codes documented for it
 * @param errorsComplete whether the documented list of errors is known to be whole
 * @param subjects the kinds of thing that it changes, or looks at where it changes nothing, such as {@code queues}
 * @param doneWhenRefused error codes by which the service says that what is asked for is there already
 */
public record Operation(
        String name,
        String help,
        List<String> methods,
        boolean mutates,
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

    /** The parameter of that name. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    /** Whether it takes a token by which the service recognises the same request sent again. */
    public boolean takesClientToken() {
        return parameter("ClientToken").isPresent();
    }

    /** Whether this is a read that would see what the other operation changed. */
    public boolean sees(Operation change) {
        return !mutates && change.mutates && !Collections.disjoint(subjects, change.subjects);
    }

    /** A request for this operation. */
    public Request request(Map<String, ?> values) {
        return Request.of(this, values);
    }

    /** A request for this operation without parameters. */
    public Request request() {
        return Request.of(this);
    }

    /** Equal operations have equal names: the rest of the tree need not be walked. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
