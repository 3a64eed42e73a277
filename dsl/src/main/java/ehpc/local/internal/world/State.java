package ehpc.local.internal.world;

import java.util.Collection;
import java.util.HashMap;
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
 * @param ledger what it remembers about requests
 */
record State(
        Set<String> roles,
        Map<String, String> clusterStatus,
        Map<String, String> nodeStatus,
        Map<String, List<PostScript>> postScripts,
        Map<String, ClusterState> clusters,
        Ledger ledger) {

    static final String RUNNING = "running";

    /** A part that an earlier format does not have is missing in a file. */
    State {
        roles = roles == null ? Set.of() : roles;
        clusterStatus = clusterStatus == null ? Map.of() : clusterStatus;
        nodeStatus = nodeStatus == null ? Map.of() : nodeStatus;
        postScripts = postScripts == null ? Map.of() : postScripts;
        clusters = clusters == null ? Map.of() : clusters;
        ledger = ledger == null ? Ledger.blank() : ledger;
    }

    static State blank() {
        return new State(null, null, null, null, null, null);
    }

    ClusterState cluster(String clusterId) {
        return clusters.getOrDefault(clusterId, ClusterState.initial());
    }

    /** Returns the status of a cluster of this state. */
    String status(Cluster cluster) {
        return clusterStatus.getOrDefault(cluster.id(), RUNNING);
    }

    /** Returns the status of a node of this state. */
    String status(Node node) {
        return nodeStatus.getOrDefault(node.id(), RUNNING);
    }

    State withRole(String serviceName) {
        Set<String> changed = new TreeSet<>(roles);
        changed.add(serviceName);
        return new State(changed, clusterStatus, nodeStatus, postScripts, clusters, ledger);
    }

    State withClusterStatus(String clusterId, String status) {
        Map<String, String> changed = status(clusterStatus, List.of(clusterId), status);
        return new State(roles, changed, nodeStatus, postScripts, clusters, ledger);
    }

    State withNodeStatus(Collection<String> nodeIds, String status) {
        Map<String, String> changed = status(nodeStatus, nodeIds, status);
        return new State(roles, clusterStatus, changed, postScripts, clusters, ledger);
    }

    State withPostScripts(String clusterId, List<PostScript> scripts) {
        Map<String, List<PostScript>> changed = with(postScripts, clusterId, List.copyOf(scripts));
        return new State(roles, clusterStatus, nodeStatus, changed, clusters, ledger);
    }

    State withCluster(String clusterId, UnaryOperator<ClusterState> change) {
        Map<String, ClusterState> changed = with(clusters, clusterId, change.apply(cluster(clusterId)));
        return new State(roles, clusterStatus, nodeStatus, postScripts, changed, ledger);
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
        Map<String, List<PostScript>> scripts = new TreeMap<>(postScripts);
        scripts.remove(cluster.id());
        Map<String, ClusterState> rest = new TreeMap<>(clusters);
        rest.remove(cluster.id());
        State stripped = withClusterStatus(cluster.id(), RUNNING)
                .withNodeStatus(cluster.nodes().stream().map(Node::id).toList(), RUNNING);
        return new State(
                roles, stripped.clusterStatus, stripped.nodeStatus, scripts, rest, ledger.withReleased(cluster));
    }

    State withLedger(UnaryOperator<Ledger> change) {
        return new State(roles, clusterStatus, nodeStatus, postScripts, clusters, change.apply(ledger));
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
