package ehpc.dsl;

/** An entry of a shell was told to stop. No exception that a script catches. */
public final class EntryStopped extends ScriptStopped {

    private static final long serialVersionUID = 1L;

    EntryStopped() {
        super("the entry was interrupted", false);
    }
}
