package ehpc.dsl;

/** A script called {@code System.exit}: the script ends instead of the process. An error, not an exception, so that scripts do not catch it. */
public final class ScriptExit extends Error {

    private static final long serialVersionUID = 1L;

    private final int code;

    ScriptExit(int code) {
        super("the script exited with code " + code);
        this.code = code;
    }

    /** Returns the exit code. */
    public int code() {
        return code;
    }
}
