package ehpc;

/** Hears how commands go. Called on the thread that runs them; an exception that it throws ends the run's waiting. */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /**
     * The service took a command.
     *
     * @param clusterId the cluster
     * @param commandId the service's id of the command
     * @param nodes where it runs
     */
    default void submitted(String clusterId, String commandId, NodeSet nodes) {}

    /**
     * Some time has passed.
     *
     * @param progress how far the run is
     */
    default void progress(Progress progress) {}

    /**
     * A command's results have been collected, or given up.
     *
     * @param clusterId the cluster
     * @param commandId the service's id of the command
     */
    default void collected(String clusterId, String commandId) {}

    /**
     * How far a command is.
     *
     * @param clusterId the cluster
     * @param commandId the service's id of the command
     * @param total nodes it was sent to
     * @param running nodes that are still at it
     * @param failed nodes that the service calls Failed or Stopped
     */
    record Progress(String clusterId, String commandId, int total, int running, int failed) {}
}
