package ehpc.local.internal.job;

import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of the queues of a cluster, with what is taken of each. Not thread-safe. */
public final class QueueNodes {

    private record Taken(int cores, long mebibytes) {}

    private static final Taken NOTHING = new Taken(0, 0);

    private final World world;
    private final Cluster cluster;
    private final Map<String, Taken> taken = new HashMap<>();

    public QueueNodes(World world, Cluster cluster) {
        this.world = world;
        this.cluster = cluster;
    }

    /** Returns whether a queue could ever serve this demand, with all of its nodes running and free. */
    public boolean couldServe(String queue, Demand demand) {
        return nodes(queue).stream()
                        .filter(node -> demand.cores() <= Hardware.cores(node)
                                && demand.mebibytes() <= Hardware.mebibytes(node))
                        .count()
                >= demand.nodes();
    }

    /** Returns the nodes of a queue. */
    public List<Node> nodes(String queue) {
        return world.queues(cluster).nodes(cluster, queue);
    }

    /** Returns running nodes of a queue with enough free cores and memory; empty if there are too few. */
    List<Node> free(String queue, Demand demand) {
        List<Node> free = nodes(queue).stream()
                .filter(world::running)
                .filter(node -> fits(node, demand))
                .limit(demand.nodes())
                .toList();
        return free.size() == demand.nodes() ? free : List.of();
    }

    void take(List<Node> nodes, Demand demand) {
        for (Node node : nodes) {
            Taken before = taken.getOrDefault(node.id(), NOTHING);
            taken.put(node.id(), new Taken(before.cores() + demand.cores(), before.mebibytes() + demand.mebibytes()));
        }
    }

    private boolean fits(Node node, Demand demand) {
        Taken before = taken.getOrDefault(node.id(), NOTHING);
        return before.cores() + demand.cores() <= Hardware.cores(node)
                && before.mebibytes() + demand.mebibytes() <= Hardware.mebibytes(node);
    }
}
