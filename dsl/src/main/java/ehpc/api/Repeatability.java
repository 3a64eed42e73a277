package ehpc.api;

/**
 * Whether a request may be sent again after a failure. It follows from the operation's entry in the catalogue: {@code mutates}, and a
 * parameter {@code ClientToken}.
 *
 * <table>
 * <caption>Requests that are sent again</caption>
 * <tr><th></th><th>refused by throttling, or nothing of it was sent</th><th>refused for the moment, or its answer lost</th></tr>
 * <tr><td>{@link #READ}</td><td>yes</td><td>yes</td></tr>
 * <tr><td>{@link #TOKEN}</td><td>yes</td><td>yes, with the same token</td></tr>
 * <tr><td>{@link #ONCE}</td><td>yes</td><td>no: its outcome is unknown, or it is refused</td></tr>
 * </table>
 */
public enum Repeatability {
    /** A call that changes nothing. */
    READ,
    /** A mutating call with a token, by which the service recognizes the repetition and carries it out once. */
    TOKEN,
    /** Any other mutating call, such as a command. */
    ONCE;

    /** Returns the repeatability of a request: a mutating call has a token only if the request contains it. */
    public static Repeatability of(Request request) {
        Operation operation = request.operation();
        if (!operation.mutates()) {
            return READ;
        }
        boolean token = operation.takesClientToken() && request.parameters().containsKey(Operation.CLIENT_TOKEN);
        return token ? TOKEN : ONCE;
    }

    /** Returns the repeatability of an operation, without a token. */
    static Repeatability of(Operation operation) {
        return operation.mutates() ? ONCE : READ;
    }

    /** Returns whether the unchanged request may succeed a little later, and cannot take effect twice. */
    public boolean allows(ApiException failure) {
        return failure.category().isTemporary() && isSafeAfter(failure);
    }

    /** Returns whether repeating the request cannot take effect twice. */
    boolean isSafeAfter(ApiException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> true;
            case LOST -> this != ONCE;
            case REFUSED ->
                failure.category().isNothingDone()
                        || this != ONCE && failure.category().isTemporary();
        };
    }
}
