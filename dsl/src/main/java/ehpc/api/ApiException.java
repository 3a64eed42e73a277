package ehpc.api;

import java.net.URI;
import java.util.Optional;

/** A request that did not end in success: refused, never delivered, or its answer lost. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How far the request came. */
    public enum Kind {
        /** The service answered with an error. */
        REFUSED,
        /** The request did not leave this machine: no name, no connection, no handshake, no credentials. */
        UNREACHABLE,
        /** The request left, and no readable answer came back: it may have been carried out. */
        LOST
    }

    private final Kind kind;
    private final transient Operation operation;
    private final int httpStatus;
    private final String code;
    private final String detail;
    private final String requestId;
    private final URI recommend;

    private ApiException(
            Kind kind,
            Operation operation,
            int httpStatus,
            String code,
            String detail,
            String requestId,
            URI recommend,
            Throwable cause) {
        super(text(operation, kind == Kind.UNREACHABLE ? "not sent" : code, detail, requestId), cause);
        this.kind = kind;
        this.operation = operation;
        this.httpStatus = httpStatus;
        this.code = code;
        this.detail = detail;
        this.requestId = requestId;
        this.recommend = recommend;
    }

    /**
     * The service answered with an error.
     *
     * @param operation what was asked
     * @param httpStatus the answer's HTTP status
     * @param code the service's error code
     * @param detail the service's message
     * @param requestId the service's id of the request, or null
     * @param recommend the page that the service recommends, or null
     */
    public static ApiException refused(
            Operation operation, int httpStatus, String code, String detail, String requestId, URI recommend) {
        return new ApiException(Kind.REFUSED, operation, httpStatus, code, detail, requestId, recommend, null);
    }

    /**
     * The request never left.
     *
     * @param operation what was asked
     * @param detail why, one line
     * @param cause the reason, or null
     */
    public static ApiException unreachable(Operation operation, String detail, Throwable cause) {
        return new ApiException(Kind.UNREACHABLE, operation, 0, "Unreachable", detail, null, null, cause);
    }

    /**
     * The request left and its answer is not known.
     *
     * @param operation what was asked
     * @param httpStatus the answer's HTTP status, 0 when none came
     * @param detail what is known, one line
     * @param requestId the service's id of the request, or null
     * @param cause the reason, or null
     */
    public static ApiException lost(
            Operation operation, int httpStatus, String detail, String requestId, Throwable cause) {
        return new ApiException(Kind.LOST, operation, httpStatus, "AnswerLost", detail, requestId, null, cause);
    }

    /** How far the request came. */
    public Kind kind() {
        return kind;
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }

    /** The answer's HTTP status, 0 when there was none. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The service's error code, or {@code Unreachable} or {@code AnswerLost}. */
    public String code() {
        return code;
    }

    /** The service's message, or what is known, without code and request id. */
    public String detail() {
        return detail;
    }

    /** The service's id of the request. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The page that the service recommends. */
    public Optional<URI> recommend() {
        return Optional.ofNullable(recommend);
    }

    /**
     * Whether the service may have carried the request out, wholly or in part: the answer was lost, or it speaks of a failure
     * inside the service or of a part.
     */
    public boolean mayHaveHappened() {
        boolean inside = httpStatus == 500 || httpStatus == 502 || httpStatus == 504 || code.equals("PartFailure");
        return operation.mutates() && (kind == Kind.LOST || kind == Kind.REFUSED && inside);
    }

    /** Whether sending the same request again cannot do its work twice and may succeed. */
    public boolean safeToRetry() {
        return switch (kind) {
            case UNREACHABLE -> true;
            case LOST -> !operation.mutates();
            case REFUSED -> throttled() || (!operation.mutates() && httpStatus >= 500 && httpStatus != 501);
        };
    }

    /** Whether the service refused because of too many requests. */
    public boolean throttled() {
        return code.startsWith("Throttling");
    }

    private static String text(Operation operation, String what, String detail, String requestId) {
        String id = requestId == null ? "" : " (request id " + requestId + ")";
        return operation.name() + ": " + what + ": " + detail + id;
    }
}
