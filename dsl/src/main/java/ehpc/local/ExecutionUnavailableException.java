package ehpc.local;

/** The requested way to run commands does not work on this machine; the message names the ways tried and their reasons. */
public final class ExecutionUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExecutionMode requested;

    /**
     * Commands cannot be run in the requested way.
     *
     * @param requested that way
     * @param message the ways that were tried, why each failed, and what would be right
     */
    public ExecutionUnavailableException(ExecutionMode requested, String message) {
        super(message);
        this.requested = requested;
    }

    /** Returns the requested way to run commands. */
    public ExecutionMode requested() {
        return requested;
    }
}
