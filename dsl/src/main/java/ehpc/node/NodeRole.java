package ehpc.node;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The role of a node in its cluster. */
public enum NodeRole {
    /** Runs the scheduler or the account services; the service's roles Scheduler, SchedulerBackup, Account and AccountBackup. */
    MANAGER,
    /** For user logins. */
    LOGIN,
    /** For jobs. */
    COMPUTE;

    /** Returns the word for records and scripts, such as {@code compute}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role for a word of the service; empty for an unknown word. */
    static Optional<NodeRole> of(String word) {
        return switch (word) {
            case "Login" -> Optional.of(LOGIN);
            case "Compute" -> Optional.of(COMPUTE);
            case "Manager", "Scheduler", "SchedulerBackup", "Account", "AccountBackup" -> Optional.of(MANAGER);
            default -> Optional.empty();
        };
    }
}
