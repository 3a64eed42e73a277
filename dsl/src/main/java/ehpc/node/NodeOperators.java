package ehpc.node;

import ehpc.language.WordFacts;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * The operators of {@link NodeSet}: union, difference, intersection and symmetric difference, with a set, a node, names in
 * folded form or a list of nodes and names at the right. Names are looked up among all nodes of the cluster, so that
 * {@code nodes.compute - 'login0'} is fine and {@code nodes - 'copmute000'} is an error. Nodes of two clusters do not mix.
 *
 * <p>Each operation makes a new set, in time that grows with both sides. To take many nodes out one after the other, collect
 * them in a list first: {@code nodes - list}.
 */
public sealed interface NodeOperators permits NodeSet {

    /** These nodes and the others, these first: {@code +}. */
    @WordFacts(
            form = "NODES + NODES",
            value = "The nodes of both sides, also written |; at the right a set, a node, names or a list.",
            example = "println nodes.login + 'compute000'")
    default NodeSet plus(NodeSet others) {
        NodeSet set = (NodeSet) this;
        return set.combined("+", others, Stream.concat(set.stream(), others.stream()));
    }

    /** These nodes without the others: {@code -}. */
    @WordFacts(
            form = "NODES - NODES",
            value = "The nodes of the left side without those of the right.",
            example = "println nodes - nodes.manager")
    default NodeSet minus(NodeSet others) {
        NodeSet set = (NodeSet) this;
        return set.combined("-", others, set.stream().filter(node -> !others.contains(node)));
    }

    /** The nodes that are in both sets, in the order of this one: {@code &}. */
    @WordFacts(
            form = "NODES & NODES",
            value = "The nodes that are on both sides.",
            example = "println nodes.queue('workq') & nodes.running")
    default NodeSet and(NodeSet others) {
        NodeSet set = (NodeSet) this;
        return set.combined("&", others, set.stream().filter(others::contains));
    }

    /** The nodes that are in one of both sets only, those of this one first: {@code ^}. */
    @WordFacts(
            form = "NODES ^ NODES",
            value = "The nodes that are on one side only.",
            example = "println nodes.compute ^ 'compute000,login0'")
    default NodeSet xor(NodeSet others) {
        NodeSet set = (NodeSet) this;
        Stream<Node> here = set.stream().filter(node -> !others.contains(node));
        Stream<Node> there = others.stream().filter(node -> !set.contains(node));
        return set.combined("^", others, Stream.concat(here, there));
    }

    /** The same as {@link #plus(NodeSet)}: {@code |}. */
    default NodeSet or(NodeSet others) {
        return plus(others);
    }

    /** These nodes and one more. */
    default NodeSet plus(Node other) {
        return plus(NodeSet.of(other));
    }

    /** These nodes without one. */
    default NodeSet minus(Node other) {
        return minus(NodeSet.of(other));
    }

    /** One node, when it is among these. */
    default NodeSet and(Node other) {
        return and(NodeSet.of(other));
    }

    /** These nodes without one that is among them, or with one that is not. */
    default NodeSet xor(Node other) {
        return xor(NodeSet.of(other));
    }

    /** The same as {@link #plus(Node)}. */
    default NodeSet or(Node other) {
        return plus(other);
    }

    /** These nodes and those of the cluster that have these names. */
    default NodeSet plus(CharSequence names) {
        return plus(((NodeSet) this).ofCluster(names));
    }

    /** These nodes without those of these names. */
    default NodeSet minus(CharSequence names) {
        return minus(((NodeSet) this).ofCluster(names));
    }

    /** The nodes among these that have these names. */
    default NodeSet and(CharSequence names) {
        return and(((NodeSet) this).ofCluster(names));
    }

    /** The nodes that are either among these or have these names. */
    default NodeSet xor(CharSequence names) {
        return xor(((NodeSet) this).ofCluster(names));
    }

    /** The same as {@link #plus(CharSequence)}. */
    default NodeSet or(CharSequence names) {
        return plus(names);
    }

    /** These nodes and those of a list. */
    default NodeSet plus(Collection<?> others) {
        return plus(((NodeSet) this).ofCluster(others));
    }

    /** These nodes without those of a list. */
    default NodeSet minus(Collection<?> others) {
        return minus(((NodeSet) this).ofCluster(others));
    }

    /** The nodes among these that are in a list. */
    default NodeSet and(Collection<?> others) {
        return and(((NodeSet) this).ofCluster(others));
    }

    /** The nodes that are either among these or in a list. */
    default NodeSet xor(Collection<?> others) {
        return xor(((NodeSet) this).ofCluster(others));
    }

    /** The same as {@link #plus(Collection)}. */
    default NodeSet or(Collection<?> others) {
        return plus(others);
    }
}
