package ehpc;

import ehpc.api.Request;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.util.List;
import java.util.Map;

/**
 * The queues of a cluster. Every method calls the service. A request that breaks a rule of the catalogue throws an
 * {@link ehpc.api.InvalidRequestException}, and nothing is sent. Immutable and thread-safe.
 */
public final class Queues {

    private static final String NAME = "QueueName";

    private final Cluster cluster;

    Queues(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns all queues, in the order of the service (ListQueues). */
    public List<Queue> list() {
        return cluster.ehpc().send(cluster.request("ListQueues")).records("Queues.QueueInfo").stream()
                .map(Queue::of)
                .toList();
    }

    /**
     * Creates a queue (AddQueue).
     *
     * @param name a letter, then up to 62 letters, digits or underscores
     * @param settings parameters of AddQueue by the names of the catalogue, such as {@code DeploymentSetId}; empty for none
     * @return the request id
     */
    public String add(String name, Map<String, ?> settings) {
        return send("AddQueue", name, settings);
    }

    /**
     * Changes settings of a queue; those that are not given stay (UpdateQueueConfig).
     *
     * @param settings parameters of UpdateQueueConfig by the names of the catalogue, such as {@code ComputeInstanceType}
     * @return the request id
     */
    public String update(String name, Map<String, ?> settings) {
        return send("UpdateQueueConfig", name, settings);
    }

    /**
     * Deletes a queue (DeleteQueue).
     *
     * @return the request id
     */
    public String delete(String name) {
        return send("DeleteQueue", name, Map.of());
    }

    private String send(String operation, String name, Map<String, ?> settings) {
        Request request = cluster.request(operation).with(NAME, name).with(settings);
        return cluster.ehpc().send(request).requestId();
    }

    /**
     * Moves compute nodes to a queue, at most 100 in one call; if one of several calls fails, the nodes of the earlier ones are moved (SetQueue).
     *
     * @param nodes nodes of this cluster; an empty set must allow that ({@link NodeSet#allowEmpty}), and nothing is sent
     * @return the request ids, in order
     * @throws ehpc.node.EmptyNodeSetException if the set is empty
     */
    public List<String> move(NodeSet nodes, String name) {
        Request plain = cluster.request("SetQueue").with(NAME, name);
        List<Request> requests =
                NodeBatches.ofObjects(
                                NodeSet.targets(cluster.id(), nodes).stream().toList(), "Name", Node::name)
                        .stream()
                        .map(names -> plain.with("Node", names))
                        .toList();
        return requests.stream()
                .map(request -> cluster.ehpc().send(request).requestId())
                .toList();
    }
}
