package ehpc.local.internal.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The mutable state of a service, without its commands; also its form on disk. Immutable.
 *
 * @param roles the services whose role exists
 * @param clusterStatus the status by cluster id, unless it is {@code running}
 * @param nodeStatus the status by node id, unless it is {@code running}
 * @param postScripts the post scripts by cluster id
 * @param addedNodes the number of compute nodes that joined, by cluster id
 * @param clusters everything else, by cluster id, if it has changed
 */
record State(
        Set<String> roles,
        Map<String, String> clusterStatus,
        Map<String, String> nodeStatus,
        Map<String, List<PostScript>> postScripts,
        Map<String, Integer> addedNodes,
        Map<String, ClusterState> clusters) {

    static final String RUNNING = "running";

    /** A file of the first format may have no added nodes. */
    State {
        addedNodes = addedNodes == null ? Map.of() : addedNodes;
        clusters = clusters == null ? Map.of() : clusters;
    }

    static State blank() {
        return new State(Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    ClusterState cluster(String clusterId) {
        return clusters.getOrDefault(clusterId, ClusterState.initial());
    }

    State withRole(String serviceName) {
        Set<String> changed = new TreeSet<>(roles);
        changed.add(serviceName);
        return new State(changed, clusterStatus, nodeStatus, postScripts, addedNodes, clusters);
    }

    State withClusterStatus(String clusterId, String status) {
        Map<String, String> changed = status(clusterStatus, clusterId, status);
        return new State(roles, changed, nodeStatus, postScripts, addedNodes, clusters);
    }

    State withNodeStatus(String nodeId, String status) {
        Map<String, String> changed = status(nodeStatus, nodeId, status);
        return new State(roles, clusterStatus, changed, postScripts, addedNodes, clusters);
    }

    State withPostScripts(String clusterId, List<PostScript> scripts) {
        Map<String, List<PostScript>> changed = with(postScripts, clusterId, List.copyOf(scripts));
        return new State(roles, clusterStatus, nodeStatus, changed, addedNodes, clusters);
    }

    State withAddedNode(String clusterId) {
        Map<String, Integer> changed = with(addedNodes, clusterId, addedNodes.getOrDefault(clusterId, 0) + 1);
        return new State(roles, clusterStatus, nodeStatus, postScripts, changed, clusters);
    }

    State withCluster(String clusterId, UnaryOperator<ClusterState> change) {
        Map<String, ClusterState> changed = with(clusters, clusterId, change.apply(cluster(clusterId)));
        return new State(roles, clusterStatus, nodeStatus, postScripts, addedNodes, changed);
    }

    private static Map<String, String> status(Map<String, String> of, String id, String status) {
        Map<String, String> changed = new HashMap<>(of);
        changed.put(id, status);
        changed.values().removeIf(RUNNING::equals);
        return new TreeMap<>(changed);
    }

    private static <T> Map<String, T> with(Map<String, T> of, String id, T value) {
        Map<String, T> changed = new TreeMap<>(of);
        changed.put(id, value);
        return changed;
    }
}
