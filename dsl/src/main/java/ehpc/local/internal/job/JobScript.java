package ehpc.local.internal.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shell text that runs a task, and the constant scripts of this package. Values are quoted arguments, never part of a script. */
final class JobScript {

    static final String JOB = text("job.sh");
    static final String PREPARE = text("prepare.sh");
    static final String LOG = text("log.sh");
    static final String FILE = text("file.sh");

    private JobScript() {}

    /** Returns the text for {@code sh -c}, which starts in {@code /home} of the task's first node. */
    static String of(Job job, Task task, Map<String, String> more) {
        JobRequest request = job.request();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PBS_JOBID", job.id(task));
        variables.put("PBS_JOBNAME", request.name());
        variables.put("PBS_QUEUE", request.queue());
        variables.put("PBS_O_WORKDIR", request.paths().directory());
        if (task.index() != Task.SINGLE) {
            variables.put("PBS_ARRAY_INDEX", "" + task.index());
        }
        variables.putAll(more);
        variables.putAll(request.variables());
        return exports(variables)
                + withArguments(
                        JOB,
                        request.user(),
                        request.paths().directory(),
                        request.paths().outputOf(task),
                        request.paths().errorsOf(task),
                        request.command(),
                        request.afterwards());
    }

    /** Returns the variables by which Slurm describes a task to itself. */
    static Map<String, String> slurmVariables(Job job, Task task) {
        JobRequest request = job.request();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SLURM_JOB_ID", "" + job.number());
        variables.put("SLURM_JOB_NAME", request.name());
        variables.put("SLURM_JOB_PARTITION", request.queue());
        variables.put("SLURM_JOB_NUM_NODES", "" + request.demand().nodes());
        variables.put("SLURM_JOB_NODELIST", String.join(",", task.hosts()));
        variables.put("SLURM_CPUS_ON_NODE", "" + request.demand().cores());
        variables.put("SLURM_SUBMIT_DIR", request.paths().directory());
        if (task.index() != Task.SINGLE) {
            List<Integer> all = request.array().indexes();
            variables.put("SLURM_ARRAY_JOB_ID", "" + job.number());
            variables.put("SLURM_ARRAY_TASK_ID", "" + task.index());
            variables.put("SLURM_ARRAY_TASK_COUNT", "" + all.size());
            variables.put("SLURM_ARRAY_TASK_MIN", "" + all.get(0));
            variables.put("SLURM_ARRAY_TASK_MAX", "" + all.get(all.size() - 1));
        }
        return variables;
    }

    static String withArguments(String script, String... arguments) {
        return List.of(arguments).stream().map(JobScript::quoted).collect(Collectors.joining(" ", "set -- ", "\n"))
                + script;
    }

    static String exports(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static String text(String name) {
        try (var in = JobScript.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.strip().startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
