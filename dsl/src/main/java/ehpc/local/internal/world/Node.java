package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A node, as far as it never changes.
 *
 * @param roles as the service's answers name them
 * @param onPremises whether it stands outside the cloud
 */
public record Node(String id, String hostName, List<String> roles, String ip, boolean onPremises, Instant added) {

    private static final Set<String> MANAGER = Set.of("Scheduler", "SchedulerBackup", "Account", "AccountBackup");

    /** Returns whether it has a role by the name that requests use: {@code Manager}, {@code Login} or {@code Compute}. */
    public boolean is(String requestedRole) {
        return roles.stream()
                .anyMatch(r -> r.equals(requestedRole) || requestedRole.equals("Manager") && MANAGER.contains(r));
    }

    /** Returns the role by the name that requests use. */
    public String role() {
        return is("Manager") ? "Manager" : roles.get(0);
    }
}
