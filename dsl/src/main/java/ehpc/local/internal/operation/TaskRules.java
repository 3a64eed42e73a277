package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.WorldChange;
import java.util.ArrayList;
import java.util.List;

/** The refusals of requests that start a task. */
final class TaskRules {

    private TaskRules() {}

    /** Returns the cluster as it is in the change; refuses one that has another status, or a task of its own. */
    static Cluster available(WorldChange change, Cluster cluster, String... statuses) {
        requireStatus(change, cluster, statuses);
        change.running(cluster.id()).stream()
                .filter(task -> task.lifecycle().ofCluster())
                .findFirst()
                .ifPresent(task -> {
                    throw conflict("cluster " + cluster.id(), task);
                });
        return change.cluster(cluster.id());
    }

    /** Returns the cluster as it is in the change; refuses one that has another status, or any task. */
    static Cluster idle(WorldChange change, Cluster cluster, String... statuses) {
        requireStatus(change, cluster, statuses);
        change.running(cluster.id()).stream().findFirst().ifPresent(task -> {
            throw conflict("cluster " + cluster.id(), task);
        });
        return change.cluster(cluster.id());
    }

    private static void requireStatus(WorldChange change, Cluster cluster, String... statuses) {
        // A request at the same time may have deleted it.
        String status = change.find(cluster.id()).map(change::status).orElse(Lifecycle.GONE);
        if (!List.of(statuses).contains(status)) {
            throw new Refusal(
                    403,
                    "InvalidClusterStatus",
                    "cluster " + cluster.id() + " must be " + String.join(" or ", statuses) + ", is " + status);
        }
    }

    /** Returns the nodes of the request; refuses unknown ones, and those of another role. */
    static List<Node> nodes(Call call, Cluster cluster, String role) {
        List<Node> nodes = new ArrayList<>();
        for (String id : call.instances()) {
            Node node = cluster.node(id)
                    .orElseThrow(() ->
                            call.invalid("Instance must have ids of nodes of cluster " + cluster.id() + ", has " + id));
            if (!node.is(role)) {
                throw call.invalid("node " + node.hostName() + " must have role " + role + ", has role " + node.role());
            }
            nodes.add(node);
        }
        return nodes;
    }

    /** Refuses nodes outside the cloud. */
    static void requireInCloud(Call call, List<Node> nodes) {
        nodes.stream().filter(Node::onPremises).findFirst().ifPresent(node -> {
            throw call.invalid("node " + node.hostName() + " must be in the cloud, is outside");
        });
    }

    /** Refuses nodes that have another status, or a task. */
    static void requireStatus(WorldChange change, Cluster cluster, List<Node> nodes, List<String> statuses) {
        List<ClusterTask> running = change.running(cluster.id());
        for (Node node : nodes) {
            for (ClusterTask task : running) {
                if (task.nodes().contains(node.id())) {
                    throw conflict("node " + node.hostName(), task);
                }
            }
            if (!statuses.contains(change.status(node))) {
                throw new Refusal(
                        403,
                        "InvalidNodeStatus",
                        "node " + node.hostName() + " must be " + String.join(" or ", statuses) + ", is "
                                + change.status(node));
            }
        }
    }

    private static Refusal conflict(String of, ClusterTask task) {
        return new Refusal(
                403,
                "ConflictOpt",
                "task " + task.id() + " (" + task.lifecycle().taskType() + ") of " + of + " must end before");
    }
}
