package ehpc.local.internal.job;

import java.time.Instant;
import java.util.List;

/**
 * A job, or one task of an array job, at a moment. Immutable.
 *
 * @param index the index in the array; {@link #SINGLE} for a job that is no array
 * @param outcome null before the end
 * @param exitCode -1 if there is none
 * @param hosts the host names of its nodes; the command runs on the first
 * @param started null before the start; of the latest run
 * @param ended null before the end
 * @param runs the number of runs so far
 */
public record JobTask(
        int index,
        TaskState state,
        TaskEnd outcome,
        int exitCode,
        List<String> hosts,
        Instant started,
        Instant ended,
        int runs) {

    public static final int SINGLE = -1;

    static JobTask queued(int index) {
        return new JobTask(index, TaskState.QUEUED, null, -1, List.of(), null, null, 0);
    }

    JobTask queuedAgain() {
        return new JobTask(index, TaskState.QUEUED, null, -1, List.of(), null, null, runs);
    }

    JobTask running(List<String> on, Instant since) {
        return new JobTask(index, TaskState.RUNNING, null, -1, List.copyOf(on), since, null, runs + 1);
    }

    JobTask ended(TaskEnd how, int code, Instant at) {
        return new JobTask(index, TaskState.FINISHED, how, code, hosts, started, at, runs);
    }

    public boolean finished() {
        return state == TaskState.FINISHED;
    }
}
