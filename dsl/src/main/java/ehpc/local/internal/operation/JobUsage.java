package ehpc.local.internal.operation;

import ehpc.local.internal.job.Demand;
import ehpc.local.internal.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources that a job, or a task of an array job, has used in its latest run.
 *
 * @param jobId the id of the job
 * @param id that of the task, if the job is an array; otherwise that of the job
 * @param hosts the host names of its nodes
 * @param cores the cores on all of its nodes
 * @param mebibytes the memory on all of its nodes; 0 if none was requested
 * @param ended null while it runs
 */
record JobUsage(
        String jobId,
        String id,
        String user,
        String queue,
        List<String> hosts,
        int cores,
        long mebibytes,
        Instant started,
        Instant ended) {

    /** Returns the use of the tasks of a job that have started. */
    static Stream<JobUsage> of(Job job) {
        Demand demand = job.request().demand();
        return job.tasks().stream()
                .filter(task -> task.started() != null)
                .map(task -> new JobUsage(
                        job.id(),
                        job.id(task),
                        job.request().user(),
                        job.request().queue(),
                        task.hosts(),
                        demand.nodes() * demand.cores(),
                        demand.nodes() * demand.mebibytes(),
                        task.started(),
                        task.ended()));
    }

    /** Returns the seconds of all cores in a time. */
    long coreSeconds(Instant from, Instant to) {
        Instant start = started.isAfter(from) ? started : from;
        Instant end = ended != null && ended.isBefore(to) ? ended : to;
        return end.isAfter(start) ? cores * Duration.between(start, end).toSeconds() : 0;
    }

    /** Returns whether it ran at some moment of a time. */
    boolean ranBetween(Instant from, Instant to) {
        return !started.isAfter(to) && (ended == null || !ended.isBefore(from));
    }
}
