package ehpc;

import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.node.Node;
import ehpc.node.NodeRole;
import ehpc.node.NodeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done to the nodes of a cluster, and to the cluster as a whole. Most methods return when the service has accepted the change, which goes on:
 * {@link Change#await} waits for its end. Settings are parameters of the operation by the names of the catalogue. A request that breaks a rule of the catalogue
 * throws an {@link ehpc.api.InvalidRequestException}, and nothing is sent. Immutable and thread-safe.
 */
public final class ClusterChanges {

    private final Cluster cluster;

    ClusterChanges(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Adds compute nodes (AddNodes).
     *
     * @param count 1 to 99
     * @param settings further parameters, such as {@code JobQueue} and {@code InstanceType}
     */
    public Change addNodes(int count, Map<String, ?> settings) {
        return change(
                "addNodes",
                List.of(cluster.request("AddNodes").with("Count", count).with(settings)));
    }

    /**
     * Removes compute nodes, and releases their instances unless {@code ReleaseInstance} is false (DeleteNodes).
     *
     * @param settings further parameters
     * @throws ehpc.node.EmptyNodeSetException if the set is empty and does not allow that
     */
    public Change deleteNodes(NodeSet nodes, Map<String, ?> settings) {
        return change("deleteNodes", requests("DeleteNodes", nodes, settings));
    }

    /**
     * Starts stopped nodes (StartNodes).
     *
     * @throws ehpc.node.EmptyNodeSetException if the set is empty and does not allow that
     */
    public Change startNodes(NodeSet nodes) {
        return change("startNodes", requests("StartNodes", nodes, Map.of()));
    }

    /**
     * Stops nodes (StopNodes).
     *
     * @throws ehpc.node.EmptyNodeSetException if the set is empty and does not allow that
     */
    public Change stopNodes(NodeSet nodes) {
        return change("stopNodes", requests("StopNodes", nodes, Map.of()));
    }

    /**
     * Sets compute nodes back to their first state: their files are lost (ResetNodes).
     *
     * @throws ehpc.node.EmptyNodeSetException if the set is empty and does not allow that
     */
    public Change resetNodes(NodeSet nodes) {
        return change("resetNodes", requests("ResetNodes", nodes, Map.of()));
    }

    /** Starts the cluster (StartCluster). */
    public Change start() {
        return change("startCluster", List.of(cluster.request("StartCluster")));
    }

    /** Stops the cluster (StopCluster). */
    public Change stop() {
        return change("stopCluster", List.of(cluster.request("StopCluster")));
    }

    /**
     * Sets a cluster in status exception up again (RecoverCluster).
     *
     * @param settings further parameters, such as {@code ImageId}
     */
    public Change recover(Map<String, ?> settings) {
        return change(
                "recoverCluster", List.of(cluster.request("RecoverCluster").with(settings)));
    }

    /**
     * Deletes the cluster, and releases its instances unless {@code ReleaseInstance} is false (DeleteCluster).
     *
     * @param settings further parameters
     */
    public Change delete(Map<String, ?> settings) {
        return change("deleteCluster", List.of(cluster.request("DeleteCluster").with(settings)));
    }

    /**
     * Changes attributes of the cluster, at once (ModifyClusterAttributes).
     *
     * @param settings parameters, such as {@code Name} and {@code Description}
     * @return the request id
     */
    public String modify(Map<String, ?> settings) {
        return cluster.ehpc()
                .send(cluster.request("ModifyClusterAttributes").with(settings))
                .requestId();
    }

    private Change change(String word, List<Request> requests) {
        List<Response> answers = requests.stream().map(cluster.ehpc()::send).toList();
        return new Change(cluster.ehpc(), cluster.id(), word, answers);
    }

    /** Returns a request for each role and portion, because the service takes nodes of one role at a time. */
    private List<Request> requests(String operation, NodeSet nodes, Map<String, ?> settings) {
        Request plain = cluster.request(operation).with(settings);
        boolean takesRole = plain.operation().parameter("Role").isPresent();
        Map<String, List<Node>> byRole = new LinkedHashMap<>();
        for (Node node : NodeSet.targets(cluster.id(), nodes)) {
            byRole.computeIfAbsent(takesRole ? role(node) : "", any -> new ArrayList<>())
                    .add(node);
        }
        List<Request> requests = new ArrayList<>();
        byRole.forEach((role, some) -> {
            Request ofRole = role.isEmpty() ? plain : plain.with("Role", role);
            NodeBatches.ofObjects(some, "Id", Node::id).forEach(ids -> requests.add(ofRole.with("Instance", ids)));
        });
        return requests;
    }

    private static String role(Node node) {
        if (node.is(NodeRole.MANAGER)) {
            return "Manager";
        }
        return node.is(NodeRole.LOGIN) ? "Login" : "Compute";
    }
}
