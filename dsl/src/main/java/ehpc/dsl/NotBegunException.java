package ehpc.dsl;

/** A branch of {@code parallel} that was not begun, as another had failed. Nothing of it was done. */
public final class NotBegunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotBegunException(String clusterId) {
        super("the block of cluster '" + clusterId + "' was not begun, as another one failed", null, false, false);
    }
}
