package ehpc.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The service's successful answer, read by the operation's response tree. Immutable.
 *
 * <p>{@link #body()} has the catalogue's names and types: a documented list is a list (empty if missing), a number sent as text is a
 * number. Undocumented fields are kept unchanged.
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
     * @param operation the operation
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
     * Returns a placeholder for the answer to a call that is recorded and not sent.
     *
     * @param operation the operation of the call
     * @param absence supplies the throwable that any access throws
     */
    public static Response deferred(Operation operation, Supplier<? extends Error> absence) {
        return new Response(operation, Deferred.absent(absence), false);
    }

    /** Returns whether the answer is present; a call that was recorded and not sent has none. */
    public boolean isPresent() {
        return body.isPresent();
    }

    /** Returns whether the answer of a paged operation contains its list, which may be empty. */
    boolean hasList() {
        return listed;
    }

    /** Returns the operation. */
    public Operation operation() {
        return operation;
    }

    /** Returns the complete answer: text, numbers, booleans, lists and maps; deeply immutable. */
    public Map<String, Object> body() {
        return body.require();
    }

    /** Returns the request id; empty if the answer is absent or has none. */
    public String requestId() {
        return isPresent() ? text("RequestId").orElse("") : "";
    }

    /** Returns the value at a dotted path, such as {@code ClusterInfo.Status}. */
    public Optional<Object> at(String path) {
        return Values.at(body(), path);
    }

    /** Returns the value at a dotted path as text; a number without an exponent. */
    public Optional<String> text(String path) {
        return at(path).map(Phrases::text);
    }

    /** Returns the list at a dotted path; empty if missing. */
    public List<Object> list(String path) {
        return at(path).map(Values::asList).orElse(List.of());
    }

    /** Returns the list of objects at a dotted path; empty if missing. */
    public List<Map<String, Object>> objects(String path) {
        return list(path).stream().map(Values::asMap).toList();
    }

    /** Returns typed access to the answer. */
    public RecordFields fields() {
        return new RecordFields(operation, body());
    }

    /** Returns typed access to each of the objects of the list at a dotted path; empty if missing. */
    public List<RecordFields> records(String path) {
        return objects(path).stream()
                .map(entry -> new RecordFields(operation, entry))
                .toList();
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
