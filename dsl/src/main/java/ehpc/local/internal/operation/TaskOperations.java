package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operation on tasks. */
final class TaskOperations {

    private final World world;

    TaskOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("ListTasks", this::list);
    }

    /** The tasks of a deleted cluster are listed, too, so that its deletion can be followed. */
    private Map<String, ?> list(Call call) {
        String clusterId = call.text("ClusterId");
        Optional<Cluster> cluster =
                world.released(clusterId, call.region()) ? Optional.empty() : Optional.of(world.cluster(clusterId));
        Optional<String> id = call.optional("TaskId");
        boolean ended = id.isPresent() || call.flag("Archived", false);
        List<ClusterTask> tasks = world.tasks(clusterId).stream()
                .filter(task -> id.map(task.id()::equals).orElse(true))
                .filter(task -> ended || !task.ended())
                .toList();
        return Page.of(call).flat(tasks, "Tasks", task -> rendered(task, cluster));
    }

    private static Map<String, ?> rendered(ClusterTask task, Optional<Cluster> cluster) {
        List<Map<String, ?>> instances = task.nodes().stream()
                .flatMap(id -> cluster.flatMap(c -> c.node(id)).stream())
                .<Map<String, ?>>map(TaskOperations::instance)
                .toList();
        Object result = task.lifecycle().addsNodes() ? Map.of("Instances", instances) : Map.of();
        return AnswerFields.of("ClusterId", task.clusterId())
                .and("CurrentStep", task.step() + 1)
                .and("Errors", Json.text(List.copyOf(task.errors().values())))
                .and(
                        "Request",
                        Json.text(AnswerFields.of("requestId", task.id()).and("clusterId", task.clusterId())))
                .and("Result", Json.text(result))
                .and("Status", task.status())
                .and("TaskId", task.id())
                .and("TaskType", task.lifecycle().taskType())
                .and("TotalSteps", task.lifecycle().steps().size());
    }

    private static Map<String, ?> instance(Node node) {
        return AnswerFields.of("InstanceId", node.id())
                .and("Ip", node.ip())
                .and("Hostname", node.hostName())
                .and("role", node.role().toLowerCase(Locale.ROOT));
    }
}
