package ehpc.dsl;

/** An entry of a shell was interrupted. Not an exception, so that scripts do not catch it. */
public final class EntryStopped extends ScriptStopped {

    /** The message of an entry. */
    public static final String MESSAGE = "the entry was interrupted";

    private static final long serialVersionUID = 1L;

    EntryStopped() {
        super(MESSAGE, false);
    }
}
