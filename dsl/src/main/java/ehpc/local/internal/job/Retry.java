package ehpc.local.internal.job;

import java.util.List;

/**
 * The retries of a failed task.
 *
 * @param count the maximum number
 * @param only the only exit codes that are retried; empty for all
 * @param never exit codes that are not retried
 * @param priority the priority of a retry; null for one above that of the job
 */
public record Retry(int count, List<Integer> only, List<Integer> never, Integer priority) {

    private static final int HIGHEST = 9;

    boolean covers(JobTask ended) {
        return ended.outcome() == TaskEnd.FAILED
                && ended.runs() <= count
                && (only.isEmpty() || only.contains(ended.exitCode()))
                && !never.contains(ended.exitCode());
    }

    int priority(int ofJob) {
        return priority == null ? Math.min(HIGHEST, ofJob + 1) : priority;
    }
}
