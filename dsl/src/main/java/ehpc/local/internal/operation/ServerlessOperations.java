package ehpc.local.internal.operation;

import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations on serverless jobs. The command of a container runs as a process of a compute node; its image is only shown. */
final class ServerlessOperations {

    private static final Pattern ID = Pattern.compile("([0-9]{1,9})(?:_([0-9]{1,4}))?");

    private final World world;
    private final JobRegistry jobs;

    ServerlessOperations(World world, JobRegistry jobs) {
        this.world = world;
        this.jobs = jobs;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "SubmitServerlessJob", this::submit,
                "ListServerlessJobs", this::list,
                "DescribeServerlessJobs", this::describe,
                "StopServerlessJobs", this::stop);
    }

    private Map<String, ?> submit(Call call) {
        Cluster cluster = world.managed(world.running(world.cluster(call.text("ClusterId"))));
        List<Job> known = jobs.listServerless(cluster);
        Job job = jobs.submitServerless(cluster, new ServerlessParameters(call, known).request());
        return AnswerFields.of("JobId", "" + job.number());
    }

    private Map<String, ?> list(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<String> names = call.texts("JobNames");
        List<ServerlessJob> found = named(call, cluster).stream()
                .filter(item ->
                        names.isEmpty() || names.contains(item.job().request().name()))
                .filter(item -> call.optional("State")
                        .filter(state -> !state.equals("All"))
                        .map(item.state()::equals)
                        .orElse(true))
                .filter(item -> compared(call, "SubmitTimeStart", item) >= 0)
                .filter(item -> compared(call, "SubmitTimeEnd", item) <= 0)
                .sorted(order(call))
                .toList();
        return Page.of(call).flat(found, "Jobs", ServerlessJob::listed);
    }

    private Map<String, ?> describe(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<ServerlessJob> found = named(call, cluster);
        return AnswerFields.of(
                        "JobInfos", found.stream().map(ServerlessJob::described).toList())
                .and("TotalCount", found.size());
    }

    /** Stops jobs that have not ended; others stay as they are, as the documents name no error. */
    private Map<String, ?> stop(Call call) {
        Cluster cluster = world.managed(world.cluster(call.text("ClusterId")));
        named(call, cluster)
                .forEach(item -> jobs.cancelServerless(
                        cluster,
                        item.job(),
                        item.tasks().stream().filter(task -> !task.finished()).toList()));
        return Map.of();
    }

    /** Returns the jobs and subtasks that JobIds names, or all jobs; refuses unknown ones. */
    private List<ServerlessJob> named(Call call, Cluster cluster) {
        List<Job> all = jobs.listServerless(cluster);
        List<String> ids = call.texts("JobIds");
        if (ids.isEmpty()) {
            return all.stream()
                    .map(job -> new ServerlessJob(job, Optional.empty()))
                    .toList();
        }
        List<ServerlessJob> found = new ArrayList<>();
        for (String id : ids) {
            found.add(find(all, id)
                    .orElseThrow(() -> call.invalid("JobIds[" + (ids.indexOf(id) + 1)
                            + "] must be the id of a serverless job of cluster " + cluster.id() + ", is " + id)));
        }
        return found;
    }

    private static Optional<ServerlessJob> find(List<Job> all, String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Optional<Job> job = all.stream().filter(one -> one.number() == number).findFirst();
        if (matcher.group(2) == null) {
            return job.map(found -> new ServerlessJob(found, Optional.empty()));
        }
        int index = Integer.parseInt(matcher.group(2));
        return job.flatMap(found -> found.task(index).map(task -> new ServerlessJob(found, Optional.of(task))));
    }

    private static int compared(Call call, String parameter, ServerlessJob item) {
        return call.optional(parameter)
                .map(text -> Long.compare(item.job().submitted().getEpochSecond(), Long.parseLong(text)))
                .orElse(0);
    }

    /** Returns the requested order; by default the newest job comes first. */
    private static Comparator<ServerlessJob> order(Call call) {
        Comparator<ServerlessJob> byNumber =
                Comparator.comparing(item -> item.job().number());
        Comparator<ServerlessJob> byStart =
                Comparator.comparing(item -> item.started().orElse(Instant.MAX));
        Comparator<ServerlessJob> last =
                call.optional("SubmitOrder").filter("Asc"::equals).isPresent() ? byNumber : byNumber.reversed();
        return call.optional("StartOrder")
                .map(order -> (order.equals("Asc") ? byStart : byStart.reversed()).thenComparing(last))
                .orElse(last);
    }
}
