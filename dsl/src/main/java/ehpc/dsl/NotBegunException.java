package ehpc.dsl;

/** A branch of {@code parallel} that was not begun, as another had failed or the script had been interrupted. Nothing of it was done. */
public final class NotBegunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotBegunException(String clusterId, String why) {
        super("the block of cluster '" + clusterId + "' was not begun, as " + why, null, false, false);
    }
}
