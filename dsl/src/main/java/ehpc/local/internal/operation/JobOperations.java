package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.job.JobRequest;
import ehpc.local.internal.operation.JobIds.Found;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;

/** The operations that submit and end jobs. A request on several jobs changes all of them, or none. */
final class JobOperations {

    private final World world;
    private final JobRegistry jobs;
    private final JobIds ids;

    JobOperations(World world, JobRegistry jobs) {
        this.world = world;
        this.jobs = jobs;
        this.ids = new JobIds(jobs);
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "CreateJobFile", this::createFile,
                "SubmitJob", this::submit,
                "StopJobs", this::stop,
                "RerunJobs", this::rerun,
                "DeleteJobs", this::delete);
    }

    private Map<String, ?> createFile(Call call) {
        Cluster cluster = cluster(call);
        String user = JobUsers.required(call, world, cluster);
        String file = call.text("TargetFile");
        if (file.startsWith("/")
                || file.endsWith("/")
                || List.of(file.split("/")).contains("..")) {
            throw call.invalid("TargetFile must be a path below the home of the user, is " + file);
        }
        jobs.homes().write(cluster, user, JobParameters.path(call, "TargetFile"), call.text("Content"));
        return Map.of();
    }

    private Map<String, ?> submit(Call call) {
        Cluster cluster = cluster(call);
        String user = JobUsers.required(call, world, cluster);
        JobRequest request = new JobParameters(call, world, cluster).request(user);
        List<String> allowed =
                PbsSettings.users(jobs.settings().find(cluster.id()).orElse(Map.of()), request.queue());
        if (!allowed.isEmpty() && !allowed.contains(user)) {
            throw new Refusal(
                    406,
                    "AgentError.Job.SubmitFailure",
                    "queue '" + request.queue() + "' of cluster " + cluster.id() + " is for users "
                            + String.join(", ", allowed) + ", not for '" + user + "'");
        }
        Job job = jobs.submit(cluster, request);
        return AnswerFields.of("JobId", job.id());
    }

    private Map<String, ?> stop(Call call) {
        Cluster cluster = cluster(call);
        List<Found> found = ids.ofJobs(call, cluster);
        found.forEach(job -> mustNotBeFinished(job, "AgentError.Job.StopFailure"));
        found.forEach(job -> jobs.cancel(cluster, job.job(), job.unfinished()));
        return Map.of();
    }

    private Map<String, ?> rerun(Call call) {
        Cluster cluster = cluster(call);
        List<Found> found = ids.ofJobs(call, cluster);
        for (Found job : found) {
            mustNotBeFinished(job, "AgentError.Job.RerunFailure");
            if (!job.job().request().rerunnable()) {
                throw new Refusal(
                        406,
                        "AgentError.Job.RerunFailure",
                        "job " + job.job().id() + " must have been submitted with ReRunable");
            }
        }
        found.forEach(job -> jobs.rerun(cluster, job.job(), job.unfinished()));
        return Map.of();
    }

    private Map<String, ?> delete(Call call) {
        Cluster cluster = cluster(call);
        List<Found> found = ids.ofJobs(call, cluster);
        for (Found job : found) {
            if (job.single()) {
                throw call.invalid(
                        "Jobs[" + (found.indexOf(job) + 1) + "].Id must be that of a whole job, is " + job.id());
            }
        }
        found.forEach(job -> jobs.delete(cluster, job.job()));
        return Map.of();
    }

    private static void mustNotBeFinished(Found job, String code) {
        if (job.unfinished().isEmpty()) {
            throw new Refusal(406, code, "job " + job.id() + " must be RUNNING or QUEUED, is FINISHED");
        }
    }

    private Cluster cluster(Call call) {
        return world.managed(world.running(world.cluster(call.text("ClusterId"))));
    }
}
