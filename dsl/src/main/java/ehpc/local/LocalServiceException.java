package ehpc.local;

/** A local service cannot start; the message says what is in the way and what would be right. */
public final class LocalServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A local service cannot start.
     *
     * @param message what is in the way, one line
     * @param cause the reason, or null
     */
    public LocalServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
