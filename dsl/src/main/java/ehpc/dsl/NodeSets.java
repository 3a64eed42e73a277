package ehpc.dsl;

import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import groovy.lang.Closure;
import groovy.lang.IntRange;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import groovy.transform.stc.SimpleType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.RangeInfo;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * The operators of {@link NodeSet}, and methods of Groovy's lists that return a set for a set of nodes. The right operand is a set, a node,
 * names in folded form, or a list of nodes and names. Names are looked up among all nodes of the cluster: {@code nodes.compute - 'login0'}
 * is valid and {@code nodes - 'copmute000'} is an error. A Groovy extension module.
 */
@WordsOf(value = WordPlace.NODES, form = "NODES.%s", example = "println nodes.%s", extension = true)
public final class NodeSets {

    private NodeSets() {}

    /** {@link NodeSet#get} as {@code nodes[0]}. */
    @WordFacts(
            form = "NODES['NAMES'], NODES[PLACE], NODES[FROM..TO]",
            value = "Nodes by folded names or ids, or by position, counted from 0 or backwards from -1.",
            example = "println nodes['compute[000-002]'][0..1]",
            types = {int.class, String.class, CharSequence.class})
    public static Node getAt(NodeSet self, int index) {
        return self.get(index);
    }

    /** {@link NodeSet#named} as {@code nodes['compute[000-003]']}. */
    public static NodeSet getAt(NodeSet self, String names) {
        return self.named(names);
    }

    /** {@link NodeSet#named} for a text with values in it. */
    public static NodeSet getAt(NodeSet self, CharSequence names) {
        return self.named(names.toString());
    }

    /** Returns the nodes of a list, or at some positions: {@code nodes[0..3]}, {@code nodes[-2..-1]}, {@code nodes[1..-1]}. */
    public static NodeSet getAt(NodeSet self, Collection<?> wanted) {
        return wanted instanceof IntRange places ? places(self, places) : self.among(wanted);
    }

    private static NodeSet places(NodeSet self, IntRange places) {
        for (int end : new int[] {places.getFromInt(), places.getToInt()}) {
            if (end < -self.size()) {
                self.get(end);
            }
        }
        RangeInfo part = places.subListBorders(self.size());
        NodeSet nodes = self.slice(part.from, part.to);
        return part.reverse ? nodes.reversed() : nodes;
    }

    /** Groovy truth: whether the set has nodes. */
    public static boolean asBoolean(NodeSet self) {
        return !self.isEmpty();
    }

    /** Returns whether the set contains a node, or the node with a name or id: {@code 'compute000' in nodes}. */
    @WordFacts(
            form = "NODE in NODES",
            value = "Whether a node, or the node of a name, is one of them.",
            example = "println 'compute000' in nodes")
    public static boolean isCase(NodeSet self, Object one) {
        return one instanceof Node node ? self.contains(node) : one instanceof CharSequence name && self.contains(name);
    }

    /** Returns how often the set contains the node with a name or id. */
    @WordFacts(
            form = "NODES.count(NAME), NODES.count { CONDITION }",
            value = "The number of nodes of a name, 0 or 1, or of the nodes for which a condition is true.",
            example = "println nodes.count('login0')")
    public static Number count(NodeSet self, CharSequence nameOrId) {
        return self.contains(nameOrId) ? 1 : 0;
    }

    /** Returns whether the set contains all of these nodes, names and ids. */
    @WordFacts(
            form = "NODES.containsAll(LIST)",
            value = "Whether all nodes and names of a list are among these.",
            example = "println nodes.containsAll(['login0', 'manager0'])")
    public static boolean containsAll(NodeSet self, Collection<?> wanted) {
        return wanted.stream().allMatch(one -> isCase(self, one));
    }

    /** Returns whether the set contains none of these nodes, names and ids. */
    @WordFacts(
            form = "NODES.disjoint(LIST)",
            value = "Whether none of the nodes and names of a list is among these.",
            example = "println nodes.compute.disjoint(['login0'])")
    public static boolean disjoint(NodeSet self, Collection<?> others) {
        return others.stream().noneMatch(one -> isCase(self, one));
    }

    /** Returns the nodes sorted by name, with numbers in names by value. */
    @WordFacts(
            form = "NODES.sort(), NODES.sort { KEY }",
            value = "The nodes by name, or by the value of the block for each node.",
            example = "println nodes.sort { it.ip }")
    public static NodeSet sort(NodeSet self) {
        return self.sorted();
    }

    /** Returns the nodes sorted by a key from the closure, or by its comparison of two. */
    public static NodeSet sort(
            NodeSet self,
            @ClosureParams(
                            value = FromString.class,
                            options = {"ehpc.node.Node", "ehpc.node.Node,ehpc.node.Node"})
                    Closure<?> by) {
        List<Node> nodes = DefaultGroovyMethods.toSorted(self, by);
        return self.among(nodes);
    }

    /** Groups the nodes by a key, as one set for each. */
    @WordFacts(
            form = "NODES.groupBy { KEY }",
            value = "A map from each value of the block to the set of its nodes.",
            example = "nodes.groupBy { it.instanceType }.each { type, set -> println \"$type: $set\" }")
    public static <K> Map<K, NodeSet> groupBy(
            NodeSet self, @ClosureParams(value = SimpleType.class, options = "ehpc.node.Node") Closure<K> what) {
        return self.groupedBy(what::call);
    }

    /** Same as {@link NodeSet#where}. */
    @WordFacts(
            form = "NODES.findAll { CONDITION }",
            value = "The same as where.",
            example = "println nodes.findAll { it.status == 'running' }")
    public static NodeSet findAll(
            NodeSet self, @ClosureParams(value = SimpleType.class, options = "ehpc.node.Node") Closure<?> condition) {
        return self.where(node -> DefaultTypeTransformation.castToBoolean(condition.call(node)));
    }

    /** Returns the nodes in reverse order. */
    @WordFacts(value = "The nodes with the last one first.", example = "println nodes.reverse()[0]")
    public static NodeSet reverse(NodeSet self) {
        return self.reversed();
    }

    /** {@link NodeSet#union}: {@code +}. */
    @WordFacts(
            form = "NODES + NODES",
            value = "The nodes of both sides, also written |; on the right a set, a node, names or a list.",
            example = "println nodes.login + 'compute000'",
            types = {NodeSet.class, Node.class, CharSequence.class, Collection.class})
    public static NodeSet plus(NodeSet self, NodeSet nodes) {
        return self.union(nodes);
    }

    /** The same with a list of nodes and names. */
    public static NodeSet plus(NodeSet self, Collection<?> nodes) {
        return self.union(self.resolve(nodes));
    }

    /** The same with a node, names, or a value whose type is known only when it runs; Groovy's own would make a list. */
    public static NodeSet plus(NodeSet self, Object nodes) {
        return self.union(self.resolve(nodes));
    }

    /** {@link NodeSet#difference}: {@code -}. */
    @WordFacts(
            form = "NODES - NODES",
            value = "The nodes of the left side without those of the right.",
            example = "println nodes - nodes.manager",
            types = {NodeSet.class, Node.class, CharSequence.class, Collection.class})
    public static NodeSet minus(NodeSet self, NodeSet nodes) {
        return self.difference(nodes);
    }

    /** The same with a list of nodes and names. */
    public static NodeSet minus(NodeSet self, Collection<?> nodes) {
        return self.difference(self.resolve(nodes));
    }

    /** The same with a node, names, or a value whose type is known only when it runs; Groovy's own would make a list. */
    public static NodeSet minus(NodeSet self, Object nodes) {
        return self.difference(self.resolve(nodes));
    }

    /** {@link NodeSet#intersection}: {@code &}. */
    @WordFacts(
            form = "NODES & NODES",
            value = "The nodes that are on both sides.",
            example = "println nodes.queue('workq') & nodes.running",
            types = {NodeSet.class, Node.class, CharSequence.class, Collection.class})
    public static NodeSet and(NodeSet self, NodeSet nodes) {
        return self.intersection(nodes);
    }

    /** The same with a list of nodes and names. */
    public static NodeSet and(NodeSet self, Collection<?> nodes) {
        return self.intersection(self.resolve(nodes));
    }

    /** The same with a node, names, or a value whose type is known only when it runs; Groovy's own would make a list. */
    public static NodeSet and(NodeSet self, Object nodes) {
        return self.intersection(self.resolve(nodes));
    }

    /** {@link NodeSet#symmetricDifference}: {@code ^}. */
    @WordFacts(
            form = "NODES ^ NODES",
            value = "The nodes that are on one side only.",
            example = "println nodes.compute ^ 'compute000,login0'",
            types = {NodeSet.class, Node.class, CharSequence.class, Collection.class})
    public static NodeSet xor(NodeSet self, NodeSet nodes) {
        return self.symmetricDifference(nodes);
    }

    /** The same with a list of nodes and names. */
    public static NodeSet xor(NodeSet self, Collection<?> nodes) {
        return self.symmetricDifference(self.resolve(nodes));
    }

    /** The same with a node, names, or a value whose type is known only when it runs; Groovy's own would make a list. */
    public static NodeSet xor(NodeSet self, Object nodes) {
        return self.symmetricDifference(self.resolve(nodes));
    }

    /** {@link NodeSet#union}: {@code |}. */
    public static NodeSet or(NodeSet self, NodeSet nodes) {
        return self.union(nodes);
    }

    /** The same with a list of nodes and names. */
    public static NodeSet or(NodeSet self, Collection<?> nodes) {
        return self.union(self.resolve(nodes));
    }

    /** The same with a node, names, or a value whose type is known only when it runs; Groovy's own would make a list. */
    public static NodeSet or(NodeSet self, Object nodes) {
        return self.union(self.resolve(nodes));
    }
}
