package ehpc;

/** More nodes of a run failed than tolerated. */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RunResult result;

    /** @param result the result of the run */
    public RunFailedException(RunResult result) {
        super("run '" + result.command().shortened() + "': " + result.summary());
        this.result = result;
    }

    /** Returns the result of the run. */
    public RunResult result() {
        return result;
    }

    /** Returns the result, as scripts read it: {@code error.result}. */
    public RunResult getResult() {
        return result;
    }
}
