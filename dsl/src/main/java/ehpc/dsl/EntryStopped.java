package ehpc.dsl;

/** An entry of a shell was told to stop. No exception that a script catches. */
public final class EntryStopped extends ScriptStopped {

    /** The message of an entry. */
    public static final String MESSAGE = "the entry was interrupted";

    private static final long serialVersionUID = 1L;

    EntryStopped() {
        super(MESSAGE, false);
    }
}
