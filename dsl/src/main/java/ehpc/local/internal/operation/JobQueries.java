package ehpc.local.internal.operation;

import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.job.JobTask;
import ehpc.local.internal.job.TaskState;
import ehpc.local.internal.operation.JobIds.Found;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** The operations that read jobs. An array job is one item of a list. */
final class JobQueries {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int DEFAULT_SIZE = 1024;

    private final World world;
    private final JobRegistry jobs;
    private final JobIds ids;

    JobQueries(World world, JobRegistry jobs) {
        this.world = world;
        this.jobs = jobs;
        this.ids = new JobIds(jobs);
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "ListJobs", this::list,
                "ListJobsWithFilters", this::listFiltered,
                "DescribeJob", this::describe,
                "GetJobLog", this::log);
    }

    private Map<String, ?> list(Call call) {
        boolean rerunnable = call.optional("Rerunable").filter("true"::equals).isPresent();
        List<Job> found = jobs.list(cluster(call)).stream()
                .filter(inState(call.optional("State")))
                .filter(job -> !rerunnable || job.request().rerunnable())
                .filter(job ->
                        call.optional("Owner").map(job.request().user()::equals).orElse(true))
                .sorted(Comparator.comparing(Job::number).reversed())
                .toList();
        return Page.of(call)
                .of(
                        found,
                        "Jobs",
                        "JobInfo",
                        job -> rendered(
                                job, AnswerFields::withoutZone, job.request().user()));
    }

    private Map<String, ?> listFiltered(Call call) {
        List<Job> found = jobs.list(cluster(call)).stream()
                .filter(inState(call.optional("JobStatus")))
                .filter(like(
                        call.optional("JobName").stream().toList(),
                        job -> List.of(job.request().name())))
                .filter(like(call.texts("Users"), job -> List.of(job.request().user())))
                .filter(like(call.texts("Queues"), job -> List.of(job.request().queue())))
                .filter(like(call.texts("Nodes"), Job::hosts))
                .filter(job -> submitted(call, "CreateTimeStart", job) >= 0)
                .filter(job -> submitted(call, "CreateTimeEnd", job) <= 0)
                .sorted(order(call))
                .toList();
        Map<String, Object> page = Page.of(call).flat(found, "Jobs", this::renderedFully);
        page.put("Success", true);
        return page;
    }

    private static Predicate<Job> inState(Optional<String> wanted) {
        return job -> switch (wanted.orElse("all")) {
            case "finished" -> job.state() == TaskState.FINISHED;
            case "notfinish" -> job.state() != TaskState.FINISHED;
            default -> true;
        };
    }

    /** Returns the jobs that have a text which contains one of these; all if none is given. */
    private static Predicate<Job> like(List<String> parts, Function<Job, List<String>> texts) {
        return job -> parts.isEmpty()
                || texts.apply(job).stream().anyMatch(text -> parts.stream().anyMatch(text::contains));
    }

    /** Compares the submission of a job with a parameter; 0 if the parameter is missing. */
    private static int submitted(Call call, String parameter, Job job) {
        return call.optional(parameter)
                .map(text -> Long.compare(job.submitted().getEpochSecond(), seconds(call, parameter, text)))
                .orElse(0);
    }

    private static long seconds(Call call, String parameter, String text) {
        if (text.length() > 12) {
            throw call.invalid(parameter + " must be seconds since 1970, is " + text);
        }
        return Long.parseLong(text);
    }

    /** Returns the requested order; by default the newest job comes first. */
    private Comparator<Job> order(Call call) {
        Instant now = world.now();
        return directed(call, "ExecuteOrder", Comparator.comparing(job -> running(job, now)))
                .thenComparing(directed(call, "PendOrder", Comparator.comparing(job -> pending(job, now))))
                .thenComparing(directed(call, "SubmitOrder", Comparator.comparing(Job::submitted)))
                .thenComparing(
                        call.optional("SubmitOrder").filter("asc"::equals).isPresent()
                                ? Comparator.comparing(Job::number)
                                : Comparator.comparing(Job::number).reversed());
    }

    private static Comparator<Job> directed(Call call, String parameter, Comparator<Job> rising) {
        return call.optional(parameter)
                .map(order -> order.equals("asc") ? rising : rising.reversed())
                .orElse((one, other) -> 0);
    }

    private static long running(Job job, Instant now) {
        Instant end = job.state() == TaskState.FINISHED ? job.modified() : now;
        return job.started()
                .map(start -> end.getEpochSecond() - start.getEpochSecond())
                .orElse(0L);
    }

    private static long pending(Job job, Instant now) {
        return job.started()
                        .orElse(job.state() == TaskState.FINISHED ? job.modified() : now)
                        .getEpochSecond()
                - job.submitted().getEpochSecond();
    }

    private AnswerFields renderedFully(Job job) {
        return rendered(job, time -> "" + time.getEpochSecond(), job.request().user() + "@" + job.host())
                .and("Queue", job.request().queue())
                .and("Rerunable", job.request().rerunnable())
                .and("VariableList", MAPPER.writeValueAsString(job.request().variables()));
    }

    private static AnswerFields rendered(Job job, Function<Instant, String> time, String owner) {
        var demand = job.request().demand();
        return AnswerFields.of("ArrayRequest", JobDescription.array(job))
                .and("Comment", JobDescription.comment(job))
                .and("Id", job.id())
                .and("LastModifyTime", time.apply(job.modified()))
                .and("Name", job.request().name())
                .and("NodeList", MAPPER.writeValueAsString(job.hosts()))
                .and("Owner", owner)
                .and("Priority", "" + job.request().priority())
                .and("Resources", Map.of("Cores", demand.nodes() * demand.cores(), "Nodes", demand.nodes()))
                .and("ShellPath", job.request().paths().directory())
                .and("StartTime", job.started().map(time).orElse(""))
                .and("State", job.state().name())
                .and("Stderr", JobDescription.errors(job))
                .and("Stdout", JobDescription.output(job))
                .and("SubmitTime", time.apply(job.submitted()));
    }

    private Map<String, ?> describe(Call call) {
        Found found = ids.required(call, cluster(call), "JobId", call.text("JobId"));
        Job job = found.job();
        Map<String, ?> fields =
                found.single() ? JobDescription.ofTask(job, found.tasks().get(0)) : JobDescription.ofJob(job);
        return AnswerFields.of("Message", Map.of("JobInfo", MAPPER.writeValueAsString(Map.of(found.id(), fields))));
    }

    private Map<String, ?> log(Call call) {
        Cluster cluster = cluster(call);
        Found found = ids.required(call, cluster, "JobId", call.text("JobId"));
        if (found.tasks().size() != 1) {
            throw call.invalid("JobId must name one task of the array, such as "
                    + found.job().id(found.tasks().get(0)) + ", is " + call.text("JobId"));
        }
        JobTask task = found.tasks().get(0);
        mustRunThere(call, task);
        var paths = found.job().request().paths();
        int size = call.number("Size", DEFAULT_SIZE);
        long offset = call.optional("Offset").map(Long::parseLong).orElse(0L);
        if (size < 0) {
            throw call.invalid("Size must be at least 0, is " + size);
        }
        List<String> parts = task.runs() == 0
                ? List.of("", "")
                : jobs.homes().parts(cluster, paths.outputOf(task), paths.errorsOf(task), offset, size);
        return AnswerFields.of("ErrorLog", parts.get(1))
                .and("JobId", found.job().id(task))
                .and("OutputLog", parts.get(0));
    }

    /** Refuses a node that does not run the task; of a running task, the node must be given. */
    private static void mustRunThere(Call call, JobTask task) {
        if (task.state() == TaskState.RUNNING
                && call.optional("ExecHost")
                        .filter(host -> task.hosts().contains(host))
                        .isEmpty()) {
            throw call.invalid("ExecHost must be the node of the running job, " + String.join(" or ", task.hosts())
                    + ", is " + call.optional("ExecHost").orElse("missing"));
        }
    }

    private Cluster cluster(Call call) {
        return world.managed(world.cluster(call.text("ClusterId")));
    }
}
