package ehpc;

/** A run in which more nodes were not ok than tolerated. */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RunResult result;

    /**
     * @param result what came of the run
     */
    public RunFailedException(RunResult result) {
        super("run '" + result.command().shortened() + "': " + result.summary());
        this.result = result;
    }

    /** What came of the run. */
    public RunResult result() {
        return result;
    }

    /** The same, as scripts write it: {@code error.result}. */
    public RunResult getResult() {
        return result;
    }
}
