package ehpc.local.internal.job;

/**
 * The resources that a task needs.
 *
 * @param nodes the number of nodes
 * @param cores the cores on each of them
 * @param mebibytes the memory on each of them; 0 if none is requested
 */
public record Demand(int nodes, int cores, long mebibytes) {

    /** Returns the demand of a job that requests nothing. */
    public static Demand least() {
        return new Demand(1, 1, 0);
    }
}
