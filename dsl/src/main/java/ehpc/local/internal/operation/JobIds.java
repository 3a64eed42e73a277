package ehpc.local.internal.operation;

import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.job.JobTask;
import ehpc.local.internal.world.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds jobs and their tasks by the ids of requests: {@code 1.manager0}, {@code 1}, {@code 1[3].manager0}, {@code 1_3}. */
final class JobIds {

    private static final Pattern ID =
            Pattern.compile("([0-9]{1,9})(?:\\[([0-9]{0,9})\\]|_([0-9]{1,9}))?(?:\\.([A-Za-z0-9.-]+))?");

    /**
     * A job, and the tasks that an id names.
     *
     * @param single whether the id names one task of an array
     */
    record Found(Job job, List<JobTask> tasks, boolean single) {

        /** Returns the full id of the task or job. */
        String id() {
            return single ? job.id(tasks.get(0)) : job.id();
        }

        List<JobTask> unfinished() {
            return tasks.stream().filter(task -> !task.finished()).toList();
        }
    }

    private final JobRegistry jobs;

    JobIds(JobRegistry jobs) {
        this.jobs = jobs;
    }

    /** Returns the job of a parameter; refuses an unknown one. */
    Found required(Call call, Cluster cluster, String parameter, String id) {
        return required(call, cluster, jobs.list(cluster), parameter, id);
    }

    /** Returns the jobs of the parameter Jobs; refuses all if one is unknown. */
    List<Found> ofJobs(Call call, Cluster cluster) {
        List<Job> all = jobs.list(cluster);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < call.objects("Jobs").size(); i++) {
            found.add(required(call, cluster, all, "Jobs[" + (i + 1) + "].Id", call.field("Jobs", i, "Id")));
        }
        return found;
    }

    private static Found required(Call call, Cluster cluster, List<Job> all, String parameter, String id) {
        return find(all, id)
                .orElseThrow(() ->
                        call.invalid(parameter + " must be the id of a job of cluster " + cluster.id() + ", is " + id));
    }

    private static Optional<Found> find(List<Job> all, String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String index = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        long number = Long.parseLong(matcher.group(1));
        return all.stream()
                .filter(job -> job.number() == number)
                .filter(job -> matcher.group(4) == null || matcher.group(4).equals(job.host()))
                .findFirst()
                .flatMap(job -> index == null || index.isEmpty()
                        ? Optional.of(new Found(job, job.tasks(), false))
                        : job.task(Integer.parseInt(index)).map(task -> new Found(job, List.of(task), true)));
    }
}
