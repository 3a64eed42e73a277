package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The changes of the nodes of a cluster since it began; also their form on disk. Immutable.
 *
 * @param added the nodes that joined and are there, in order
 * @param removed the ids of all nodes that left; an id is used once
 */
record Membership(List<Node> added, Set<String> removed) {

    static final Membership NONE = new Membership(null, null);

    /** A list that is empty is missing in a file. */
    Membership {
        added = added == null ? List.of() : List.copyOf(added);
        removed = removed == null ? Set.of() : Set.copyOf(removed);
    }

    Membership with(Collection<Node> more) {
        List<Node> changed = new ArrayList<>(added);
        changed.addAll(more);
        return new Membership(changed, removed);
    }

    Membership without(Collection<Node> less) {
        Set<String> ids = less.stream().map(Node::id).collect(Collectors.toSet());
        Set<String> changed = new TreeSet<>(removed);
        changed.addAll(ids);
        return new Membership(
                added.stream().filter(node -> !ids.contains(node.id())).toList(), changed);
    }
}
