package ehpc.node;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What a node is in its cluster. */
public enum NodeRole {
    /** Runs the scheduler or the accounts; the service's roles Scheduler, SchedulerBackup, Account and AccountBackup. */
    MANAGER,
    /** Where users log in. */
    LOGIN,
    /** Where jobs run. */
    COMPUTE;

    /** The word for it in records and scripts, such as {@code compute}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role for a word of the service; none for a word that is not known. */
    static Optional<NodeRole> of(String word) {
        return switch (word) {
            case "Login" -> Optional.of(LOGIN);
            case "Compute" -> Optional.of(COMPUTE);
            case "Manager", "Scheduler", "SchedulerBackup", "Account", "AccountBackup" -> Optional.of(MANAGER);
            default -> Optional.empty();
        };
    }
}
