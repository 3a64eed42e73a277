package ehpc;

import ehpc.api.ApiException;
import ehpc.api.RecordFields;
import ehpc.api.Request;
import ehpc.api.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of a cluster's scheduler. Every method calls the service; each change is one call for all of its jobs, at most 100. A request that breaks a rule of
 * the catalogue throws an {@link ehpc.api.InvalidRequestException}, and nothing is sent. Immutable and thread-safe.
 */
public final class Jobs {

    /** The maximum number of bytes in one answer of GetJobLog. */
    private static final int PORTION = 409_600;

    private static final String OUTPUT = "OutputLog";
    private static final String ERRORS = "ErrorLog";
    private static final String STATUS = "JobStatus";

    private final Cluster cluster;

    Jobs(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns all jobs, the newest first (ListJobsWithFilters, every page). */
    public List<Job> list() {
        return cluster.ehpc().list(request()).stream().map(Job::of).toList();
    }

    /** Returns a job that waits or runs; empty if there is none with this id (ListJobsWithFilters). */
    Optional<Job> unfinished(String id) {
        return find(id, request().with(STATUS, "notfinish"));
    }

    /** Returns the job with this id; empty if it is not listed (ListJobsWithFilters). */
    public Optional<Job> find(String id) {
        return find(id, request());
    }

    private Optional<Job> find(String id, Request request) {
        return cluster.ehpc()
                .reportedItems(request)
                .map(Job::of)
                .filter(job -> job.id().equals(id))
                .findFirst();
    }

    private Request request() {
        return cluster.request("ListJobsWithFilters").with("SubmitOrder", "desc");
    }

    /**
     * Submits a job, and returns when the scheduler has accepted it: it waits in its queue (SubmitJob).
     *
     * @param commandLine the command line, or the path of a script, that it runs
     * @param settings further parameters of SubmitJob by the names of the catalogue, such as {@code RunasUser}, which is required
     */
    public SubmittedJob submit(String commandLine, Map<String, ?> settings) {
        Request request =
                cluster.request("SubmitJob").with("CommandLine", commandLine).with(settings);
        return new SubmittedJob(cluster, cluster.ehpc().send(request));
    }

    /**
     * Stops jobs that wait or run (StopJobs).
     *
     * @return the request id
     */
    public String stop(Collection<String> ids) {
        return send("StopJobs", ids);
    }

    /**
     * Runs jobs that wait or run again from their beginning; they must have been submitted with {@code ReRunable} (RerunJobs).
     *
     * @return the request id
     */
    public String rerun(Collection<String> ids) {
        return send("RerunJobs", ids);
    }

    /**
     * Deletes jobs; those that run are stopped (DeleteJobs).
     *
     * @return the request id
     */
    public String delete(Collection<String> ids) {
        return send("DeleteJobs", ids);
    }

    private String send(String operation, Collection<String> ids) {
        List<Map<String, String>> jobs =
                ids.stream().map(id -> Map.of("Id", id)).toList();
        return cluster.ehpc()
                .send(cluster.request(operation).with("Jobs", jobs))
                .requestId();
    }

    /**
     * Returns the output of a job until now, as UTF-8 text; empty before it starts (GetJobLog, all of its bytes). The node of a running job is read first
     * (ListJobsWithFilters).
     *
     * @param id a job, or a task of an array job, such as {@code 10[3].manager0}
     */
    public String log(String id) {
        return read(id, host(id), OUTPUT);
    }

    /** Returns the output of a job or task that runs on this node, or ran there (GetJobLog, all of its bytes). */
    public String log(String id, String nodeName) {
        return read(id, Optional.of(nodeName), OUTPUT);
    }

    /** Returns the error output of a job, like {@link #log(String)}. */
    public String errorLog(String id) {
        return read(id, host(id), ERRORS);
    }

    /** Returns the error output of a job or task, like {@link #log(String, String)}. */
    public String errorLog(String id, String nodeName) {
        return read(id, Optional.of(nodeName), ERRORS);
    }

    /** The service needs the node of a running job. */
    private Optional<String> host(String id) {
        return unfinished(id).flatMap(job -> job.nodeNames().stream().findFirst());
    }

    private String read(String id, Optional<String> host, String field) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part;
        do {
            Request request = cluster.request("GetJobLog")
                    .with("JobId", id)
                    .with("Offset", all.size())
                    .with("Size", PORTION);
            part = decoded(
                    cluster.ehpc()
                            .send(host.map(node -> request.with("ExecHost", node))
                                    .orElse(request)),
                    field);
            all.writeBytes(part);
        } while (part.length >= PORTION);
        return all.toString(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(Response answer, String field) {
        RecordFields fields = answer.fields();
        String text = fields.text(field);
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.unreadable(answer.operation(), field, text, "a text in base64");
        }
    }
}
