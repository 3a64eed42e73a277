package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The queues of a cluster, in the order of their creation. Immutable.
 *
 * @param ofNodes the queue by node id; other compute nodes serve the initial queue
 */
public record Queues(List<Queue> list, Map<String, String> ofNodes) {

    static Queues initial() {
        return new Queues(List.of(Queue.INITIAL), Map.of());
    }

    public List<String> names() {
        return list.stream().map(Queue::name).toList();
    }

    public Optional<Queue> find(String name) {
        return list.stream().filter(queue -> queue.name().equals(name)).findFirst();
    }

    /** Returns a new queue with the settings of the initial one. */
    public Queue named(String name) {
        return new Queue(name, "", "", "Standard", "", false);
    }

    /** Returns the compute nodes that serve a queue. */
    public List<Node> nodes(Cluster cluster, String name) {
        return cluster.nodes("Compute").stream()
                .filter(node -> ofNodes.getOrDefault(node.id(), Hardware.QUEUE).equals(name))
                .toList();
    }

    /** Returns the queues with this one in place of that of the same name, or at the end. */
    public Queues with(Queue queue) {
        List<Queue> changed = new ArrayList<>(list);
        int index = names().indexOf(queue.name());
        if (index < 0) {
            changed.add(queue);
        } else {
            changed.set(index, queue);
        }
        return new Queues(changed, ofNodes);
    }

    public Queues without(String name) {
        return new Queues(
                list.stream().filter(queue -> !queue.name().equals(name)).toList(), ofNodes);
    }

    /** Moves nodes to a queue. */
    public Queues withNodes(List<Node> nodes, String name) {
        Map<String, String> changed = new TreeMap<>(ofNodes);
        nodes.forEach(node -> changed.put(node.id(), name));
        return new Queues(list, changed);
    }

    /** Forgets the queues of nodes that left. */
    Queues withoutNodes(List<String> nodeIds) {
        Map<String, String> changed = new TreeMap<>(ofNodes);
        changed.keySet().removeAll(Set.copyOf(nodeIds));
        return new Queues(list, changed);
    }
}
