package ehpc.local.internal.operation;

import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import ehpc.local.internal.world.WorldChange;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The operations that delete, start, stop and reset nodes. A request changes all of its nodes, or none. */
final class NodeTaskOperations {

    private static final List<String> SETTLED = List.of("running", "stopped", "exception");

    private final World world;
    private final Lifecycles lifecycles;

    NodeTaskOperations(World world, Lifecycles lifecycles) {
        this.world = world;
        this.lifecycles = lifecycles;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "DeleteNodes", this::delete,
                "StartNodes", this::start,
                "StopNodes", this::stop,
                "ResetNodes", this::reset);
    }

    /** With {@code Sync}, the nodes leave at once, and there is no task to follow. */
    private Map<String, ?> delete(Call call) {
        boolean keep = !call.flag("ReleaseInstance", true);
        boolean sync = call.flag("Sync", false);
        task(call, Lifecycle.DELETE_NODES, "Compute", SETTLED, (change, nodes) -> {
            if (keep) {
                change.keep(nodes.stream().filter(node -> !node.onPremises()).toList());
            }
        });
        return Map.of("TaskId", sync ? "Not Available" : call.requestId());
    }

    private Map<String, ?> start(Call call) {
        return task(call, Lifecycle.START_NODES, role(call), List.of("stopped"), requireInCloud(call));
    }

    private Map<String, ?> stop(Call call) {
        return task(call, Lifecycle.STOP_NODES, role(call), List.of("running", "exception"), requireInCloud(call));
    }

    private Map<String, ?> reset(Call call) {
        return task(call, Lifecycle.RESET_NODES, "Compute", SETTLED, requireInCloud(call));
    }

    private static BiConsumer<WorldChange, List<Node>> requireInCloud(Call call) {
        return (change, nodes) -> TaskRules.requireInCloud(call, nodes);
    }

    private static String role(Call call) {
        return call.optional("Role").orElse("Compute");
    }

    private Map<String, ?> task(
            Call call,
            Lifecycle lifecycle,
            String role,
            List<String> statuses,
            BiConsumer<WorldChange, List<Node>> preparation) {
        Cluster named = world.cluster(call.text("ClusterId"));
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.available(change, named, "running");
            List<Node> nodes = TaskRules.nodes(call, cluster, role);
            TaskRules.requireStatus(change, cluster, nodes, statuses);
            preparation.accept(change, nodes);
            start(call, starter, ClusterTask.of(call.requestId(), cluster.id(), lifecycle, nodes, world.now()));
            return Map.of("TaskId", call.requestId());
        });
    }

    /** Starts a task; with {@code Sync}, its transitions take no time. */
    static void start(Call call, Lifecycles.Starter starter, ClusterTask task) {
        if (call.flag("Sync", false)) {
            starter.startAtOnce(task);
        } else {
            starter.start(task);
        }
    }
}
