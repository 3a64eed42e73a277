package ehpc;

/** A change of nodes or of a cluster failed after the service had accepted it, or its end was not seen. */
public final class ChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Change change;
    private final boolean open;

    ChangeException(Change change, boolean open, String message) {
        super(change.described() + " " + message);
        this.change = change;
        this.open = open;
    }

    /** Returns the change. */
    public Change change() {
        return change;
    }

    /** Returns whether the change goes on, or may; false if it failed. */
    public boolean isOpen() {
        return open;
    }
}
