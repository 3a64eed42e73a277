package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reports on the resources that jobs have used. */
final class AccountingOperations {

    private static final Pattern JOB_ID = Pattern.compile("[0-9]+(\\[[0-9]*])?\\.[A-Za-z0-9-]+");

    /**
     * A report.
     *
     * @param metrics the names of the values in a row
     */
    private record Report(List<String> metrics, List<List<Object>> rows) {}

    private final World world;
    private final JobRegistry jobs;

    AccountingOperations(World world, JobRegistry jobs) {
        this.world = world;
        this.jobs = jobs;
    }

    Map<String, Handler> handlers() {
        return Map.of("GetAccountingReport", this::report);
    }

    private Map<String, ?> report(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        Instant from = time(call, "StartTime", Instant.EPOCH);
        Instant to = time(call, "EndTime", world.now());
        if (to.isBefore(from)) {
            throw call.invalid(
                    "EndTime must be at least StartTime (" + from.getEpochSecond() + "), is " + to.getEpochSecond());
        }
        List<JobUsage> used = jobs.list(cluster).stream()
                .flatMap(JobUsage::of)
                .filter(job -> job.ranBetween(from, to))
                .filter(job -> wanted(call, job))
                .toList();
        Report report = report(call, used, from, to);
        long total = used.stream().mapToLong(job -> job.coreSeconds(from, to)).sum();
        return AnswerFields.of("Metrics", Json.text(report.metrics()))
                .and(Page.of(call).of(report.rows(), "Data", "Data", Json::text))
                .and("TotalCoreTime", total);
    }

    private static Instant time(Call call, String name, Instant otherwise) {
        return call.optional(name)
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .orElse(otherwise);
    }

    private static boolean wanted(Call call, JobUsage job) {
        boolean value = call.optional("FilterValue")
                .map(wanted -> keys(call, job).contains(wanted))
                .orElse(true);
        return value
                && call.optional("JobId")
                        .map(text -> id(call, text))
                        .map(id -> id.equals(job.id()) || id.equals(job.jobId()))
                        .orElse(true);
    }

    /** The id stands alone, or in the documented form with braces. */
    private static String id(Call call, String text) {
        Matcher matcher = JOB_ID.matcher(text);
        if (!matcher.find()) {
            throw call.invalid("JobId must be as in 1.scheduler, is " + text);
        }
        return matcher.group();
    }

    private static Report report(Call call, List<JobUsage> jobs, Instant from, Instant to) {
        String dimension = call.optional("Dim").orElse("user");
        return switch (call.text("ReportType")) {
            case "job_report" ->
                new Report(
                        List.of("jobId", "user", "queue", "coreTime", "usedMem"),
                        jobs.stream()
                                .map(job -> List.<Object>of(
                                        job.id(), job.user(), job.queue(), job.coreSeconds(from, to), job.mebibytes()))
                                .toList());
            case "number_report" ->
                new Report(
                        List.of(dimension, "jobNumber"),
                        rows(
                                call,
                                jobs,
                                list -> List.of(list.stream()
                                        .map(JobUsage::jobId)
                                        .distinct()
                                        .count())));
            default ->
                new Report(
                        List.of(dimension, "coreTime", "usedMem"),
                        rows(
                                call,
                                jobs,
                                list -> List.of(
                                        list.stream()
                                                .mapToLong(job -> share(call, job, from, to))
                                                .sum(),
                                        list.stream()
                                                .mapToLong(JobUsage::mebibytes)
                                                .sum())));
        };
    }

    /** Returns the core time of a job for one user, queue or node. */
    private static long share(Call call, JobUsage job, Instant from, Instant to) {
        return job.coreSeconds(from, to) / Math.max(1, keys(call, job).size());
    }

    private static List<List<Object>> rows(
            Call call, List<JobUsage> jobs, Function<List<JobUsage>, List<Long>> values) {
        Map<String, List<JobUsage>> groups = new TreeMap<>();
        jobs.forEach(job -> keys(call, job)
                .forEach(key ->
                        groups.computeIfAbsent(key, one -> new ArrayList<>()).add(job)));
        List<List<Object>> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            List<Object> row = new ArrayList<>(List.of(key));
            row.addAll(values.apply(group));
            rows.add(row);
        });
        return rows;
    }

    /** Returns the user, the queue or the nodes of a job. */
    private static List<String> keys(Call call, JobUsage job) {
        return switch (call.optional("Dim").orElse("user")) {
            case "queue" -> List.of(job.queue());
            case "instance" -> job.hosts();
            default -> List.of(job.user());
        };
    }
}
