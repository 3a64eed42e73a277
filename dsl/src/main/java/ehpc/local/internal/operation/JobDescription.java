package ehpc.local.internal.operation;

import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobRequest;
import ehpc.local.internal.job.JobTask;
import ehpc.local.internal.job.TaskState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts about a job. Its full description has the fields that PBS prints as JSON ({@code qstat -f -F json}), as E-HPC's samples do. */
final class JobDescription {

    /** PBS writes this in the place of the index. */
    private static final String ANY_INDEX = ".^array_index^";

    private JobDescription() {}

    /** Returns the fields of a job; of an array, with a field for each task. */
    static Map<String, ?> ofJob(Job job) {
        if (job.request().array() == null) {
            return ofTask(job, job.tasks().get(0));
        }
        Map<String, Object> fields = common(job, job.state(), output(job), errors(job));
        fields.put("array", "True");
        fields.put("array_indices_submitted", array(job));
        job.tasks().forEach(task -> fields.put(job.id(task), ofTask(job, task)));
        return fields;
    }

    static Map<String, ?> ofTask(Job job, JobTask task) {
        var paths = job.request().paths();
        Map<String, Object> fields = common(job, task.state(), paths.outputOf(task), paths.errorsOf(task));
        put(fields, "exec_host", String.join("+", task.hosts()));
        put(fields, "stime", task.started() == null ? "" : time(task.started()));
        put(fields, "obittime", task.ended() == null ? "" : time(task.ended()));
        fields.put("run_count", task.runs());
        if (task.exitCode() >= 0) {
            fields.put("Exit_status", task.exitCode());
        }
        put(fields, "comment", comment(task));
        return fields;
    }

    private static Map<String, Object> common(Job job, TaskState state, String output, String errors) {
        JobRequest request = job.request();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Job_Name", request.name());
        fields.put("Job_Owner", request.user() + "@" + job.host());
        fields.put("job_state", state.name().substring(0, 1));
        fields.put("queue", request.queue());
        fields.put("server", job.host());
        fields.put("ctime", time(job.submitted()));
        fields.put("mtime", time(job.modified()));
        fields.put("Output_Path", job.host() + ":" + output);
        fields.put("Error_Path", job.host() + ":" + errors);
        fields.put("Priority", request.priority());
        fields.put("Rerunable", request.rerunnable() ? "True" : "False");
        fields.put("Keep_Files", "n");
        fields.put("Submit_arguments", request.command());
        fields.put("Variable_List", request.variables());
        fields.put("Resource_List", resources(request));
        return fields;
    }

    private static Map<String, Object> resources(JobRequest request) {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("nodect", request.demand().nodes());
        resources.put("ncpus", request.demand().nodes() * request.demand().cores());
        if (request.demand().mebibytes() > 0) {
            resources.put("mem", request.demand().mebibytes() + "mb");
        }
        if (request.seconds() > 0) {
            long seconds = request.seconds();
            resources.put(
                    "walltime",
                    String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60));
        }
        return resources;
    }

    /** Returns the request of an array; empty for another job. */
    static String array(Job job) {
        return job.request().array() == null ? "" : job.request().array().toString();
    }

    static String output(Job job) {
        return job.request().paths().output() + (job.request().array() == null ? "" : ANY_INDEX);
    }

    static String errors(Job job) {
        return job.request().paths().errors() + (job.request().array() == null ? "" : ANY_INDEX);
    }

    /** Returns a sentence about the end of a job; empty before. */
    static String comment(Job job) {
        return job.state() != TaskState.FINISHED
                ? ""
                : job.tasks().stream().map(JobDescription::comment).distinct().collect(Collectors.joining("; "));
    }

    private static String comment(JobTask task) {
        return Optional.ofNullable(task.outcome())
                .map(outcome ->
                        outcome.description() + (task.exitCode() > 0 ? " with exit code " + task.exitCode() : ""))
                .orElse("");
    }

    private static String time(Instant time) {
        return AnswerFields.withoutZone(time);
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
