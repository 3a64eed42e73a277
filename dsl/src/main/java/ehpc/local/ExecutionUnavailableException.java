package ehpc.local;

/** The requested isolation of commands is not available; the message lists the modes tried and the reasons. */
public final class ExecutionUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExecutionMode requested;

    /**
     * Creates the exception.
     *
     * @param requested the requested mode
     * @param message the modes tried, the reason for each failure, and the correction
     */
    public ExecutionUnavailableException(ExecutionMode requested, String message) {
        super(message);
        this.requested = requested;
    }

    /** Returns the requested mode. */
    public ExecutionMode requested() {
        return requested;
    }
}
