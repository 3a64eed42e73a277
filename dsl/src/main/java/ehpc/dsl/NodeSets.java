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

/** What Groovy's lists can do and a set of nodes should too, with a set as the outcome. A Groovy extension module. */
@WordsOf(value = WordPlace.NODES, form = "NODES.%s", example = "println nodes.%s", extension = true)
public final class NodeSets {

    private NodeSets() {}

    /** The nodes of a list, or at some places: {@code nodes[0..3]}, {@code nodes[-2..-1]}, {@code nodes[1..-1]}. */
    public static NodeSet getAt(NodeSet self, Collection<?> wanted) {
        return wanted instanceof IntRange places ? places(self, places) : self.among(wanted);
    }

    private static NodeSet places(NodeSet self, IntRange places) {
        for (int end : new int[] {places.getFromInt(), places.getToInt()}) {
            if (end < -self.size()) {
                self.getAt(end);
            }
        }
        RangeInfo part = places.subListBorders(self.size());
        NodeSet nodes = self.slice(part.from, part.to);
        return part.reverse ? nodes.reversed() : nodes;
    }

    /** How often the node of a name or id is there. */
    @WordFacts(
            form = "NODES.count(NAME), NODES.count { CONDITION }",
            value = "The number of nodes of a name, 0 or 1, or of those that a condition holds for.",
            example = "println nodes.count('login0')")
    public static Number count(NodeSet self, CharSequence nameOrId) {
        return self.contains(nameOrId) ? 1 : 0;
    }

    /** Whether all of these nodes, names and ids are there. */
    @WordFacts(
            form = "NODES.containsAll(LIST)",
            value = "Whether all nodes and names of a list are among these.",
            example = "println nodes.containsAll(['login0', 'manager0'])")
    public static boolean containsAll(NodeSet self, Collection<?> wanted) {
        return wanted.stream().allMatch(self::isCase);
    }

    /** Whether none of these nodes, names and ids is there. */
    @WordFacts(
            form = "NODES.disjoint(LIST)",
            value = "Whether none of the nodes and names of a list is among these.",
            example = "println nodes.compute.disjoint(['login0'])")
    public static boolean disjoint(NodeSet self, Collection<?> others) {
        return others.stream().noneMatch(self::isCase);
    }

    /** The nodes by name, numbers in names by their value. */
    @WordFacts(
            form = "NODES.sort(), NODES.sort { KEY }",
            value = "The nodes by name, or by what the block makes of each.",
            example = "println nodes.sort { it.ip }")
    public static NodeSet sort(NodeSet self) {
        return self.sorted();
    }

    /** The nodes by what the closure makes of one, or by its comparison of two. */
    public static NodeSet sort(
            NodeSet self,
            @ClosureParams(
                            value = FromString.class,
                            options = {"ehpc.node.Node", "ehpc.node.Node,ehpc.node.Node"})
                    Closure<?> by) {
        List<Node> nodes = DefaultGroovyMethods.toSorted(self, by);
        return self.among(nodes);
    }

    /** The nodes that have something in common, as a set for each. */
    @WordFacts(
            form = "NODES.groupBy { KEY }",
            value = "A set of nodes for each value that the block makes of them, as a map.",
            example = "nodes.groupBy { it.instanceType }.each { type, set -> println \"$type: $set\" }")
    public static <K> Map<K, NodeSet> groupBy(
            NodeSet self, @ClosureParams(value = SimpleType.class, options = "ehpc.node.Node") Closure<K> what) {
        return self.groupedBy(what::call);
    }

    /** The same as {@link NodeSet#where}. */
    @WordFacts(
            form = "NODES.findAll { CONDITION }",
            value = "The same as where.",
            example = "println nodes.findAll { it.status == 'running' }")
    public static NodeSet findAll(
            NodeSet self, @ClosureParams(value = SimpleType.class, options = "ehpc.node.Node") Closure<?> condition) {
        return self.where(node -> DefaultTypeTransformation.castToBoolean(condition.call(node)));
    }

    /** The same nodes, the last one first. */
    @WordFacts(value = "The nodes with the last one first.", example = "println nodes.reverse()[0]")
    public static NodeSet reverse(NodeSet self) {
        return self.reversed();
    }

    /** {@link NodeSet#plus(NodeSet)} with a value whose type is known only when it runs; Groovy's own would make a list. */
    public static NodeSet plus(NodeSet self, Object nodes) {
        return self.plus(self.resolve(nodes));
    }

    /** {@link NodeSet#minus(NodeSet)} with a value whose type is known only when it runs. */
    public static NodeSet minus(NodeSet self, Object nodes) {
        return self.minus(self.resolve(nodes));
    }

    /** {@link NodeSet#and(NodeSet)} with a value whose type is known only when it runs. */
    public static NodeSet and(NodeSet self, Object nodes) {
        return self.and(self.resolve(nodes));
    }

    /** {@link NodeSet#xor(NodeSet)} with a value whose type is known only when it runs. */
    public static NodeSet xor(NodeSet self, Object nodes) {
        return self.xor(self.resolve(nodes));
    }

    /** {@link NodeSet#or(NodeSet)} with a value whose type is known only when it runs. */
    public static NodeSet or(NodeSet self, Object nodes) {
        return self.or(self.resolve(nodes));
    }
}
