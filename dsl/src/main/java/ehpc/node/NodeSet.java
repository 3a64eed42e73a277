package ehpc.node;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.InputException;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ordered set of nodes of one cluster. Immutable and thread-safe.
 *
 * <p>A command on the set of all nodes of a cluster ({@code Cluster.nodes()}) is sent without a list, which means every node to the
 * service. Any other set is sent by its ids, and an empty one is an error unless {@link #allowEmpty} was called.
 *
 * <p>Operations on two sets of a cluster create a new one, in time linear in both; to remove many nodes, collect them in a list first.
 * {@link #resolve} looks up names among all nodes of the cluster.
 */
@WordsOf(
        value = WordPlace.NODES,
        form = "NODES.%s",
        example = "println nodes.%s",
        first = "compute login manager running stopped status queue where findAll node among first last"
                + " take drop slice sort sorted reverse reversed groupBy groupedBy allowEmpty size"
                + " isEmpty contains containsAll disjoint count names ids folded origin clusterId every []")
public final class NodeSet implements Iterable<Node> {

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
     * Returns all nodes of a cluster.
     *
     * @param queues returns the ids of the nodes of a queue
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
     * Returns a set of the given nodes, without duplicates. No cluster is queried.
     *
     * @param origin their description in messages
     */
    public static NodeSet of(String clusterId, Collection<Node> nodes, String origin) {
        return of(clusterId, nodes, NodeOrigin.described(origin));
    }

    /** Returns one node as a set. */
    public static NodeSet of(Node node) {
        return of(node.clusterId(), List.of(node), NodeOrigin.typed("node('" + node.label() + "')"));
    }

    /**
     * Returns the nodes if a command may be sent to them in a cluster.
     *
     * @throws EmptyNodeSetException if the set is empty and {@link #allowEmpty} was not called
     * @throws InputException if they belong to another cluster, or one has no id
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

    /** Returns all known nodes of the cluster. */
    private NodeSet whole() {
        return whole == null ? this : whole;
    }

    private NodeSet only(Predicate<? super Node> condition, String suffix) {
        return part(stream().filter(condition).toList(), suffix);
    }

    private NodeSet part(Collection<Node> nodes, String suffix) {
        return derived(nodes, origin.member(suffix));
    }

    private NodeSet ofCluster(CharSequence names) {
        return derived(whole().lookup().named(names), NodeOrigin.typed("'" + names + "'"));
    }

    private NodeSet ofCluster(Collection<?> wanted) {
        List<Node> nodes = whole().lookup().all(wanted);
        nodes.forEach(node -> sameCluster(node.clusterId()));
        return derived(nodes, NodeOrigin.described("a list"));
    }

    /**
     * Converts a value of any type to nodes of the cluster.
     *
     * @param nodes a set, a node, names in folded form, or a list of nodes and names
     * @throws InputException if it has another type, or names a node that the cluster does not have
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

    private NodeLookup lookup() {
        if (lookup == null) {
            lookup = new NodeLookup(byId, origin.text());
        }
        return lookup;
    }

    /** Returns these nodes, then the others. */
    public NodeSet union(NodeSet others) {
        return combined("+", others, Stream.concat(stream(), others.stream()));
    }

    /** Returns these nodes without the others. */
    public NodeSet difference(NodeSet others) {
        return combined("-", others, stream().filter(node -> !others.contains(node)));
    }

    /** Returns the nodes in both sets, in the order of this one. */
    public NodeSet intersection(NodeSet others) {
        return combined("&", others, stream().filter(others::contains));
    }

    /** Returns the nodes in exactly one of both sets, those of this one first. */
    public NodeSet symmetricDifference(NodeSet others) {
        Stream<Node> here = stream().filter(node -> !others.contains(node));
        Stream<Node> there = others.stream().filter(node -> !contains(node));
        return combined("^", others, Stream.concat(here, there));
    }

    private NodeSet combined(String operator, NodeSet others, Stream<Node> nodes) {
        sameCluster(others.clusterId);
        NodeSet known = queues == null && others.queues != null ? others : this;
        NodeOrigin from = origin.with(operator, others.origin);
        return new NodeSet(clusterId, index(nodes.toList()), from, known.whole(), known.queues, false);
    }

    /** Returns the same nodes, which may be empty without an error. */
    @WordFacts(value = "The same nodes; an empty set is allowed.", example = "run 'true' on nodes.stopped.allowEmpty()")
    public NodeSet allowEmpty() {
        return new NodeSet(clusterId, byId, origin, whole, queues, true);
    }

    private void sameCluster(String other) {
        if (!clusterId.equals(other)) {
            throw new InputException(
                    "nodes of cluster '" + other + "' must not be mixed with those of '" + clusterId + "'");
        }
    }

    /** Returns the id of the cluster. */
    @WordFacts("The id of the cluster that they belong to.")
    public String clusterId() {
        return clusterId;
    }

    /** Returns whether a command on these is sent without a list, to every node of the cluster. */
    @WordFacts("Whether a command on them goes to every node of the cluster, without a list.")
    public boolean isEvery() {
        return whole == null;
    }

    /** Returns the nodes that satisfy a condition. */
    @WordFacts(
            form = "NODES.where { CONDITION }",
            value = "The nodes for which a condition is true; it is the node.",
            example = "println nodes.where { it.name.endsWith('3') }")
    public NodeSet where(Predicate<? super Node> condition) {
        return only(condition, ".where { }");
    }

    /** Returns the compute nodes. */
    @WordFacts("The nodes that run jobs.")
    public NodeSet getCompute() {
        return role(NodeRole.COMPUTE, "compute");
    }

    /** Returns the login nodes. */
    @WordFacts("The nodes where users log in.")
    public NodeSet getLogin() {
        return role(NodeRole.LOGIN, "login");
    }

    /** Returns the manager nodes. */
    @WordFacts("The nodes that run the scheduler or keep the accounts.")
    public NodeSet getManager() {
        return role(NodeRole.MANAGER, "manager");
    }

    /** Returns the nodes with a role. */
    private NodeSet role(NodeRole role, String word) {
        return only(node -> node.is(role), "." + word);
    }

    /** Returns the nodes that were running when they were listed. */
    @WordFacts("The nodes that were running when they were listed.")
    public NodeSet getRunning() {
        return only(node -> node.status().equals("running"), ".running");
    }

    /** Returns the nodes that were stopped when they were listed. */
    @WordFacts(value = "The nodes that were stopped when they were listed.", example = "println nodes.stopped.size()")
    public NodeSet getStopped() {
        return only(node -> node.status().equals("stopped"), ".stopped");
    }

    /**
     * Returns the nodes that were in a state when they were listed.
     *
     * @param status uninit, initing, running, stopped, untracking, exception or releasing, or another status of a node
     * @throws InputException if the state does not exist
     */
    @WordFacts(
            form = "NODES.status('STATE')",
            value = "The nodes that were in that state when they were listed.",
            names = "node-state",
            example = "println nodes.status('exception').size()")
    public NodeSet status(String status) {
        Set<String> known = new LinkedHashSet<>(NodeStates.ALL);
        forEach(node -> known.add(node.status()));
        known.remove("");
        if (!known.contains(status)) {
            throw new InputException("a node's status must be one of " + String.join(", ", known) + ", is '" + status
                    + "'" + (status == null ? "" : Nearest.hint(status, known)));
        }
        return only(node -> node.status().equals(status), ".status('" + status + "')");
    }

    /**
     * Returns the nodes of a queue (ListNodesByQueue, every page).
     *
     * @param queue its name
     * @throws InputException if the queue does not exist, or these nodes come from a result, which has no queues
     * @throws ehpc.api.ApiException if the service refused it
     */
    @WordFacts(
            form = "NODES.queue('NAME')",
            value = "The nodes that take jobs from that queue.",
            names = "queue",
            operation = "ListNodesByQueue",
            example = "println nodes.queue('workq')")
    public NodeSet queue(String queue) {
        if (queues == null) {
            throw new InputException("'queue' applies to the nodes of a cluster, not to " + origin()
                    + "; write nodes.queue('...') & the set");
        }
        Set<String> ids = queues.apply(queue);
        return only(node -> ids.contains(node.id()), ".queue('" + queue + "')");
    }

    /** Returns the number of nodes. */
    @WordFacts("The number of nodes.")
    public int size() {
        return byId.size();
    }

    /** Returns whether the set contains the node. */
    @WordFacts(
            form = "NODES.contains(NODE)",
            value = "Whether a node is one of these.",
            example = "println nodes.compute.contains(node('login0'))")
    public boolean contains(Node node) {
        return node != null && node.clusterId().equals(clusterId) && byId.containsKey(node.id());
    }

    /**
     * Returns whether the set contains the node with a name or id.
     *
     * @throws InputException if several nodes of the cluster have that name
     */
    public boolean contains(CharSequence nameOrId) {
        return lookup().has(nameOrId.toString());
    }

    /** Returns the ids, in order. */
    @WordFacts(value = "The service's ids of the nodes.", example = "println nodes.ids().size()")
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Returns the expression that selected the nodes, such as {@code nodes.compute}. */
    @WordFacts(
            value = "The words that selected these nodes, as in messages.",
            example = "println nodes.compute.origin()")
    public String origin() {
        return origin.text();
    }

    /** Returns the nodes, in order. */
    public Stream<Node> stream() {
        return byId.values().stream();
    }

    /** Returns the nodes, in order. Jackson serializes a set as this list. */
    @JsonValue
    List<Node> inOrder() {
        return stream().toList();
    }

    /** Returns whether the set is empty. */
    @WordFacts(value = "Whether the set is empty.", example = "println nodes.stopped.isEmpty()")
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Returns the host names, in order. */
    @WordFacts(value = "Their host names.", example = "println nodes.names().join(' ')")
    public List<String> names() {
        return stream().map(Node::name).toList();
    }

    /**
     * Returns the host names in folded form, such as {@code compute[000-003]}; the {@link Node#label} of nodes that share a name.
     * {@link #named} reads this form.
     */
    @WordFacts(
            value = "The host names in one short text, which nodes['...'] accepts.",
            example = "println nodes.compute.folded()")
    public String folded() {
        return NodeNames.fold(stream().map(Node::label).toList());
    }

    /**
     * Returns a node by its position.
     *
     * @param index the position, from 0; -1 is the last node
     * @throws InputException if the index is out of range
     */
    public Node get(int index) {
        int place = index < 0 ? size() + index : index;
        if (place < 0 || place >= size()) {
            throw new InputException(
                    isEmpty()
                            ? "no node at index " + index + ": " + origin() + " is empty"
                            : "an index into " + origin() + " must be 0 to " + (size() - 1) + ", is " + index);
        }
        return stream().skip(place).findFirst().orElseThrow();
    }

    /** Returns the first node. */
    @WordFacts(value = "The first node.", example = "println nodes.first().name")
    public Node first() {
        return get(0);
    }

    /** Returns the last node. */
    @WordFacts(value = "The last node.", example = "println nodes.last().name")
    public Node last() {
        return get(-1);
    }

    /** Returns the first nodes, or all if there are fewer. */
    @WordFacts(
            form = "NODES.take(COUNT)",
            value = "The first nodes, at most that many.",
            example = "println nodes.compute.take(2)")
    public NodeSet take(int count) {
        return slice(0, Math.min(count, size()), ".take(" + count + ")");
    }

    /** Returns the nodes after the first ones. */
    @WordFacts(
            form = "NODES.drop(COUNT)",
            value = "The nodes without the first ones.",
            example = "println nodes.compute.drop(1)")
    public NodeSet drop(int count) {
        return slice(Math.min(count, size()), size(), ".drop(" + count + ")");
    }

    /** Returns the nodes from a position (inclusive) to another (exclusive). */
    @WordFacts(
            form = "NODES.slice(FROM, TO)",
            value = "The nodes from one position, counted from 0, up to another, which is excluded.",
            example = "println nodes.slice(0, 2)")
    public NodeSet slice(int from, int to) {
        return slice(from, to, ".slice(" + from + ", " + to + ")");
    }

    private NodeSet slice(int from, int to, String suffix) {
        if (from < 0 || to < from || to > size()) {
            throw new InputException(origin() + suffix + " must be within its " + size() + " nodes");
        }
        return part(stream().skip(from).limit((long) to - from).toList(), suffix);
    }

    /**
     * Returns these nodes sorted by name, with numbers in names by value. A command on the result lists its nodes, even if these are all.
     */
    @WordFacts("The nodes by name, numbers in names by their value.")
    public NodeSet sorted() {
        return sorted(Comparator.comparing(Node::name, new NaturalOrder()));
    }

    /** Returns these nodes in another order. A command on the result lists its nodes, even if these are all. */
    public NodeSet sorted(Comparator<? super Node> order) {
        return part(stream().sorted(order).toList(), ".sorted()");
    }

    /** Returns these nodes in reverse order. */
    @WordFacts(value = "The same as reverse.", example = "println nodes.reversed()[0]")
    public NodeSet reversed() {
        List<Node> nodes = new ArrayList<>(stream().toList());
        Collections.reverse(nodes);
        return part(nodes, ".reversed()");
    }

    /** Groups the nodes by a key, as one set for each, in the order of first occurrence. */
    @WordFacts(
            form = "NODES.groupedBy { KEY }",
            value = "The same as groupBy, for a Java function.",
            example = "println nodes.groupedBy { it.status }.keySet()")
    public <K> Map<K, NodeSet> groupedBy(Function<? super Node, ? extends K> what) {
        Map<K, List<Node>> groups = new LinkedHashMap<>();
        forEach(node -> groups.computeIfAbsent(what.apply(node), key -> new ArrayList<>())
                .add(node));
        Map<K, NodeSet> sets = new LinkedHashMap<>();
        groups.forEach((key, nodes) -> sets.put(key, part(nodes, ".groupedBy { }[" + key + "]")));
        return sets;
    }

    /**
     * Returns the nodes with these names, in the order of the text.
     *
     * @param names host names in folded form, such as {@code compute[000-003,7],login0}, or node ids
     * @throws InputException if a name is not among these nodes or is ambiguous, or the text is malformed
     */
    public NodeSet named(String names) {
        return part(lookup().named(names), "['" + names + "']");
    }

    /**
     * Returns some of these nodes, in the order of the list.
     *
     * @param wanted host names, names in folded form, ids, nodes, or positions from 0, where -1 is the last node
     * @throws InputException if an element is not among these nodes
     */
    @WordFacts(
            form = "NODES.among(LIST)",
            value = "The nodes of a list of names, ids, nodes or positions, in the order of the list.",
            example = "println nodes.among(['login0', 'compute000'])")
    public NodeSet among(Collection<?> wanted) {
        List<?> named = wanted.stream()
                .map(one -> one instanceof Integer place ? get(place) : one)
                .toList();
        List<Node> found = lookup().all(named);
        found.stream().filter(node -> !contains(node)).findFirst().ifPresent(node -> lookup().node(node.id()));
        return part(found, "[...]");
    }

    /**
     * Returns the node with this id or host name.
     *
     * @throws InputException if it does not exist, or several nodes of the cluster have that name
     */
    @WordFacts(
            form = "NODES.node('NAME')",
            value = "One node, by its host name or its id.",
            names = "node",
            example = "println nodes.node('compute001').ip")
    public Node node(String idOrName) {
        return lookup().node(idOrName);
    }

    @Override
    public Iterator<Node> iterator() {
        return stream().iterator();
    }

    /** Returns the host names in folded form. */
    @Override
    public String toString() {
        return folded();
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
