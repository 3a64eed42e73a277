package ehpc;

import ehpc.command.Command;
import ehpc.node.NodeSet;

/**
 * Hears how runs go. A run tells {@link #began} first and {@link #ended} last, whatever happens in between, on the thread that
 * runs it; several runs at once tell from several threads. What a listener throws changes nothing of the run: the first failure of each run
 * is logged (logger {@code ehpc}).
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /**
     * A run begins; nothing has been sent yet.
     *
     * @param run the run
     */
    default void began(Run run) {}

    /**
     * A command leaves for the service; whether it gets there shows later. What follows of the same run, {@link #progress} or {@link
     * #ended}, tells that this is over.
     *
     * @param run the run
     * @param nodes where it is to run
     */
    default void submitting(Run run, NodeSet nodes) {}

    /**
     * The service took a command.
     *
     * @param clusterId the cluster
     * @param commandId the service's id of the command
     * @param nodes where it runs
     */
    default void submitted(String clusterId, String commandId, NodeSet nodes) {}

    /**
     * Something was sent, looked at or collected.
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
     * A run is over: every node has its outcome, or the run was refused.
     *
     * @param run the run
     */
    default void ended(Run run) {}

    /** One run, from its beginning to its end. Two are equal only when they are the same one. Immutable. */
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

        /** The region of the cluster. */
        public String region() {
            return region;
        }

        /** The cluster. */
        public String clusterId() {
            return clusterId;
        }

        /** The command. */
        public Command command() {
            return command;
        }

        /** How many nodes the run means as it begins, over all waves and portions. */
        public int nodes() {
            return nodes;
        }
    }

    /**
     * How far a run is. Its nodes are done, running or not sent to yet; nodes that will not be sent to are none of these.
     *
     * @param run the run
     * @param total nodes that are meant, over all waves and portions; more than the run began with when the service names
     *     nodes that it did not list before
     * @param done nodes on which the command has ended, well or not, or of which no more will be known
     * @param failed those of them that are known to be not ok. The service tells an exit code only when a command's results are
     *     collected, so this may grow late.
     * @param running nodes that the command was sent to and that are not done
     */
    record Progress(Run run, int total, int done, int failed, int running) {}
}
