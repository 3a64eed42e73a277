package ehpc.api;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A request that did not end in success: refused, never delivered, or its answer lost. */
public sealed class ApiException extends RuntimeException permits IncompleteListException {

    private static final long serialVersionUID = 1L;

    /** The code of an answer of success in which a field cannot be read. */
    public static final String UNREADABLE = "UnreadableAnswer";

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
    private final ErrorCategory category;
    private final transient Operation operation;
    private final int httpStatus;
    private final String code;
    private final String detail;
    private final String requestId;
    private final URI recommend;
    private final Instant failedAt = Instant.now();
    private transient Request request;
    private Instant answeredAt;

    private ApiException(
            Kind kind,
            ErrorCategory category,
            Operation operation,
            int httpStatus,
            String code,
            String detail,
            String requestId,
            URI recommend,
            Throwable cause) {
        this(
                text(operation, kind == Kind.UNREACHABLE ? "not sent" : code, detail, requestId),
                kind,
                category,
                operation,
                httpStatus,
                code,
                detail,
                requestId,
                recommend,
                cause);
    }

    /** An answer that was read and is not the one that was asked for. */
    ApiException(Operation operation, String code, String detail) {
        this(
                operation.name() + ": " + detail,
                Kind.LOST,
                ErrorCategory.LOST,
                operation,
                200,
                code,
                detail,
                null,
                null,
                null);
    }

    private ApiException(
            String message,
            Kind kind,
            ErrorCategory category,
            Operation operation,
            int httpStatus,
            String code,
            String detail,
            String requestId,
            URI recommend,
            Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.category = category;
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
        ErrorCategory category = Catalogue.category(httpStatus, code);
        return new ApiException(
                Kind.REFUSED, category, operation, httpStatus, code, detail, requestId, recommend, null);
    }

    /**
     * The request never left, as no connection came about.
     *
     * @param operation what was asked
     * @param detail why, one line
     * @param cause the reason, or null
     */
    public static ApiException unreachable(Operation operation, String detail, Throwable cause) {
        return unreachable(operation, ErrorCategory.NETWORK, detail, cause);
    }

    /**
     * The request never left.
     *
     * @param operation what was asked
     * @param category the matter that kept it back
     * @param detail why, one line
     * @param cause the reason, or null
     */
    public static ApiException unreachable(
            Operation operation, ErrorCategory category, String detail, Throwable cause) {
        return new ApiException(Kind.UNREACHABLE, category, operation, 0, "Unreachable", detail, null, null, cause);
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
        return new ApiException(
                Kind.LOST, ErrorCategory.LOST, operation, httpStatus, "AnswerLost", detail, requestId, null, cause);
    }

    /**
     * The request left, and somebody here ended the waiting for its answer.
     *
     * @param operation what was asked
     * @param category {@link ErrorCategory#INTERRUPTED} or {@link ErrorCategory#CLOSED}
     * @param detail what is known, one line
     * @param cause the reason, or null
     */
    public static ApiException abandoned(Operation operation, ErrorCategory category, String detail, Throwable cause) {
        return new ApiException(Kind.LOST, category, operation, 0, "AnswerLost", detail, null, null, cause);
    }

    /**
     * This failure, with what it came of.
     *
     * @param failed the request that was sent
     */
    public ApiException of(Request failed) {
        request = failed;
        return this;
    }

    /**
     * This failure, with the time that the answer bears.
     *
     * @param time the answer's {@code Date}, or null
     */
    public ApiException answeredAt(Instant time) {
        answeredAt = time;
        return this;
    }

    /**
     * An answer of success in which a field cannot be read, so that nothing may be decided on it.
     *
     * @param operation what was asked
     * @param field the field's name
     * @param value what it holds
     * @param right what it should be, with its article, such as {@code a whole number}
     */
    public static ApiException unreadable(Operation operation, String field, Object value, String right) {
        return new ApiException(operation, UNREADABLE, field + " is " + Phrases.show(value) + ", not " + right);
    }

    /** An answer of success with neither a list nor the field that goes with it: nobody can tell whether the list is empty. */
    static ApiException neither(Operation operation, String list, String field) {
        return new ApiException(operation, UNREADABLE, "the answer has neither " + list + " nor " + field);
    }

    /** How far the request came. */
    public Kind kind() {
        return kind;
    }

    /** The matter that it is about. */
    public ErrorCategory category() {
        return category;
    }

    /** The request, where the transport tells it. */
    public Optional<Request> request() {
        return Optional.ofNullable(request);
    }

    /** When it failed, by this machine's clock. */
    public Instant failedAt() {
        return failedAt;
    }

    /** When the service answered, by the service's clock; empty when the answer bears no time. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }

    /** The answer's HTTP status, 0 when there was none. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The service's error code, or {@code Unreachable}, {@code AnswerLost}, {@code UnreadableAnswer} or {@code IncompleteList}. */
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
        return operation.mutates() && (kind == Kind.LOST || kind == Kind.REFUSED && isDoubtful());
    }

    /** A code that only asks for patience does not outweigh a status that tells of a failure inside. */
    private boolean isDoubtful() {
        boolean inside = category.isTemporary()
                && !category.isNothingDone()
                && ErrorTable.of(httpStatus).isMaybeDone()
                && httpStatus >= 500;
        return category.isMaybeDone() || inside;
    }

    /** Whether sending the same request again cannot do its work twice, and may succeed when what kept it back is gone. */
    public boolean safeToRetry() {
        return switch (kind) {
            case UNREACHABLE -> true;
            case LOST -> !operation.mutates();
            case REFUSED -> category.isNothingDone() || (!operation.mutates() && category.isTemporary());
        };
    }

    /** Whether the same request may succeed a little later, with nothing changed, and cannot do its work twice. */
    public boolean isTemporary() {
        return safeToRetry() && category.isTemporary();
    }

    /** Whether somebody here ended it: by an interrupt of the thread, or by closing the connection. */
    public boolean isStopped() {
        return category == ErrorCategory.INTERRUPTED || category == ErrorCategory.CLOSED;
    }

    /** Whether the service refused because of too many requests. */
    public boolean throttled() {
        return category == ErrorCategory.THROTTLED;
    }

    private static String text(Operation operation, String what, String detail, String requestId) {
        String id = requestId == null ? "" : " (request id " + requestId + ")";
        return operation.name() + ": " + what + ": " + detail + id;
    }
}
