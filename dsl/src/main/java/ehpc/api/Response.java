package ehpc.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The service's answer of success, read by the operation's response tree. Immutable.
 *
 * <p>{@link #body()} has the catalogue's names and types: a list that the tree knows is a list (empty when the answer left it
 * out), a number that came as text is a number. Fields that the tree does not know are kept as they came.
 */
public final class Response {

    private final Operation operation;
    private final Deferred<Map<String, Object>> body;
    private final boolean listed;

    private Response(Operation operation, Deferred<Map<String, Object>> body, boolean listed) {
        this.operation = Objects.requireNonNull(operation);
        this.body = body;
        this.listed = listed;
    }

    /**
     * Reads a parsed answer.
     *
     * @param operation what was asked
     * @param parsed the answer's top object as parsed from JSON
     */
    public static Response of(Operation operation, Map<String, ?> parsed) {
        boolean listed = operation
                .paging()
                .map(paging -> ResponseReader.has(operation, parsed, paging.items()))
                .orElse(false);
        return new Response(operation, Deferred.of(ResponseReader.read(operation, parsed)), listed);
    }

    /**
     * The place of the answer to a call that is recorded and not sent.
     *
     * @param operation what would have been asked
     * @param absence gives what is thrown when somebody looks at it
     */
    public static Response deferred(Operation operation, Supplier<? extends Error> absence) {
        return new Response(operation, Deferred.absent(absence), false);
    }

    /** Whether there is an answer; there is none to a call that was recorded and not sent. */
    public boolean isThere() {
        return body.isThere();
    }

    /** Whether the answer of a paged operation holds its list, be it an empty one. */
    boolean givesList() {
        return listed;
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }

    /** The whole answer: text, numbers, booleans, lists and maps; deeply immutable. */
    public Map<String, Object> body() {
        return body.require();
    }

    /** The service's id of the request; empty when the answer had none, or is not there. */
    public String requestId() {
        return isThere() ? text("RequestId").orElse("") : "";
    }

    /** The value at a dotted path, such as {@code ClusterInfo.Status}. */
    public Optional<Object> at(String path) {
        return Values.at(body(), path);
    }

    /** The value at a dotted path as text; a number without an exponent. */
    public Optional<String> text(String path) {
        return at(path).map(Phrases::text);
    }

    /** The list at a dotted path; empty when the answer has none. */
    public List<Object> list(String path) {
        return at(path).map(Values::asList).orElse(List.of());
    }

    /** The list of objects at a dotted path; empty when the answer has none. */
    public List<Map<String, Object>> objects(String path) {
        return list(path).stream().map(Values::asMap).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Response that && operation.equals(that.operation) && body().equals(that.body());
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, body());
    }

    @Override
    public String toString() {
        return operation.name() + body();
    }
}
