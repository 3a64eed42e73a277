package ehpc.api;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request that did not end in success: refused, never delivered, or its answer lost. */
public sealed class ApiException extends RuntimeException permits IncompleteListException {

    private static final long serialVersionUID = 1L;

    /** The code of a successful answer with an unreadable field. */
    public static final String UNREADABLE = "UnreadableAnswer";

    /** How far the request got. */
    public enum Kind {
        /** The service answered with an error. */
        REFUSED,
        /** The request did not leave this machine: no name, no connection, no handshake, no credentials. */
        UNREACHABLE,
        /** The request left, and no readable answer arrived: it may have been carried out. */
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
    private Duration retryAfter;

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

    /** An answer that was read but is not the requested one. */
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
     * Creates the failure of a request that the service refused.
     *
     * @param operation the operation
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
     * Creates the failure of a request that found no connection.
     *
     * @param operation the operation
     * @param detail the reason, one line
     * @param cause the cause, or null
     */
    public static ApiException unreachable(Operation operation, String detail, Throwable cause) {
        return unreachable(operation, ErrorCategory.NETWORK, detail, cause);
    }

    /**
     * Creates the failure of a request that was not sent.
     *
     * @param operation the operation
     * @param category the category of the reason
     * @param detail the reason, one line
     * @param cause the cause, or null
     */
    public static ApiException unreachable(
            Operation operation, ErrorCategory category, String detail, Throwable cause) {
        return new ApiException(Kind.UNREACHABLE, category, operation, 0, "Unreachable", detail, null, null, cause);
    }

    /**
     * Creates the failure of a request whose answer was lost.
     *
     * @param operation the operation
     * @param httpStatus the answer's HTTP status, 0 if none arrived
     * @param detail known details, one line
     * @param requestId the service's id of the request, or null
     * @param cause the cause, or null
     */
    public static ApiException lost(
            Operation operation, int httpStatus, String detail, String requestId, Throwable cause) {
        return new ApiException(
                Kind.LOST, ErrorCategory.LOST, operation, httpStatus, "AnswerLost", detail, requestId, null, cause);
    }

    /**
     * Creates the failure of a request whose caller stopped waiting for the answer.
     *
     * @param operation the operation
     * @param category {@link ErrorCategory#INTERRUPTED} or {@link ErrorCategory#CLOSED}
     * @param detail known details, one line
     * @param cause the cause, or null
     */
    public static ApiException abandoned(Operation operation, ErrorCategory category, String detail, Throwable cause) {
        return new ApiException(Kind.LOST, category, operation, 0, "AnswerLost", detail, null, null, cause);
    }

    /**
     * Returns this failure with its request.
     *
     * @param failed the request that was sent
     */
    public ApiException of(Request failed) {
        request = failed;
        return this;
    }

    /**
     * Returns this failure with the time of the answer.
     *
     * @param time the answer's {@code Date}, or null
     */
    public ApiException answeredAt(Instant time) {
        answeredAt = time;
        return this;
    }

    /**
     * Returns this failure with the time after which the service asks to try again.
     *
     * @param time the answer's {@code x-acs-retry-after}, or null
     */
    public ApiException retryAfter(Duration time) {
        retryAfter = time;
        return this;
    }

    /**
     * Creates the failure of a successful answer with an unreadable field, on which no decision may rest.
     *
     * @param operation the operation
     * @param field the field's name
     * @param value its value
     * @param right the expected type with its article, such as {@code a whole number}
     */
    public static ApiException unreadable(Operation operation, String field, Object value, String right) {
        return new ApiException(operation, UNREADABLE, field + " is " + Phrases.show(value) + ", not " + right);
    }

    /** Creates the failure of a successful answer with neither a list nor the field beside it, so that the list may not be empty. */
    static ApiException neither(Operation operation, String list, String field) {
        return new ApiException(operation, UNREADABLE, "the answer has neither " + list + " nor " + field);
    }

    /** Returns how far the request got. */
    public Kind kind() {
        return kind;
    }

    /** Returns the category of the error. */
    public ErrorCategory category() {
        return category;
    }

    /** Returns the request, if the transport provides it. */
    public Optional<Request> request() {
        return Optional.ofNullable(request);
    }

    /** Returns the time of the failure, by this machine's clock. */
    public Instant failedAt() {
        return failedAt;
    }

    /** Returns the time of the answer, by the service's clock; empty if unknown. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** Returns the time after which the service asks to try again; empty if it states none. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns the operation of the request. */
    public Operation operation() {
        return operation;
    }

    /** Returns the HTTP status of the answer; 0 if there was none. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the service's error code, or {@code Unreachable}, {@code AnswerLost}, {@code UnreadableAnswer} or {@code IncompleteList}. */
    public String code() {
        return code;
    }

    /** Returns the service's message or the known details, without code and request id. */
    public String detail() {
        return detail;
    }

    /** Returns the request id. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** Returns the page that the service recommends. */
    public Optional<URI> recommend() {
        return Optional.ofNullable(recommend);
    }

    /**
     * Returns whether the service may have carried the request out, completely or partly: the answer was lost, or it reports a failure
     * that is temporary, internal or partial.
     */
    public boolean mayHaveHappened() {
        return operation.mutates() && (kind == Kind.LOST || kind == Kind.REFUSED && category.isMaybeDone());
    }

    /**
     * Returns whether repeating the request cannot take effect twice, and may succeed once the obstacle is removed. A {@code ClientToken} is
     * not taken into account, as a new call gets a new one.
     */
    public boolean safeToRetry() {
        return Repeatability.of(operation).isSafeAfter(this);
    }

    /** Returns whether the unchanged request may succeed a little later, and cannot take effect twice. */
    public boolean isTemporary() {
        return safeToRetry() && category.isTemporary();
    }

    /** Returns whether the caller ended it: by interrupting the thread or by closing the connection. */
    public boolean isStopped() {
        return category == ErrorCategory.INTERRUPTED || category == ErrorCategory.CLOSED;
    }

    /** Returns whether the service refused because of too many requests. */
    public boolean throttled() {
        return category == ErrorCategory.THROTTLED;
    }

    private static String text(Operation operation, String what, String detail, String requestId) {
        String id = requestId == null ? "" : " (request id " + requestId + ")";
        return operation.name() + ": " + what + ": " + detail + id;
    }
}
