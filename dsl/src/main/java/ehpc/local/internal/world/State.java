package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The state of a service, without its commands; also its form on disk. Immutable.
 *
 * @param roles the services whose role exists
 * @param clusterStatus the status by cluster id, unless it is {@code running}
 * @param nodeStatus the status by node id, unless it is {@code running}
 * @param postScripts the post scripts by cluster id
 * @param clusters everything else, by cluster id, if it has changed since the cluster was an initial one
 * @param released the ids of the deleted clusters, with their regions
 * @param created the number of clusters that requests have created
 * @param tasks the last tasks, oldest first
 * @param remembered the last answers by operation and client token, oldest first
 * @param kept the instances of deleted nodes that were not released, by id
 */
record State(
        Set<String> roles,
        Map<String, String> clusterStatus,
        Map<String, String> nodeStatus,
        Map<String, List<PostScript>> postScripts,
        Map<String, ClusterState> clusters,
        Map<String, String> released,
        int created,
        List<ClusterTask> tasks,
        Map<String, Remembered> remembered,
        Map<String, Node> kept) {

    static final String RUNNING = "running";

    /** Beyond these numbers, the oldest are forgotten. */
    private static final int MOST_TASKS = 1000;

    private static final int MOST_REMEMBERED = 1000;

    /** A part that an earlier format does not have is missing in a file. */
    State {
        roles = roles == null ? Set.of() : roles;
        clusterStatus = clusterStatus == null ? Map.of() : clusterStatus;
        nodeStatus = nodeStatus == null ? Map.of() : nodeStatus;
        postScripts = postScripts == null ? Map.of() : postScripts;
        clusters = clusters == null ? Map.of() : clusters;
        released = released == null ? Map.of() : released;
        tasks = tasks == null ? List.of() : tasks;
        remembered = remembered == null ? Map.of() : remembered;
        kept = kept == null ? Map.of() : kept;
    }

    static State blank() {
        return new State(null, null, null, null, null, null, 0, null, null, null);
    }

    ClusterState cluster(String clusterId) {
        return clusters.getOrDefault(clusterId, ClusterState.initial());
    }

    State withRole(String serviceName) {
        Set<String> changed = new TreeSet<>(roles);
        changed.add(serviceName);
        return new State(
                changed, clusterStatus, nodeStatus, postScripts, clusters, released, created, tasks, remembered, kept);
    }

    State withClusterStatus(String clusterId, String status) {
        Map<String, String> changed = status(clusterStatus, List.of(clusterId), status);
        return new State(roles, changed, nodeStatus, postScripts, clusters, released, created, tasks, remembered, kept);
    }

    State withNodeStatus(Collection<String> nodeIds, String status) {
        Map<String, String> changed = status(nodeStatus, nodeIds, status);
        return new State(
                roles, clusterStatus, changed, postScripts, clusters, released, created, tasks, remembered, kept);
    }

    State withPostScripts(String clusterId, List<PostScript> scripts) {
        Map<String, List<PostScript>> changed = with(postScripts, clusterId, List.copyOf(scripts));
        return new State(
                roles, clusterStatus, nodeStatus, changed, clusters, released, created, tasks, remembered, kept);
    }

    State withCluster(String clusterId, UnaryOperator<ClusterState> change) {
        Map<String, ClusterState> changed = with(clusters, clusterId, change.apply(cluster(clusterId)));
        return new State(
                roles, clusterStatus, nodeStatus, postScripts, changed, released, created, tasks, remembered, kept);
    }

    State withNodes(String clusterId, Collection<Node> nodes) {
        return withCluster(clusterId, c -> c.withMembership(c.membership().with(nodes)));
    }

    /** Returns the state without nodes of a cluster, and without what it keeps about them. */
    State withoutNodes(String clusterId, Collection<Node> nodes) {
        List<String> ids = nodes.stream().map(Node::id).toList();
        return withNodeStatus(ids, RUNNING)
                .withCluster(
                        clusterId,
                        c -> c.withMembership(c.membership().without(nodes))
                                .withQueues(c.queues().withoutNodes(ids)));
    }

    /** Returns the state without a cluster, whose id is not used again. */
    State withoutCluster(Cluster cluster) {
        Map<String, String> gone = with(released, cluster.id(), cluster.region());
        Map<String, List<PostScript>> scripts = new TreeMap<>(postScripts);
        scripts.remove(cluster.id());
        Map<String, ClusterState> rest = new TreeMap<>(clusters);
        rest.remove(cluster.id());
        State stripped = withClusterStatus(cluster.id(), RUNNING)
                .withNodeStatus(cluster.nodes().stream().map(Node::id).toList(), RUNNING);
        return new State(
                roles,
                stripped.clusterStatus,
                stripped.nodeStatus,
                scripts,
                rest,
                gone,
                created,
                tasks,
                remembered,
                kept);
    }

    State withCreated(int changed) {
        return new State(
                roles, clusterStatus, nodeStatus, postScripts, clusters, released, changed, tasks, remembered, kept);
    }

    /** Returns the state with a task, in place of that with its id. Only tasks that have ended are forgotten. */
    State withTask(ClusterTask task) {
        List<ClusterTask> changed = new ArrayList<>(tasks);
        int index = changed.stream().map(ClusterTask::id).toList().indexOf(task.id());
        if (index < 0) {
            changed.add(task);
        } else {
            changed.set(index, task);
        }
        for (int i = 0; changed.size() > MOST_TASKS && i < changed.size(); i++) {
            if (changed.get(i).ended()) {
                changed.remove(i--);
            }
        }
        return new State(
                roles, clusterStatus, nodeStatus, postScripts, clusters, released, created, changed, remembered, kept);
    }

    State withRemembered(String token, Remembered answer) {
        Map<String, Remembered> changed = new LinkedHashMap<>(remembered);
        changed.put(token, answer);
        if (changed.size() > MOST_REMEMBERED) {
            changed.remove(changed.keySet().iterator().next());
        }
        return new State(
                roles, clusterStatus, nodeStatus, postScripts, clusters, released, created, tasks, changed, kept);
    }

    State withKept(Map<String, Node> changed) {
        return new State(
                roles, clusterStatus, nodeStatus, postScripts, clusters, released, created, tasks, remembered, changed);
    }

    private static Map<String, String> status(Map<String, String> of, Collection<String> ids, String status) {
        Map<String, String> changed = new HashMap<>(of);
        ids.forEach(id -> changed.put(id, status));
        changed.values().removeIf(RUNNING::equals);
        return new TreeMap<>(changed);
    }

    private static <T> Map<String, T> with(Map<String, T> of, String id, T value) {
        Map<String, T> changed = new TreeMap<>(of);
        changed.put(id, value);
        return changed;
    }
}
