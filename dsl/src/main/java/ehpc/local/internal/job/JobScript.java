package ehpc.local.internal.job;

import static ehpc.local.internal.exec.ShellText.quoted;

import ehpc.local.internal.exec.ShellText;
import java.util.ArrayList;
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
    static final String SLURM_BOX = text("slurm-box.sh");
    static final String SLURM_JOB = "#!/bin/sh\n" + text("slurm-job.sh");

    private JobScript() {}

    /** Returns the text for {@code sh -c}, which starts in {@code /home}, for a scheduler that sets no variables itself. */
    static String of(Job job, JobTask task) {
        return job.request().container() == null
                ? of(job, task, slurmVariables(job, task))
                : ofContainer(job.request().container(), task);
    }

    private static String ofContainer(Container container, JobTask task) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (task.index() != JobTask.SINGLE) {
            variables.put("EHPC_ARRAY_TASK_ID", "" + task.index());
        }
        variables.putAll(container.environment());
        List<String> command = new ArrayList<>(container.command());
        command.addAll(container.arguments());
        return exports(variables) + "cd -- " + quoted(container.directory()) + " || exit 1\nexec " + quoted(command)
                + "\n";
    }

    /** Returns the text for {@code sh -c}, which starts in {@code /home} of the task's first node. */
    static String of(Job job, JobTask task, Map<String, String> more) {
        JobRequest request = job.request();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PBS_JOBID", job.id(task));
        variables.put("PBS_JOBNAME", request.name());
        variables.put("PBS_QUEUE", request.queue());
        variables.put("PBS_O_WORKDIR", request.paths().directory());
        if (task.index() != JobTask.SINGLE) {
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

    /** Returns the text of a job in Slurm, the same for all tasks of an array, which starts in {@code /home}. */
    static String inSlurm(Job job) {
        JobRequest request = job.request();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PBS_JOBNAME", request.name());
        variables.put("PBS_QUEUE", request.queue());
        variables.put("PBS_O_WORKDIR", request.paths().directory());
        variables.putAll(request.variables());
        String id = request.array() == null
                ? "task=\nexport PBS_JOBID=" + quoted(job.id()) + "\n"
                : "task=.$SLURM_ARRAY_TASK_ID\nexport PBS_ARRAY_INDEX=\"$SLURM_ARRAY_TASK_ID\"\nexport PBS_JOBID="
                        + job.number() + "\"[$SLURM_ARRAY_TASK_ID].\"" + quoted(job.host()) + "\n";
        return "cd /home || exit 1\n" + id + exports(variables) + "set -- " + quoted(request.user()) + " "
                + quoted(request.paths().directory()) + " "
                + quoted(request.paths().output()) + "\"$task\" "
                + quoted(request.paths().errors()) + "\"$task\" " + quoted(request.command()) + " "
                + quoted(request.afterwards()) + "\nunset task\n" + JOB;
    }

    /** Returns the variables by which Slurm describes a task to itself. */
    static Map<String, String> slurmVariables(Job job, JobTask task) {
        JobRequest request = job.request();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SLURM_JOB_ID", "" + job.number());
        variables.put("SLURM_JOB_NAME", request.name());
        variables.put("SLURM_JOB_PARTITION", request.queue());
        variables.put("SLURM_JOB_NUM_NODES", "" + request.demand().nodes());
        variables.put("SLURM_JOB_NODELIST", String.join(",", task.hosts()));
        variables.put("SLURM_CPUS_ON_NODE", "" + request.demand().cores());
        variables.put("SLURM_SUBMIT_DIR", request.paths().directory());
        if (task.index() != JobTask.SINGLE) {
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
        return "set -- " + quoted(List.of(arguments)) + "\n" + script;
    }

    static String exports(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(String name) {
        return ShellText.script(JobScript.class, name) + "\n";
    }
}
