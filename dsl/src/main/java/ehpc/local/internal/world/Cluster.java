package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The constant facts of a cluster. */
public final class Cluster {

    private final String id;
    private final String name;
    private final String description;
    private final boolean hybrid;
    private final Instant created;
    private final List<Node> nodes;
    private final Map<String, Node> byId;

    Cluster(String id, String name, String description, boolean hybrid, Instant created, List<Node> nodes) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.hybrid = hybrid;
        this.created = created;
        this.nodes = List.copyOf(nodes);
        this.byId = this.nodes.stream().collect(Collectors.toUnmodifiableMap(Node::id, Function.identity()));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** Returns whether it is a hybrid cluster in proxy mode, with accounts and some nodes outside the cloud. */
    public boolean hybrid() {
        return hybrid;
    }

    public Instant created() {
        return created;
    }

    /** Returns all nodes: managers, login nodes, compute nodes. */
    public List<Node> nodes() {
        return nodes;
    }

    public Optional<Node> node(String nodeId) {
        return Optional.ofNullable(byId.get(nodeId));
    }

    public List<Node> nodes(String requestedRole) {
        return nodes.stream().filter(n -> n.is(requestedRole)).toList();
    }
}
