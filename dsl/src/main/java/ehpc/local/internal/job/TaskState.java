package ehpc.local.internal.job;

/** The documented states of a job, by their names in answers. */
public enum TaskState {
    QUEUED,
    RUNNING,
    FINISHED
}
