package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The constant facts of a node.
 *
 * @param roles its roles, by their names in answers
 * @param onPremises whether it is outside the cloud
 */
public record Node(String id, String hostName, List<String> roles, String ip, boolean onPremises, Instant added) {

    private static final Set<String> MANAGER = Set.of("Scheduler", "SchedulerBackup", "Account", "AccountBackup");

    /** Returns whether it has a role, by its name in requests: {@code Manager}, {@code Login} or {@code Compute}. */
    public boolean is(String requestedRole) {
        return roles.stream()
                .anyMatch(r -> r.equals(requestedRole) || requestedRole.equals("Manager") && MANAGER.contains(r));
    }

    /** Returns the role by its name in requests. */
    public String role() {
        return is("Manager") ? "Manager" : roles.get(0);
    }
}
