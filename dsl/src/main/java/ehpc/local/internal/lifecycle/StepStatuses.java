package ehpc.local.internal.lifecycle;

import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.WorldChange;
import java.util.List;

/** The statuses after a transition. */
final class StepStatuses {

    private StepStatuses() {}

    /** Sets the statuses of the present transition of a task. */
    static void apply(WorldChange change, ClusterTask task) {
        change.find(task.clusterId()).ifPresent(cluster -> apply(change, task, cluster));
    }

    private static void apply(WorldChange change, ClusterTask task, Cluster cluster) {
        Lifecycle.Step step = task.present();
        if (step.cluster().equals(Lifecycle.GONE)) {
            change.remove(cluster);
            return;
        }
        List<Node> nodes =
                task.nodes().stream().flatMap(id -> cluster.node(id).stream()).toList();
        if (step.nodes().equals(Lifecycle.GONE)) {
            change.remove(cluster, nodes);
        } else if (!step.nodes().isEmpty()) {
            change.setStatus(
                    nodes.stream().filter(node -> follows(change, task, node)).toList(), step.nodes());
        }
        if (!step.cluster().isEmpty()) {
            change.setStatus(cluster, clusterStatus(task, nodes));
        }
    }

    /** A node whose status something else has changed meanwhile keeps it. */
    private static boolean follows(WorldChange change, ClusterTask task, Node node) {
        String before = task.step() == 0
                ? ""
                : task.lifecycle().steps().get(task.step() - 1).nodes();
        return before.isEmpty() || before.equals(change.status(node));
    }

    private static String clusterStatus(ClusterTask task, List<Node> nodes) {
        boolean failed = nodes.stream()
                .anyMatch(node -> node.is("Manager") && task.errors().containsKey(node.id()));
        return task.ended() && failed ? "exception" : task.present().cluster();
    }
}
