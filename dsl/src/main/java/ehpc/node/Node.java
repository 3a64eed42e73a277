package ehpc.node;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A node of a cluster, as reported by ListNodes. Nodes are equal if their clusters and ids are.
 *
 * @param clusterId the id of its cluster
 * @param id the instance's id, such as {@code i-bp1...}
 * @param name its host name, such as {@code compute000}
 * @param roles its roles
 * @param status uninit, initing, running, stopped, untracking, exception or releasing
 * @param ip its private address; empty if it has none
 * @param instanceType its instance type; empty if unknown
 * @param fields all fields of the entry, by the names of ListNodes
 * @param label its unique text in the cluster: its name, or the name and the id if several nodes have that name,
 *     {@code compute000=i-bp1...}; accepted wherever a name or an id is
 */
@JsonIgnoreProperties({"fields", "label"})
@WordsOf(
        value = WordPlace.NODE,
        form = "NODE.%s",
        example = "println nodes[0].%s",
        first = "name id status ip roles is instanceType label")
public record Node(
        @WordFacts("The id of its cluster.") String clusterId,

        @WordFacts(value = "Its id in the service.", names = "node-id")
        String id,

        @WordFacts(value = "Its host name.", names = "node") String name,

        @WordFacts("Its roles: COMPUTE, LOGIN, MANAGER.") Set<NodeRole> roles,

        @WordFacts(value = "Its state when it was listed, such as running.", names = "node-state")
        String status,

        @WordFacts("Its private address.") String ip,
        @WordFacts("Its ECS instance type.") String instanceType,

        @WordFacts(
                value = "All fields of the service's record, a map under the service's own names.",
                example = "println nodes[0].fields.keySet()")
        Map<String, Object> fields,

        @WordFacts("Its host name, with its id where another node of the cluster has the same name.")
        String label) {

    /** Reads an entry of ListNodes. */
    public static Node of(String clusterId, RecordFields f) {
        Set<NodeRole> roles = f.texts("Roles.Role").stream()
                .flatMap(role -> NodeRole.of(role).stream())
                .collect(Collectors.toUnmodifiableSet());
        String id = f.text("Id");
        String name = f.text("HostName");
        String known = name.isEmpty() ? id : name;
        return new Node(
                clusterId,
                id,
                known,
                roles,
                f.text("Status"),
                f.text("IpAddress"),
                f.text("InstanceType"),
                f.entry(),
                known);
    }

    /** Returns this node, marked as one whose name another node of the cluster has, too. */
    Node namesake() {
        return new Node(clusterId, id, name, roles, status, ip, instanceType, fields, name + "=" + id);
    }

    /** Returns whether several nodes of its cluster have its name. */
    boolean sharesName() {
        return !label.equals(name);
    }

    /** Returns a node with a known id only. */
    public static Node unlisted(String clusterId, String id) {
        return new Node(clusterId, id, id, Set.of(), "", "", "", Map.of("Id", id), id);
    }

    /** Returns whether it has this role. */
    @WordFacts(
            form = "NODE.is(ROLE)",
            value = "Whether it has that role.",
            example = "println nodes[0].is(ehpc.node.NodeRole.COMPUTE)")
    public boolean is(NodeRole role) {
        return roles.contains(role);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node that && id.equals(that.id) && clusterId.equals(that.clusterId);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }

    /** Returns its label. */
    @Override
    public String toString() {
        return label;
    }
}
