package ehpc.local;

/** The scheduler that runs the jobs of a local service. */
public enum SchedulerMode {
    /** {@link #SLURM} if this machine can run it, else {@link #BUILT_IN}. */
    AUTO,
    /** A Slurm for each cluster, by the installed programs {@code slurmctld} and {@code slurmd}, in a box of bubblewrap. */
    SLURM,
    /** A small queue inside of the service, which needs no other program. */
    BUILT_IN
}
