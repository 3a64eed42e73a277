package ehpc.local;

/** The requested way to run commands does not work on this machine; the message says what was tried and what would help. */
public final class ExecutionUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Commands cannot be run in the requested way.
     *
     * @param message what was tried, why it failed, and what would be right
     */
    public ExecutionUnavailableException(String message) {
        super(message);
    }
}
