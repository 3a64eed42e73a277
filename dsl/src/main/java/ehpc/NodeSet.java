package ehpc;

import ehpc.api.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Some nodes of one cluster, each once, in order. Immutable.
 *
 * <p>The set of all nodes of a cluster ({@link Cluster#nodes}) is more than its elements: a command on it is sent without a
 * list, which means every node to the service. Every other set is sent by its ids, and an empty one is an error, unless
 * {@link #allowEmpty} was said.
 */
public final class NodeSet implements Iterable<Node> {

    private final String clusterId;
    private final Map<String, Node> byId;
    private final String origin;
    private final boolean every;
    private final boolean emptyAllowed;

    private NodeSet(String clusterId, Map<String, Node> byId, String origin, boolean every, boolean emptyAllowed) {
        this.clusterId = clusterId;
        this.byId = byId;
        this.origin = origin;
        this.every = every;
        this.emptyAllowed = emptyAllowed;
    }

    /** All nodes of a cluster. */
    static NodeSet every(String clusterId, Collection<Node> nodes) {
        return new NodeSet(clusterId, index(nodes), "nodes", true, false);
    }

    /**
     * The nodes given, without repetition.
     *
     * @param origin how the caller asked for them, for messages
     */
    static NodeSet of(String clusterId, Collection<Node> nodes, String origin) {
        return new NodeSet(clusterId, index(nodes), origin, false, false);
    }

    private static Map<String, Node> index(Collection<Node> nodes) {
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
        return byId;
    }

    /** The compute nodes among these. */
    public NodeSet getCompute() {
        return role(NodeRole.COMPUTE, "compute");
    }

    /** The login nodes among these. */
    public NodeSet getLogin() {
        return role(NodeRole.LOGIN, "login");
    }

    /** The manager nodes among these. */
    public NodeSet getManager() {
        return role(NodeRole.MANAGER, "manager");
    }

    private NodeSet role(NodeRole role, String word) {
        return only(node -> node.is(role), origin + "." + word);
    }

    /** The nodes among these that a condition holds for. */
    public NodeSet where(Predicate<? super Node> condition) {
        return only(condition, origin + ".where { }");
    }

    private NodeSet only(Predicate<? super Node> condition, String from) {
        return of(clusterId, byId.values().stream().filter(condition).toList(), from);
    }

    /**
     * The nodes of these names, in the order of the text.
     *
     * @param names host names in folded form, such as {@code compute[000-003,7],login0}
     * @throws InputException a name is not among these nodes, or the text is not of that form
     */
    public NodeSet getAt(String names) {
        return named(names);
    }

    /** The same for a text with values in it. */
    public NodeSet getAt(CharSequence names) {
        return named(names.toString());
    }

    private NodeSet named(String names) {
        Map<String, Node> byName = new LinkedHashMap<>();
        Set<String> shared = new HashSet<>();
        for (Node node : byId.values()) {
            if (byName.putIfAbsent(node.name(), node) != null) {
                shared.add(node.name());
            }
        }
        List<Node> found = new ArrayList<>();
        for (String name : NodeNames.expand(names)) {
            if (shared.contains(name)) {
                throw new InputException(
                        "a node name must be of one node, '" + name + "' is of several; use their ids");
            }
            Node node = byName.get(name);
            if (node == null) {
                throw new InputException(
                        "no node named '" + name + "' in " + origin + Nearest.hint(name, byName.keySet()) + known());
            }
            found.add(node);
        }
        return of(clusterId, found, origin + "['" + names + "']");
    }

    /**
     * The node of that id or host name.
     *
     * @throws InputException there is none
     */
    public Node node(String idOrName) {
        Node node = byId.get(idOrName);
        if (node != null) {
            return node;
        }
        return stream().filter(n -> n.name().equals(idOrName)).findFirst().orElseThrow(() -> unknown(idOrName));
    }

    private InputException unknown(String idOrName) {
        List<String> words = stream().flatMap(n -> Stream.of(n.id(), n.name())).toList();
        return new InputException("no node '" + idOrName + "' in " + origin + Nearest.hint(idOrName, words) + known());
    }

    private String known() {
        return "; known: " + (isEmpty() ? "none" : folded());
    }

    /** These nodes and the others, these first. */
    public NodeSet plus(NodeSet others) {
        sameCluster(others);
        List<Node> all = new ArrayList<>(byId.values());
        all.addAll(others.byId.values());
        return of(clusterId, all, origin + " + " + others.origin);
    }

    /** These nodes and one more. */
    public NodeSet plus(Node other) {
        return plus(of(other));
    }

    /** These nodes without the others. */
    public NodeSet minus(NodeSet others) {
        sameCluster(others);
        return only(node -> !others.contains(node), origin + " - " + others.origin);
    }

    /** These nodes without one. */
    public NodeSet minus(Node other) {
        return minus(of(other));
    }

    /** The nodes that are in both sets, in the order of this one. */
    public NodeSet and(NodeSet others) {
        sameCluster(others);
        return only(others::contains, origin + " & " + others.origin);
    }

    /** The same nodes, and no error when there are none. */
    public NodeSet allowEmpty() {
        return new NodeSet(clusterId, byId, origin, every, true);
    }

    /** One node as a set. */
    static NodeSet of(Node node) {
        return of(node.clusterId(), List.of(node), node.name());
    }

    private void sameCluster(NodeSet others) {
        if (!clusterId.equals(others.clusterId)) {
            throw new InputException(
                    "nodes of cluster '" + others.clusterId + "' must not be mixed with those of '" + clusterId + "'");
        }
    }

    /**
     * These nodes, when a command may be sent to them in a cluster.
     *
     * @throws EmptyNodeSetException there are none, and {@link #allowEmpty} was not said
     * @throws InputException they belong to another cluster, or one has no id
     */
    NodeSet targets(String cluster) {
        if (!clusterId.equals(cluster)) {
            throw new InputException(
                    "nodes of cluster '" + clusterId + "' must not be used in cluster '" + cluster + "'");
        }
        if (isEmpty() && !emptyAllowed) {
            throw new EmptyNodeSetException(origin);
        }
        if (byId.containsKey("")) {
            throw new InputException(
                    "every node must have an id, '" + byId.get("").name() + "' has none yet");
        }
        return this;
    }

    /** The cluster that the nodes belong to. */
    public String clusterId() {
        return clusterId;
    }

    /** Groovy's truth: whether there is a node. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    /** Whether a command on these is sent without a list, to every node of the cluster. */
    public boolean isEvery() {
        return every;
    }

    /** Whether there is no node. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** How many nodes there are. */
    public int size() {
        return byId.size();
    }

    /** Whether the node is one of these. */
    public boolean contains(Node node) {
        return byId.containsKey(node.id());
    }

    /** The ids, in order. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** The host names, in order. */
    public List<String> names() {
        return stream().map(Node::name).toList();
    }

    /** The host names in folded form, such as {@code compute[000-003]}. */
    public String folded() {
        return NodeNames.fold(names());
    }

    /** How the caller asked for them, such as {@code nodes.compute}. */
    public String origin() {
        return origin;
    }

    /** The nodes, in order. */
    public Stream<Node> stream() {
        return byId.values().stream();
    }

    @Override
    public Iterator<Node> iterator() {
        return List.copyOf(byId.values()).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeSet that && ids().equals(that.ids());
    }

    @Override
    public int hashCode() {
        return ids().hashCode();
    }

    /** The host names in folded form. */
    @Override
    public String toString() {
        return folded();
    }
}
