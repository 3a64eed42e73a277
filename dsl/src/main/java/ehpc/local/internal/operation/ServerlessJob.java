package ehpc.local.internal.operation;

import ehpc.local.internal.job.Container;
import ehpc.local.internal.job.IndexRange;
import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobTask;
import ehpc.local.internal.job.TaskEnd;
import ehpc.local.internal.job.TaskState;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Ids;
import ehpc.local.internal.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A serverless job, or one subtask of it, in the words of its operations.
 *
 * @param subtask empty for the whole job
 */
record ServerlessJob(Job job, Optional<JobTask> subtask) {

    List<JobTask> tasks() {
        return subtask.map(List::of).orElse(job.tasks());
    }

    /** Returns the state: that of all tasks, or Running while some wait and others have ended; of ended ones, the worst. */
    String state() {
        List<String> states =
                tasks().stream().map(ServerlessJob::state).distinct().toList();
        if (states.size() == 1) {
            return states.get(0);
        }
        if (states.contains("Running") || states.contains("Pending")) {
            return "Running";
        }
        return states.contains("Failed") ? "Failed" : "Canceled";
    }

    private static String state(JobTask task) {
        if (task.state() != TaskState.FINISHED) {
            return task.state() == TaskState.QUEUED ? "Pending" : "Running";
        }
        return task.outcome() == TaskEnd.COMPLETED
                ? "Succeeded"
                : task.outcome() == TaskEnd.CANCELLED ? "Canceled" : "Failed";
    }

    AnswerFields listed() {
        return AnswerFields.of("EndTime", ended().map(ServerlessJob::text).orElse(""))
                .and("IsArrayJob", isArray())
                .and("JobId", id())
                .and("JobName", job.request().name())
                .and("Priority", "" + job.request().priority())
                .and("Queue", job.request().queue())
                .and("StartTime", started().map(ServerlessJob::text).orElse(""))
                .and("State", state())
                .and("SubmitTime", text(job.submitted()))
                .and("User", job.request().user());
    }

    AnswerFields described() {
        AnswerFields fields = AnswerFields.of(
                "ContainerGroups", tasks().stream().map(this::group).toList());
        IndexRange array = job.request().array();
        if (array != null) {
            fields.and(
                    "ArrayProperties",
                    Map.of("IndexStart", array.first(), "IndexEnd", array.last(), "IndexStep", array.step()));
        }
        ended().ifPresent(time -> fields.and("EndTime", time.getEpochSecond()));
        started().ifPresent(time -> fields.and("StartTime", time.getEpochSecond()));
        return fields.and("IsArrayJob", isArray())
                .and("JobId", id())
                .and("JobName", job.request().name())
                .and("LastModifyTime", job.modified().getEpochSecond())
                .and("Priority", job.request().priority())
                .and("Queue", job.request().queue())
                .and("State", state())
                .and("SubmitTime", job.submitted().getEpochSecond())
                .and("User", job.request().user());
    }

    private AnswerFields group(JobTask task) {
        Container container = job.request().container();
        String name =
                job.request().name() + "-" + job.number() + (task.index() == JobTask.SINGLE ? "" : "-" + task.index());
        AnswerFields fields = AnswerFields.of("ContainerGroupId", Ids.containerGroup(name))
                .and("ContainerGroupName", name)
                .and("Containers", List.of(container(container, task)))
                .and("Cpu", container.cpu())
                .and("CreationTime", AnswerFields.seconds(job.submitted()))
                .and("Memory", container.memory())
                .and("RegionId", World.REGION)
                .and("RestartPolicy", "Never")
                .and("SecurityGroupId", Hardware.SECURITY_GROUP)
                .and("SpotStrategy", "NoSpot")
                .and("Status", state(task).equals("Canceled") ? "Failed" : state(task))
                .and("VSwitchId", Hardware.VSWITCH)
                .and("VpcId", Hardware.VPC)
                .and("ZoneId", Hardware.ZONE);
        if (task.ended() != null) {
            boolean succeeded = task.outcome() == TaskEnd.COMPLETED;
            fields.and(succeeded ? "SucceededTime" : "FailedTime", AnswerFields.seconds(task.ended()));
        }
        return fields;
    }

    private AnswerFields container(Container container, JobTask task) {
        return AnswerFields.of("Args", container.arguments())
                .and("Commands", container.command())
                .and("Cpu", container.cpu())
                .and("CurrentState", current(task))
                .and(
                        "EnvironmentVars",
                        container.environment().entrySet().stream()
                                .map(variable -> Map.of("Key", variable.getKey(), "Value", variable.getValue()))
                                .toList())
                .and("Gpu", container.gpu())
                .and("Image", container.image())
                .and("Memory", container.memory())
                .and("Name", job.request().name())
                .and("Ready", task.state() == TaskState.RUNNING)
                .and("RestartCount", Math.max(0, task.runs() - 1))
                .and("WorkingDir", container.directory());
    }

    private static AnswerFields current(JobTask task) {
        AnswerFields state = AnswerFields.of(
                "State",
                switch (task.state()) {
                    case QUEUED -> "Waiting";
                    case RUNNING -> "Running";
                    case FINISHED -> "Terminated";
                });
        if (task.started() != null) {
            state.and("StartTime", AnswerFields.seconds(task.started()));
        }
        if (task.finished()) {
            state.and("FinishTime", AnswerFields.seconds(task.ended()))
                    .and("Reason", task.outcome() == TaskEnd.COMPLETED ? "Completed" : "Error")
                    .and("Message", task.outcome().description());
        }
        return task.exitCode() < 0 ? state : state.and("ExitCode", task.exitCode());
    }

    private boolean isArray() {
        return job.request().array() != null;
    }

    private String id() {
        return job.number() + subtask.map(task -> "_" + task.index()).orElse("");
    }

    /** Returns the start of the first task; empty while none has started. */
    Optional<Instant> started() {
        return tasks().stream()
                .flatMap(task -> Optional.ofNullable(task.started()).stream())
                .min(Instant::compareTo);
    }

    /** Returns the end of the last task; empty while one has not ended. */
    private Optional<Instant> ended() {
        return tasks().stream().allMatch(JobTask::finished)
                ? tasks().stream().map(JobTask::ended).max(Instant::compareTo)
                : Optional.empty();
    }

    private static String text(Instant time) {
        return "" + time.getEpochSecond();
    }
}
