package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import ehpc.local.internal.world.WorldChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations that delete, start, stop and recover clusters. */
final class ClusterTaskOperations {

    private final World world;
    private final Lifecycles lifecycles;

    ClusterTaskOperations(World world, Lifecycles lifecycles) {
        this.world = world;
        this.lifecycles = lifecycles;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "DeleteCluster", this::delete,
                "StartCluster", this::start,
                "StopCluster", this::stop,
                "RecoverCluster", this::recover);
    }

    private Map<String, ?> delete(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        boolean release = call.flag("ReleaseInstance", true);
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.idle(change, named, "running", "exception");
            if (!release) {
                change.keep(inCloud(cluster));
            }
            return started(call, starter, cluster, Lifecycle.DELETE_CLUSTER, cluster.nodes());
        });
    }

    /** A cluster is stopped if its managers in the cloud are, or all of its nodes there; nodes that joined since may run. */
    private Map<String, ?> start(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.idle(change, named, "running");
            List<Node> stopped = with(change, inCloud(cluster), "stopped");
            List<Node> managers =
                    inCloud(cluster).stream().filter(node -> node.is("Manager")).toList();
            List<Node> deciding = managers.isEmpty() ? inCloud(cluster) : managers;
            if (stopped.isEmpty() || !with(change, deciding, "running").isEmpty()) {
                throw status("cluster " + cluster.id() + " must be stopped, but nodes of it are running");
            }
            return started(call, starter, cluster, Lifecycle.START_CLUSTER, stopped);
        });
    }

    private Map<String, ?> stop(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.idle(change, named, "running");
            List<Node> running = inCloud(cluster).stream()
                    .filter(node -> !change.status(node).equals("stopped"))
                    .toList();
            if (running.isEmpty()) {
                throw status("cluster " + cluster.id() + " must have running nodes, is stopped");
            }
            return started(call, starter, cluster, Lifecycle.STOP_CLUSTER, running);
        });
    }

    /** The systems of all nodes are installed anew: users and queues are lost. */
    private Map<String, ?> recover(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        Optional<Image> image = RequestedSettings.image(call);
        Map<String, String> settings = RequestedSettings.of(
                RequestedSettings.of(call), "AccountType", "ClientVersion", "OsTag", "SchedulerType");
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.idle(change, named, "exception");
            change.clear(cluster);
            change.setSettings(cluster, settings);
            image.ifPresent(present ->
                    change.setAttributes(cluster, world.attributes(cluster).withImage(present)));
            return started(call, starter, cluster, Lifecycle.RECOVER_CLUSTER, inCloud(cluster));
        });
    }

    private Map<String, ?> started(
            Call call, Lifecycles.Starter starter, Cluster cluster, Lifecycle lifecycle, List<Node> nodes) {
        starter.start(ClusterTask.of(call.requestId(), cluster.id(), lifecycle, nodes, world.now()));
        return Map.of("TaskId", call.requestId());
    }

    private static List<Node> inCloud(Cluster cluster) {
        return cluster.nodes().stream().filter(node -> !node.onPremises()).toList();
    }

    private static List<Node> with(WorldChange change, List<Node> nodes, String status) {
        return nodes.stream().filter(node -> change.status(node).equals(status)).toList();
    }

    private static Refusal status(String message) {
        return new Refusal(403, "InvalidClusterStatus", message);
    }
}
