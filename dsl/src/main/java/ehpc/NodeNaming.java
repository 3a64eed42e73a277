package ehpc;

import java.util.Collection;
import java.util.List;

/** Looks nodes of a {@link NodeSet} up by name or id. */
public sealed interface NodeNaming permits NodeSet {

    /** Whether the node is one of these. */
    boolean contains(Node node);

    /**
     * The nodes of these names, in the order of the text.
     *
     * @param names host names in folded form, such as {@code compute[000-003,7],login0}, or node ids
     * @throws InputException a name is not among these nodes, or the text is not of that form
     */
    default NodeSet getAt(String names) {
        return ((NodeSet) this).part(((NodeSet) this).lookup().named(names), "['" + names + "']");
    }

    /** The same for a text with values in it. */
    default NodeSet getAt(CharSequence names) {
        return getAt(names.toString());
    }

    /**
     * Some of these nodes, in the order of the list.
     *
     * @param wanted host names, ids or nodes
     * @throws InputException one is not among these
     */
    default NodeSet getAt(Collection<?> wanted) {
        List<Node> found = ((NodeSet) this).lookup().all(wanted);
        found.stream()
                .filter(node -> !contains(node))
                .findFirst()
                .ifPresent(node -> ((NodeSet) this).lookup().node(node.id()));
        return ((NodeSet) this).part(found, "[...]");
    }

    /**
     * The node of that id or host name.
     *
     * @throws InputException there is none
     */
    default Node node(String idOrName) {
        return ((NodeSet) this).lookup().node(idOrName);
    }

    /** Whether a node, or the node of a name or id, is one of these: {@code 'compute000' in nodes}. */
    default boolean isCase(Object one) {
        return one instanceof Node node
                ? contains(node)
                : one instanceof CharSequence name && ((NodeSet) this).lookup().has(name.toString());
    }
}
