package ehpc.node;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.InputException;
import ehpc.language.WordFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A {@link NodeSet} as nodes in an order, with names and ids. What takes a part of it gives a set again. (A class and no
 * interface, as Groovy's own methods on any object go before what an interface brings along.)
 */
public abstract sealed class NodeSequence implements Iterable<Node> permits NodeSet {

    NodeSequence() {}

    abstract NodeSet part(Collection<Node> nodes, String suffix);

    abstract NodeLookup lookup();

    /** How many nodes there are. */
    public abstract int size();

    /** The nodes, in order. */
    public abstract Stream<Node> stream();

    /** The nodes, in order. Jackson writes a set as this list. */
    @JsonValue
    final List<Node> inOrder() {
        return stream().toList();
    }

    /** The ids, in order. */
    public abstract List<String> ids();

    /** How the caller asked for them, such as {@code nodes.compute}. */
    public abstract String origin();

    /** Whether there is no node. */
    @WordFacts(value = "Whether there are none.", example = "println nodes.stopped.isEmpty()")
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Groovy's truth: whether there is a node. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    /** The host names, in order. */
    @WordFacts(value = "Their host names.", example = "println nodes.names().join(' ')")
    public List<String> names() {
        return stream().map(Node::name).toList();
    }

    /**
     * The host names in folded form, such as {@code compute[000-003]}; of nodes that share a name the {@link Node#label}. What it writes,
     * {@link #getAt(String)} reads.
     */
    @WordFacts(
            value = "Their host names in one short text, which nodes['...'] reads again.",
            example = "println nodes.compute.folded()")
    public String folded() {
        return NodeNames.fold(stream().map(Node::label).toList());
    }

    /**
     * One of these nodes.
     *
     * @param index its place from 0; -1 is the last one
     * @throws InputException there is no such place
     */
    @WordFacts(
            form = "NODES['NAMES'], NODES[PLACE], NODES[FROM..TO]",
            value = "Nodes by folded names or ids, or by their places, counted from 0 and from -1 backwards.",
            example = "println nodes['compute[000-002]'][0..1]")
    public Node getAt(int index) {
        int place = index < 0 ? size() + index : index;
        if (place < 0 || place >= size()) {
            String right = isEmpty() ? "has none" : "must be 0 to " + (size() - 1);
            throw new InputException("an index into " + origin() + " " + right + ", is " + index);
        }
        return stream().skip(place).findFirst().orElseThrow();
    }

    /** The first node. */
    @WordFacts(value = "The first node.", example = "println nodes.first().name")
    public Node first() {
        return getAt(0);
    }

    /** The last node. */
    @WordFacts(value = "The last node.", example = "println nodes.last().name")
    public Node last() {
        return getAt(-1);
    }

    /** The first nodes, all of them when there are no more than that. */
    @WordFacts(
            form = "NODES.take(COUNT)",
            value = "The first nodes, that many or all there are.",
            example = "println nodes.compute.take(2)")
    public NodeSet take(int count) {
        return slice(0, Math.min(count, size()), ".take(" + count + ")");
    }

    /** The nodes without the first ones. */
    @WordFacts(
            form = "NODES.drop(COUNT)",
            value = "The nodes without the first ones.",
            example = "println nodes.compute.drop(1)")
    public NodeSet drop(int count) {
        return slice(Math.min(count, size()), size(), ".drop(" + count + ")");
    }

    /** The nodes from one place up to, but not with, another. */
    @WordFacts(
            form = "NODES.slice(FROM, TO)",
            value = "The nodes from one place, counted from 0, up to and without another.",
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

    /** The same nodes by name, numbers in names by their value. A command on them is sent to these, not to every node. */
    @WordFacts("The nodes by name, numbers in names by their value.")
    public NodeSet sorted() {
        return sorted(Comparator.comparing(Node::name, new NaturalOrder()));
    }

    /** The same nodes in another order. A command on them is still sent to these, not to every node. */
    public NodeSet sorted(Comparator<? super Node> order) {
        return part(stream().sorted(order).toList(), ".sorted()");
    }

    /** The same nodes, the last one first. */
    @WordFacts(value = "The same as reverse.", example = "println nodes.reversed()[0]")
    public NodeSet reversed() {
        List<Node> nodes = new ArrayList<>(stream().toList());
        Collections.reverse(nodes);
        return part(nodes, ".reversed()");
    }

    /** The nodes that have something in common, as a set for each, in the order of first sight. */
    @WordFacts(
            form = "NODES.groupedBy { KEY }",
            value = "The same as groupBy, for callers that hand over a function.",
            example = "println nodes.groupedBy { it.status }.keySet()")
    public <K> Map<K, NodeSet> groupedBy(Function<? super Node, ? extends K> what) {
        Map<K, List<Node>> groups = new LinkedHashMap<>();
        forEach(node -> groups.computeIfAbsent(what.apply(node), key -> new ArrayList<>())
                .add(node));
        Map<K, NodeSet> sets = new LinkedHashMap<>();
        groups.forEach((key, nodes) -> sets.put(key, part(nodes, ".groupedBy { }[" + key + "]")));
        return sets;
    }

    /** Whether the node is one of these. */
    public abstract boolean contains(Node node);

    /** Whether the node of a name or id is one of these, as {@code 'compute000' in nodes}. */
    public boolean contains(CharSequence nameOrId) {
        return isCase(nameOrId);
    }

    /**
     * The nodes of these names, in the order of the text.
     *
     * @param names host names in folded form, such as {@code compute[000-003,7],login0}, or node ids
     * @throws InputException a name is not among these nodes or is that of several, or the text is not of that form
     */
    public NodeSet getAt(String names) {
        return part(lookup().named(names), "['" + names + "']");
    }

    /** The same for a text with values in it. */
    public NodeSet getAt(CharSequence names) {
        return getAt(names.toString());
    }

    /**
     * Some of these nodes, in the order of the list.
     *
     * @param wanted host names, names in folded form, ids, nodes, or places from 0, where -1 is the last one
     * @throws InputException one is not among these
     */
    @WordFacts(
            form = "NODES.among(LIST)",
            value = "Those of a list of names, ids, nodes or places, in the order of the list.",
            example = "println nodes.among(['login0', 'compute000'])")
    public NodeSet among(Collection<?> wanted) {
        List<?> named = wanted.stream()
                .map(one -> one instanceof Integer place ? getAt(place) : one)
                .toList();
        List<Node> found = lookup().all(named);
        found.stream().filter(node -> !contains(node)).findFirst().ifPresent(node -> lookup().node(node.id()));
        return part(found, "[...]");
    }

    /**
     * The node of that id or host name.
     *
     * @throws InputException there is none, or several nodes of the cluster have that name
     */
    @WordFacts(
            form = "NODES.node('NAME')",
            value = "One node, by its host name or its id.",
            names = "node",
            example = "println nodes.node('compute001').ip")
    public Node node(String idOrName) {
        return lookup().node(idOrName);
    }

    /**
     * Whether a node, or the node of a name or id, is one of these: {@code 'compute000' in nodes}.
     *
     * @throws InputException several nodes of the cluster have that name
     */
    @WordFacts(
            form = "NODE in NODES",
            value = "Whether a node, or the node of a name, is one of them.",
            example = "println 'compute000' in nodes")
    public boolean isCase(Object one) {
        return one instanceof Node node
                ? contains(node)
                : one instanceof CharSequence name && lookup().has(name.toString());
    }

    @Override
    public Iterator<Node> iterator() {
        return stream().iterator();
    }

    /** The host names in folded form. */
    @Override
    public String toString() {
        return folded();
    }
}
