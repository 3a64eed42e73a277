package ehpc.node;

import ehpc.api.InputException;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds nodes by id, label or name. A name that several nodes of the cluster have matches none of them. Immutable. */
final class NodeLookup {

    private static final int SHOWN = 300;
    private static final int NAMESAKES_SHOWN = 5;

    private static final Set<String> ROLES = Set.of("compute", "login", "manager");

    private final Map<String, Node> byId;
    private final String origin;
    private final Map<String, List<Node>> byName = new LinkedHashMap<>();

    NodeLookup(Map<String, Node> byId, String origin) {
        this.byId = byId;
        this.origin = origin;
        byId.values()
                .forEach(node -> byName.computeIfAbsent(node.name(), name -> new ArrayList<>(1))
                        .add(node));
    }

    /**
     * Returns the node with this id, label or name; null if none has it.
     *
     * @throws InputException if several nodes have that name
     */
    Node find(String nameOrId) {
        Node byThatId = byId.get(nameOrId);
        if (byThatId != null) {
            return byThatId;
        }
        Node labelled = byId.get(nameOrId.substring(nameOrId.lastIndexOf('=') + 1));
        if (labelled != null && nameOrId.equals(labelled.name() + "=" + labelled.id())) {
            return labelled;
        }
        List<Node> named = byName.getOrDefault(nameOrId, List.of());
        if (named.size() > 1 || !named.isEmpty() && named.get(0).sharesName()) {
            String many = named.size() > 1 ? named.size() + " nodes" : "several nodes of the cluster";
            throw new InputException(
                    "node name '" + nameOrId + "' is ambiguous, " + many + " have it; write " + alternatives(named));
        }
        return named.isEmpty() ? null : named.get(0);
    }

    private static String alternatives(List<Node> named) {
        String shown = named.stream()
                .limit(NAMESAKES_SHOWN)
                .map(node -> node.name() + "=" + node.id())
                .collect(Collectors.joining(" or "));
        return named.size() > NAMESAKES_SHOWN ? shown + " or ..." : shown;
    }

    boolean has(String nameOrId) {
        return find(nameOrId) != null;
    }

    /** Returns the node with this id, label or name. */
    Node node(String idOrName) {
        Node node = find(idOrName);
        if (node == null) {
            throw new InputException("no node '" + idOrName + "' in " + origin + hint(idOrName));
        }
        return node;
    }

    /** Returns the nodes of names in folded form, ids and labels, in order. */
    List<Node> named(CharSequence names) {
        return NodeNames.expand(names.toString()).stream().map(this::named).toList();
    }

    private Node named(String name) {
        Node node = find(name);
        if (node == null) {
            throw new InputException("no node named '" + name + "' in " + origin + hint(name));
        }
        return node;
    }

    /** Returns the nodes of a list of nodes, names, ids, or names in folded form. */
    List<Node> all(Collection<?> wanted) {
        List<Node> found = new ArrayList<>();
        for (Object one : wanted) {
            if (one instanceof Node node) {
                found.add(node);
            } else if (one instanceof CharSequence name) {
                Node whole = find(name.toString());
                found.addAll(whole == null ? named(name) : List.of(whole));
            } else {
                throw new InputException("a node must be a name or a node, is " + one);
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
                : NodeNames.fold(byId.values().stream().map(Node::label).toList());
        String shown = known.length() <= SHOWN ? known : known.substring(0, SHOWN) + "... (" + byId.size() + " nodes)";
        return Nearest.hint(name, words) + "; known: " + shown;
    }
}
