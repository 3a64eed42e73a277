package ehpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A {@link NodeSet} as nodes in an order. What takes a part of it gives a set again. */
public sealed interface NodeSequence extends Iterable<Node> permits NodeSet {

    /** How many nodes there are. */
    int size();

    /** The nodes, in order. */
    Stream<Node> stream();

    /** The ids, in order. */
    List<String> ids();

    /** How the caller asked for them, such as {@code nodes.compute}. */
    String origin();

    /** Whether there is no node. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** Groovy's truth: whether there is a node. */
    default boolean asBoolean() {
        return !isEmpty();
    }

    /** The host names, in order. */
    default List<String> names() {
        return stream().map(Node::name).toList();
    }

    /** The host names in folded form, such as {@code compute[000-003]}. */
    default String folded() {
        return NodeNames.fold(names());
    }

    /**
     * One of these nodes.
     *
     * @param index its place from 0; -1 is the last one
     * @throws InputException there is no such place
     */
    default Node getAt(int index) {
        int place = index < 0 ? size() + index : index;
        if (place < 0 || place >= size()) {
            String right = isEmpty() ? "has none" : "must be 0 to " + (size() - 1);
            throw new InputException("an index into " + origin() + " " + right + ", is " + index);
        }
        return stream().skip(place).findFirst().orElseThrow();
    }

    /** The first node. */
    default Node first() {
        return getAt(0);
    }

    /** The last node. */
    default Node last() {
        return getAt(-1);
    }

    /** The first nodes, all of them when there are no more than that. */
    default NodeSet take(int count) {
        return slice(0, Math.min(count, size()), ".take(" + count + ")");
    }

    /** The nodes without the first ones. */
    default NodeSet drop(int count) {
        return slice(Math.min(count, size()), size(), ".drop(" + count + ")");
    }

    /** The nodes from one place up to, but not with, another. */
    default NodeSet slice(int from, int to) {
        return slice(from, to, ".slice(" + from + ", " + to + ")");
    }

    private NodeSet slice(int from, int to, String suffix) {
        if (from < 0 || to < from || to > size()) {
            throw new InputException(origin() + suffix + " must be within its " + size() + " nodes");
        }
        return ((NodeSet) this).part(stream().skip(from).limit((long) to - from).toList(), suffix);
    }

    /** The same nodes by name, numbers in names by their value. A command on them is sent to these, not to every node. */
    default NodeSet sorted() {
        return sorted(Comparator.comparing(Node::name, new NaturalOrder()));
    }

    /** The same nodes in another order. A command on them is still sent to these, not to every node. */
    default NodeSet sorted(Comparator<? super Node> order) {
        return ((NodeSet) this).part(stream().sorted(order).toList(), ".sorted()");
    }

    /** The same nodes, the last one first. */
    default NodeSet reversed() {
        List<Node> nodes = new ArrayList<>(stream().toList());
        Collections.reverse(nodes);
        return ((NodeSet) this).part(nodes, ".reversed()");
    }

    /** The nodes that have something in common, as a set for each, in the order of first sight. */
    default <K> Map<K, NodeSet> groupedBy(Function<? super Node, ? extends K> what) {
        Map<K, List<Node>> groups = new LinkedHashMap<>();
        forEach(node -> groups.computeIfAbsent(what.apply(node), key -> new ArrayList<>())
                .add(node));
        Map<K, NodeSet> sets = new LinkedHashMap<>();
        groups.forEach((key, nodes) -> sets.put(key, ((NodeSet) this).part(nodes, ".groupedBy { }[" + key + "]")));
        return sets;
    }
}
