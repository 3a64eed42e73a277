package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constant facts of a node; also their form on disk. Immutable.
 *
 * @param roles its roles, by their names in answers
 * @param onPremises whether it is outside the cloud
 * @param settings what the request that added it said, by the names of its parameters: {@code InstanceType}, {@code ImageId}, ...; see
 *     {@link #setting}
 */
public record Node(
        String id,
        String hostName,
        List<String> roles,
        String ip,
        boolean onPremises,
        Instant added,
        Map<String, String> settings) {

    /** All roles, by their names in requests. */
    static final List<String> ROLES = List.of("Manager", "Login", "Compute");

    private static final Set<String> MANAGER = Set.of("Scheduler", "SchedulerBackup", "Account", "AccountBackup");

    /** A node without settings has none in a file. */
    public Node {
        roles = List.copyOf(roles);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    /** Returns whether it has a role, by its name in requests: {@code Manager}, {@code Login} or {@code Compute}. */
    public boolean is(String requestedRole) {
        return roles.stream()
                .anyMatch(r -> r.equals(requestedRole) || requestedRole.equals("Manager") && MANAGER.contains(r));
    }

    /** Returns the role by its name in requests. */
    public String role() {
        return is("Manager") ? "Manager" : roles.get(0);
    }

    /** Returns a setting, or this value if the node has none of its own. */
    public String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    /** Returns the instance type; empty outside the cloud. */
    public String instanceType() {
        return setting("InstanceType", onPremises ? "" : Hardware.INSTANCE_TYPE);
    }

    /** Returns the id of the image. */
    public String imageId() {
        return setting("ImageId", Hardware.IMAGE);
    }
}
