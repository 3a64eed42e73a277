package ehpc.node;

import ehpc.Cluster;
import ehpc.api.InputException;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some nodes of one cluster, each once, in order. Immutable, safe for use by several threads.
 *
 * <p>The set of all nodes of a cluster ({@link Cluster#nodes}) is more than its elements: a command on it is sent without a
 * list, which means every node to the service. Every other set is sent by its ids, and an empty one is an error, unless
 * {@link #allowEmpty} was said.
 */
@WordsOf(
        value = WordPlace.NODES,
        form = "NODES.%s",
        example = "println nodes.%s",
        first = "compute login manager running stopped status queue where findAll node among first last"
                + " take drop slice sort sorted reverse reversed groupBy groupedBy allowEmpty size"
                + " isEmpty contains containsAll disjoint count names ids folded origin clusterId every" + " []")
public final class NodeSet extends NodeSequence implements NodeChoice, NodeOperators {

    private final String clusterId;
    private final Map<String, Node> byId;
    private final NodeOrigin origin;
    private final NodeSet whole;
    private final Function<String, Set<String>> queues;
    private final boolean emptyAllowed;
    private volatile NodeLookup lookup;

    private NodeSet(
            String clusterId,
            Map<String, Node> byId,
            NodeOrigin origin,
            NodeSet whole,
            Function<String, Set<String>> queues,
            boolean emptyAllowed) {
        this.clusterId = clusterId;
        this.byId = byId;
        this.origin = origin;
        this.whole = whole;
        this.queues = queues;
        this.emptyAllowed = emptyAllowed;
    }

    /**
     * All nodes of a cluster.
     *
     * @param queues finds the ids of the nodes that serve a queue
     */
    public static NodeSet every(String clusterId, Collection<Node> nodes, Function<String, Set<String>> queues) {
        Map<String, Long> names =
                index(nodes).values().stream().collect(Collectors.groupingBy(Node::name, Collectors.counting()));
        List<Node> labelled = nodes.stream()
                .map(node -> names.get(node.name()) > 1 ? node.namesake() : node)
                .toList();
        return new NodeSet(clusterId, index(labelled), NodeOrigin.typed("nodes"), null, queues, false);
    }

    /**
     * The nodes given, without repetition, that no cluster is asked for.
     *
     * @param origin what they are, for messages
     */
    public static NodeSet of(String clusterId, Collection<Node> nodes, String origin) {
        return of(clusterId, nodes, NodeOrigin.described(origin));
    }

    /** One node as a set. */
    public static NodeSet of(Node node) {
        return of(node.clusterId(), List.of(node), NodeOrigin.typed("node('" + node.label() + "')"));
    }

    /**
     * The nodes, when a command may be sent to them in a cluster.
     *
     * @throws EmptyNodeSetException there are none, and {@link #allowEmpty} was not said
     * @throws InputException they belong to another cluster, or one has no id
     */
    public static NodeSet targets(String clusterId, NodeSet nodes) {
        if (!nodes.clusterId.equals(clusterId)) {
            throw new InputException(
                    "nodes of cluster '" + nodes.clusterId + "' must not be used in cluster '" + clusterId + "'");
        }
        if (nodes.isEmpty() && !nodes.emptyAllowed) {
            throw new EmptyNodeSetException(nodes.origin);
        }
        if (nodes.byId.containsKey("")) {
            throw new InputException(
                    "every node must have an id, '" + nodes.byId.get("").name() + "' has none yet");
        }
        return nodes;
    }

    private static NodeSet of(String clusterId, Collection<Node> nodes, NodeOrigin origin) {
        NodeSet whole = new NodeSet(clusterId, index(nodes), origin, null, null, false);
        return whole.derived(nodes, origin);
    }

    private static Map<String, Node> index(Collection<Node> nodes) {
        Map<String, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
        return Collections.unmodifiableMap(byId);
    }

    private NodeSet derived(Collection<Node> nodes, NodeOrigin from) {
        return new NodeSet(clusterId, index(nodes), from, whole(), queues, false);
    }

    /** All nodes that are known of the cluster. */
    private NodeSet whole() {
        return whole == null ? this : whole;
    }

    NodeSet only(Predicate<? super Node> condition, String suffix) {
        return part(stream().filter(condition).toList(), suffix);
    }

    @Override
    NodeSet part(Collection<Node> nodes, String suffix) {
        return derived(nodes, origin.member(suffix));
    }

    NodeSet ofCluster(CharSequence names) {
        return derived(whole().lookup().named(names), NodeOrigin.typed("'" + names + "'"));
    }

    NodeSet ofCluster(Collection<?> wanted) {
        List<Node> nodes = whole().lookup().all(wanted);
        nodes.forEach(node -> sameCluster(node.clusterId()));
        return derived(nodes, NodeOrigin.described("a list"));
    }

    /**
     * The nodes of the cluster that a value of any type stands for.
     *
     * @param nodes a set, a node, names in folded form, or a list of nodes and names
     * @throws InputException it is none of these, or names a node that the cluster has not
     */
    public NodeSet resolve(Object nodes) {
        if (nodes instanceof NodeSet set) {
            return set;
        }
        if (nodes instanceof Node node) {
            return NodeSet.of(node);
        }
        if (nodes instanceof CharSequence names) {
            return ofCluster(names);
        }
        if (nodes instanceof Collection<?> list) {
            return ofCluster(list);
        }
        throw new InputException("nodes must be a set of nodes, a node, names or a list, are "
                + (nodes == null ? "null" : "of type " + nodes.getClass().getSimpleName()));
    }

    Optional<Function<String, Set<String>>> queues() {
        return Optional.ofNullable(queues);
    }

    @Override
    NodeLookup lookup() {
        if (lookup == null) {
            lookup = new NodeLookup(byId, origin.text());
        }
        return lookup;
    }

    NodeSet combined(String operator, NodeSet others, Stream<Node> nodes) {
        sameCluster(others.clusterId);
        NodeSet known = queues == null && others.queues != null ? others : this;
        NodeOrigin from = origin.with(operator, others.origin);
        return new NodeSet(clusterId, index(nodes.toList()), from, known.whole(), known.queues, false);
    }

    /** The same nodes, and no error when there are none. */
    @WordFacts(
            value = "The same nodes, and nothing is wrong where there are none.",
            example = "run 'true' on nodes.stopped.allowEmpty()")
    public NodeSet allowEmpty() {
        return new NodeSet(clusterId, byId, origin, whole, queues, true);
    }

    private void sameCluster(String other) {
        if (!clusterId.equals(other)) {
            throw new InputException(
                    "nodes of cluster '" + other + "' must not be mixed with those of '" + clusterId + "'");
        }
    }

    /** The cluster that the nodes belong to. */
    @WordFacts("The id of the cluster that they belong to.")
    public String clusterId() {
        return clusterId;
    }

    /** Whether a command on these is sent without a list, to every node of the cluster. */
    @WordFacts("Whether a command on them goes to every node of the cluster, without a list.")
    public boolean isEvery() {
        return whole == null;
    }

    @WordFacts("How many there are.")
    @Override
    public int size() {
        return byId.size();
    }

    @WordFacts(
            form = "NODES.contains(NODE)",
            value = "Whether a node is one of these.",
            example = "println nodes.compute.contains(node('login0'))")
    @Override
    public boolean contains(Node node) {
        return node != null && node.clusterId().equals(clusterId) && byId.containsKey(node.id());
    }

    @WordFacts(value = "Their ids, as the service has them.", example = "println nodes.ids().size()")
    @Override
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    @WordFacts(
            value = "How the script asked for these nodes, as messages say it.",
            example = "println nodes.compute.origin()")
    @Override
    public String origin() {
        return origin.text();
    }

    @Override
    public Stream<Node> stream() {
        return byId.values().stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeSet that && clusterId.equals(that.clusterId) && ids().equals(that.ids());
    }

    @Override
    public int hashCode() {
        return byId.keySet().hashCode();
    }
}
