package ehpc;

/** What a node is in its cluster. */
public enum NodeRole {
    /** Runs the scheduler or the accounts; the service's roles Scheduler, SchedulerBackup, Account and AccountBackup. */
    MANAGER,
    /** Where users log in. */
    LOGIN,
    /** Where jobs run. */
    COMPUTE;

    /** The role for a word of the service; a word that is not known counts as {@link #MANAGER}. */
    static NodeRole of(String word) {
        return switch (word) {
            case "Login" -> LOGIN;
            case "Compute" -> COMPUTE;
            default -> MANAGER;
        };
    }
}
