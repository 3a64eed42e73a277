package ehpc.dsl;

/** A script's thread was told to stop. No exception that a script catches. */
public class ScriptStopped extends Error {

    /** The message of a script of a file. */
    public static final String MESSAGE = "the script was interrupted";

    private static final long serialVersionUID = 1L;

    /** For a script of a file, whose line is told. */
    ScriptStopped() {
        this(MESSAGE, true);
    }

    ScriptStopped(String message, boolean place) {
        super(message, null, false, place);
    }
}
