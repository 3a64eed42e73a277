package ehpc;

import ehpc.api.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds nodes by name or id among some. Immutable. */
final class NodeLookup {

    private static final int SHOWN = 300;

    private final Map<String, Node> byId;
    private final String origin;
    private static final Set<String> ROLES = Set.of("compute", "login", "manager");

    private final Map<String, Node> byName = new LinkedHashMap<>();
    private final Set<String> shared = new HashSet<>();

    NodeLookup(Map<String, Node> byId, String origin) {
        this.byId = byId;
        this.origin = origin;
        for (Node node : byId.values()) {
            if (byName.putIfAbsent(node.name(), node) != null) {
                shared.add(node.name());
            }
        }
    }

    /** The node of that name or id; null when there is none. */
    Node find(String nameOrId) {
        Node byThatId = byId.get(nameOrId);
        return byThatId != null ? byThatId : byName.get(nameOrId);
    }

    boolean has(String nameOrId) {
        return find(nameOrId) != null;
    }

    /** The node of that id, or the first of that name. */
    Node node(String idOrName) {
        Node node = find(idOrName);
        if (node == null) {
            throw new InputException("no node '" + idOrName + "' in " + origin + hint(idOrName));
        }
        return node;
    }

    /** The nodes of names in folded form, ids among them, in order. */
    List<Node> named(CharSequence names) {
        return NodeNames.expand(names.toString()).stream().map(this::named).toList();
    }

    private Node named(String name) {
        if (shared.contains(name)) {
            throw new InputException("a node name must be of one node, '" + name + "' is of several; use their ids");
        }
        Node node = find(name);
        if (node == null) {
            throw new InputException("no node named '" + name + "' in " + origin + hint(name));
        }
        return node;
    }

    /** The nodes of a list: nodes, whole names and ids, or names in folded form. */
    List<Node> all(Collection<?> wanted) {
        List<Node> found = new ArrayList<>();
        for (Object one : wanted) {
            if (one instanceof Node node) {
                found.add(node);
            } else if (one instanceof CharSequence name) {
                boolean whole = find(name.toString()) != null;
                found.addAll(whole ? List.of(named(name.toString())) : named(name));
            } else {
                throw new InputException("a node must be named or given, is " + one);
            }
        }
        return found;
    }

    private String hint(String name) {
        if (ROLES.contains(name)) {
            return "; nodes by role: nodes." + name;
        }
        List<String> words =
                byId.values().stream().flatMap(n -> Stream.of(n.id(), n.name())).toList();
        String known = words.isEmpty()
                ? "none"
                : NodeNames.fold(byId.values().stream().map(Node::name).toList());
        String shown = known.length() <= SHOWN ? known : known.substring(0, SHOWN) + "... (" + byId.size() + " nodes)";
        return Nearest.hint(name, words) + "; known: " + shown;
    }
}
