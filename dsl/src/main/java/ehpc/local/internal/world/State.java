package ehpc.local.internal.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The mutable state of a service, without its commands; also its form on disk. Immutable.
 *
 * @param roles the services whose role exists
 * @param clusterStatus the status by cluster id, unless it is {@code running}
 * @param nodeStatus the status by node id, unless it is {@code running}
 * @param postScripts the post scripts by cluster id
 * @param users the accounts by cluster id
 * @param addedNodes the number of compute nodes that joined, by cluster id
 */
record State(
        Set<String> roles,
        Map<String, String> clusterStatus,
        Map<String, String> nodeStatus,
        Map<String, List<PostScript>> postScripts,
        Map<String, List<String>> users,
        Map<String, Integer> addedNodes) {

    static final String RUNNING = "running";

    /** A file that an older version wrote has no added nodes. */
    State {
        addedNodes = addedNodes == null ? Map.of() : addedNodes;
    }

    static State blank() {
        return new State(Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    State withRole(String serviceName) {
        Set<String> changed = new TreeSet<>(roles);
        changed.add(serviceName);
        return new State(changed, clusterStatus, nodeStatus, postScripts, users, addedNodes);
    }

    State withClusterStatus(String clusterId, String status) {
        return new State(roles, status(clusterStatus, clusterId, status), nodeStatus, postScripts, users, addedNodes);
    }

    State withNodeStatus(String nodeId, String status) {
        return new State(roles, clusterStatus, status(nodeStatus, nodeId, status), postScripts, users, addedNodes);
    }

    State withPostScripts(String clusterId, List<PostScript> scripts) {
        return new State(roles, clusterStatus, nodeStatus, with(postScripts, clusterId, scripts), users, addedNodes);
    }

    State withUsers(String clusterId, List<String> names) {
        return new State(roles, clusterStatus, nodeStatus, postScripts, with(users, clusterId, names), addedNodes);
    }

    State withAddedNode(String clusterId) {
        Map<String, Integer> changed = new TreeMap<>(addedNodes);
        changed.merge(clusterId, 1, Integer::sum);
        return new State(roles, clusterStatus, nodeStatus, postScripts, users, changed);
    }

    private static Map<String, String> status(Map<String, String> of, String id, String status) {
        Map<String, String> changed = new HashMap<>(of);
        changed.put(id, status);
        changed.values().removeIf(RUNNING::equals);
        return new TreeMap<>(changed);
    }

    private static <T> Map<String, List<T>> with(Map<String, List<T>> of, String id, List<T> list) {
        Map<String, List<T>> changed = new TreeMap<>(of);
        changed.put(id, List.copyOf(list));
        return changed;
    }
}
