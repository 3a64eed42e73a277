package ehpc.dsl;

/** A branch of {@code parallel} that was not started, because another one failed, a step was not approved or the script was interrupted. */
public final class NotBegunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotBegunException(String clusterId, String why) {
        super("the block of cluster '" + clusterId + "' was not started: " + why, null, false, false);
    }
}
