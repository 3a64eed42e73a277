package ehpc.local.internal.job;

/**
 * The retries of a failed task.
 *
 * @param count the maximum number
 * @param onExitCode the only exit code that is retried; null for all but 0
 * @param priority the priority of a retry; null for one above that of the job
 */
public record Retry(int count, Integer onExitCode, Integer priority) {

    private static final int HIGHEST = 9;

    public static Retry none() {
        return new Retry(0, null, null);
    }

    boolean covers(Task ended) {
        return ended.outcome() == Outcome.FAILED
                && ended.runs() <= count
                && (onExitCode == null || onExitCode == ended.exitCode());
    }

    int priority(int ofJob) {
        return priority == null ? Math.min(HIGHEST, ofJob + 1) : priority;
    }
}
