package ehpc.dsl;

/** The thread of a script was interrupted. An error, not an exception, so that scripts do not catch it. */
public class ScriptStopped extends Error {

    /** The message for a script file. */
    public static final String MESSAGE = "the script was interrupted";

    private static final long serialVersionUID = 1L;

    /** Creates the error for a script file, with the stack trace for its line. */
    ScriptStopped() {
        this(MESSAGE, true);
    }

    ScriptStopped(String message, boolean place) {
        super(message, null, false, place);
    }
}
