package ehpc.dsl;

/** A script said that the process shall end, as {@code System.exit} does: the script ends instead. No exception that a script catches. */
public final class ScriptExit extends Error {

    private static final long serialVersionUID = 1L;

    private final int code;

    ScriptExit(int code) {
        super("the script ended itself with exit code " + code);
        this.code = code;
    }

    /** Returns the exit code that the script gave. */
    public int code() {
        return code;
    }
}
