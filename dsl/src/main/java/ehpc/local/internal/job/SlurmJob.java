package ehpc.local.internal.job;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A job in Slurm, with its tasks as they were last seen. Not thread-safe. */
final class SlurmJob {

    final Job job;
    final long id;
    final Map<Integer, JobTask> tasks = new TreeMap<>();
    final Set<Integer> cancelled = new HashSet<>();
    final Set<Integer> late = new HashSet<>();

    SlurmJob(Job job, long id) {
        this.job = job;
        this.id = id;
        job.tasks().forEach(task -> tasks.put(task.index(), task));
    }

    String id(JobTask task) {
        return task.index() == JobTask.SINGLE ? "" + id : id + "_" + task.index();
    }

    boolean exceeds(Instant now) {
        return tasks.values().stream().anyMatch(task -> exceeds(task, now));
    }

    /** Returns whether a running task has exceeded its time, and has not been ended for it. */
    boolean exceeds(JobTask task, Instant now) {
        long seconds = job.request().seconds();
        return seconds > 0
                && task.state() == TaskState.RUNNING
                && !now.isBefore(task.started().plusSeconds(seconds))
                && !late.contains(task.index());
    }

    boolean finished() {
        return tasks.values().stream().allMatch(JobTask::finished);
    }
}
