package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A cluster with its nodes, at some moment. Immutable: a change of the nodes makes another one of the same id. */
public final class Cluster {

    private final String id;
    private final Founding founding;
    private final List<Node> nodes;
    private final Map<String, Node> byId;
    private final Map<String, List<Node>> byRole;
    private final Map<String, Object> resources;

    Cluster(String id, Founding founding, List<Node> nodes) {
        this.id = id;
        this.founding = founding;
        this.nodes = List.copyOf(nodes);
        this.byRole = Node.ROLES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        role -> nodes.stream().filter(node -> node.is(role)).toList()));
        this.resources = Hardware.resources(nodes("Compute"));
        this.byId = this.nodes.stream().collect(Collectors.toUnmodifiableMap(Node::id, Function.identity()));
    }

    public String id() {
        return id;
    }

    Founding founding() {
        return founding;
    }

    /** Returns its number in the order of creation; 0 for an initial cluster. */
    int nth() {
        return founding.nth();
    }

    public String region() {
        return founding.region();
    }

    public String name() {
        return founding.name();
    }

    public String description() {
        return founding.description();
    }

    /** Returns whether it is a hybrid cluster in proxy mode, with accounts and some nodes outside the cloud. */
    public boolean hybrid() {
        return founding.hybrid();
    }

    public Instant created() {
        return founding.created();
    }

    /** Returns what the request that created it said, by the name of the parameter, or this value if it said nothing. */
    public String setting(String name, String otherwise) {
        return founding.settings().getOrDefault(name, otherwise);
    }

    /** Returns all nodes: managers, login nodes, compute nodes, and those that joined later in the order of their joining. */
    public List<Node> nodes() {
        return nodes;
    }

    public Optional<Node> node(String nodeId) {
        return Optional.ofNullable(byId.get(nodeId));
    }

    boolean has(String nodeId) {
        return byId.containsKey(nodeId);
    }

    /** Returns the nodes with a role, by its name in requests. */
    public List<Node> nodes(String requestedRole) {
        return byRole.getOrDefault(requestedRole, List.of());
    }

    /** Returns the resources of the compute nodes. */
    public Map<String, Object> resources() {
        return resources;
    }
}
