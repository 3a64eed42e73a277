package ehpc.local;

/** A local service cannot start; the message gives the reason and the correction. */
public final class LocalServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the reason, one line
     * @param cause the cause, or null
     */
    public LocalServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
