package ehpc;

import ehpc.command.Command;
import ehpc.node.NodeSet;

/**
 * Observes runs. Each run calls {@link #began} first and, in every case, {@link #ended} last, on its own thread; concurrent runs call from
 * several threads. An exception of a listener does not affect the run: the first one of each run is logged (logger {@code ehpc}).
 */
public interface RunListener {

    /** Ignores all events. */
    RunListener NONE = new RunListener() {};

    /**
     * A run begins; nothing has been sent yet.
     *
     * @param run the run
     */
    default void began(Run run) {}

    /**
     * A command is about to be sent; its arrival is not known yet. The next {@link #progress} or {@link #ended} of the same run ends this
     * state.
     *
     * @param run the run
     * @param nodes the target nodes
     */
    default void submitting(Run run, NodeSet nodes) {}

    /**
     * The service accepted a command.
     *
     * @param clusterId the cluster
     * @param commandId the command id
     * @param nodes the nodes that run it
     */
    default void submitted(String clusterId, String commandId, NodeSet nodes) {}

    /**
     * A request was sent, a status was read or results were collected.
     *
     * @param progress the progress of the run
     */
    default void progress(Progress progress) {}

    /**
     * A command's results were collected or abandoned.
     *
     * @param clusterId the cluster
     * @param commandId the command id
     */
    default void collected(String clusterId, String commandId) {}

    /**
     * A run is over: every node has its outcome, or the run was refused.
     *
     * @param run the run
     */
    default void ended(Run run) {}

    /**
     * A change of nodes or of a cluster is waited for; called at every look at its tasks.
     *
     * @param change the change
     * @param state its progress, such as {@code step 1 of 3}
     */
    default void waiting(Change change, String state) {}

    /**
     * The wait for a change is over.
     *
     * @param change the change
     */
    default void waited(Change change) {}

    /** One run, from its beginning to its end. Compared by identity. Immutable. */
    final class Run {

        private final String region;
        private final String clusterId;
        private final Command command;
        private final int nodes;

        Run(String clusterId, Command command, int nodes) {
            this("", clusterId, command, nodes);
        }

        Run(String region, String clusterId, Command command, int nodes) {
            this.region = region;
            this.clusterId = clusterId;
            this.command = command;
            this.nodes = nodes;
        }

        /** Returns the region of the cluster. */
        public String region() {
            return region;
        }

        /** Returns the cluster. */
        public String clusterId() {
            return clusterId;
        }

        /** Returns the command. */
        public Command command() {
            return command;
        }

        /** Returns the number of target nodes at the start, over all waves and portions. */
        public int nodes() {
            return nodes;
        }
    }

    /**
     * The progress of a run. A node is done, running or waiting; nodes that will not receive the command are in none of these counts.
     *
     * @param run the run
     * @param total the target nodes over all waves and portions; more than at the start if the service reports nodes that it did not list
     *     before
     * @param done nodes on which the command has ended, or whose outcome stays unknown
     * @param failed those of the done nodes that failed. Exit codes arrive with the results of a command, so this may grow late.
     * @param running nodes that received the command and are not done
     */
    record Progress(Run run, int total, int done, int failed, int running) {}
}
