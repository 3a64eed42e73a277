package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A task: a lifecycle of some nodes of a cluster, and perhaps of the cluster; also its form on disk. Immutable.
 *
 * @param id the id of the request that started it
 * @param lifecycle the transitions
 * @param nodes the ids of its nodes
 * @param step the index of the present transition
 * @param errors what failed, by node id
 * @param scripted whether the post scripts have started
 * @param ended whether the last transition is done
 */
public record ClusterTask(
        String id,
        String clusterId,
        Lifecycle lifecycle,
        List<String> nodes,
        int step,
        Map<String, String> errors,
        boolean scripted,
        boolean ended,
        Instant started) {

    /** A list that is empty is missing in a file. */
    public ClusterTask {
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
        errors = errors == null ? Map.of() : Map.copyOf(errors);
    }

    /** Returns a new task, before its first transition. */
    public static ClusterTask of(String id, String clusterId, Lifecycle lifecycle, List<Node> nodes, Instant started) {
        List<String> ids = nodes.stream().map(Node::id).toList();
        return new ClusterTask(id, clusterId, lifecycle, ids, 0, Map.of(), false, false, started);
    }

    /** Returns the task after its next transition. */
    public ClusterTask next() {
        boolean last = step + 2 == lifecycle.steps().size();
        return new ClusterTask(id, clusterId, lifecycle, nodes, step + 1, errors, scripted, last, started);
    }

    /** Returns the task with the errors of nodes. */
    public ClusterTask withErrors(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(errors);
        all.putAll(more);
        return new ClusterTask(id, clusterId, lifecycle, nodes, step, all, scripted, ended, started);
    }

    /** Returns the task whose post scripts have started. */
    public ClusterTask withScripts() {
        return new ClusterTask(id, clusterId, lifecycle, nodes, step, errors, true, ended, started);
    }

    /** Returns the task as it is remembered: one that has ended without errors keeps only the nodes that it added. */
    public ClusterTask remembered() {
        return ended && errors.isEmpty() && !lifecycle.addsNodes()
                ? new ClusterTask(id, clusterId, lifecycle, List.of(), step, errors, scripted, true, started)
                : this;
    }

    /** Returns the present transition. */
    public Lifecycle.Step present() {
        return lifecycle.steps().get(step);
    }

    /** Returns the status in answers. */
    public String status() {
        if (!ended) {
            return "Processing";
        }
        if (errors.isEmpty()) {
            return "Success";
        }
        return errors.size() < nodes.size() ? "PartialFail" : "Failed";
    }
}
