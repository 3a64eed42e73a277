package ehpc.local.internal.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A submitted job. Immutable.
 *
 * @param number the number in its cluster, from 1
 * @param host the host name of the scheduler, which is part of the id
 * @param deleted whether lists leave it out
 * @param tasks its tasks, in the order of their indexes; one if it is no array
 */
public record Job(
        long number, String host, JobRequest request, Instant submitted, boolean deleted, List<JobTask> tasks) {

    static Job submitted(long number, String host, JobRequest request, Instant at) {
        List<JobTask> tasks = request.array() == null
                ? List.of(JobTask.queued(JobTask.SINGLE))
                : request.array().indexes().stream().map(JobTask::queued).toList();
        return new Job(number, host, request, at, false, tasks);
    }

    /** Returns the id of the job: {@code 1.manager0}. */
    public String id() {
        return number + "." + host;
    }

    /** Returns the id of a task: {@code 1[3].manager0}, or that of the job if it is no array. */
    public String id(JobTask task) {
        return task.index() == JobTask.SINGLE ? id() : number + "[" + task.index() + "]." + host;
    }

    public Optional<JobTask> task(int index) {
        return tasks.stream().filter(task -> task.index() == index).findFirst();
    }

    /** Returns the state of the whole: finished if all tasks are, queued if none has started. */
    public TaskState state() {
        if (tasks.stream().allMatch(JobTask::finished)) {
            return TaskState.FINISHED;
        }
        return tasks.stream().allMatch(task -> task.state() == TaskState.QUEUED) ? TaskState.QUEUED : TaskState.RUNNING;
    }

    /** Returns the earliest start of its tasks. */
    public Optional<Instant> started() {
        return tasks.stream()
                .flatMap(task -> Optional.ofNullable(task.started()).stream())
                .min(Instant::compareTo);
    }

    /** Returns the time of the latest change. */
    public Instant modified() {
        return tasks.stream()
                .flatMap(task ->
                        Optional.ofNullable(task.ended()).or(() -> Optional.ofNullable(task.started())).stream())
                .max(Instant::compareTo)
                .orElse(submitted);
    }

    /** Returns the host names of the nodes of all tasks. */
    public List<String> hosts() {
        return tasks.stream().flatMap(task -> task.hosts().stream()).distinct().toList();
    }

    Job with(JobTask changed) {
        return new Job(
                number,
                host,
                request,
                submitted,
                deleted,
                tasks.stream()
                        .map(task -> task.index() == changed.index() ? changed : task)
                        .toList());
    }

    Job asDeleted() {
        return new Job(number, host, request, submitted, true, tasks);
    }
}
