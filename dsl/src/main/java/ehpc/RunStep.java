package ehpc;

import ehpc.api.InputException;
import ehpc.command.Command;
import ehpc.node.CountOrPercent;
import ehpc.node.EmptyNodeSetException;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.util.List;

/** A command in preparation: its directory, time limit and tolerance. {@link #on} sends it. Immutable; each method returns a new step. */
public final class RunStep {

    /** The default time limit. It is always sent, as documents disagree on the service's own default. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final RunSpec spec;

    RunStep(Cluster cluster, RunSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    /** Starts the command in a directory of the node; {@code /root} by default. */
    public RunStep from(String directory) {
        if (directory == null || !directory.startsWith("/")) {
            throw new InputException("a directory must be absolute, like /data, is '" + directory + "'");
        }
        return new RunStep(cluster, spec.from(directory));
    }

    /**
     * Sets the time limit of the command on a node.
     *
     * @param limit whole seconds, 1 or more; {@link #DEFAULT_TIMEOUT} by default
     */
    public RunStep timeout(Duration limit) {
        if (limit == null || limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.getNano() != 0) {
            throw new InputException("timeout must be whole seconds, 1 or more, is " + words(limit));
        }
        if (limit.toSeconds() > Integer.MAX_VALUE) {
            throw new InputException("timeout must be at most " + Integer.MAX_VALUE + " seconds, is " + words(limit));
        }
        return new RunStep(cluster, spec.timeout(limit));
    }

    /** Returns a duration such as {@code 90s}, {@code 10m}, {@code 1.5s}. */
    static String words(Duration duration) {
        if (duration == null) {
            return "null";
        }
        if (duration.getNano() != 0) {
            return duration.toMillis() / 1000.0 + "s";
        }
        long seconds = duration.toSeconds();
        if (seconds != 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** Tolerates this many failed nodes, none by default; a percentage of the target set is rounded down. */
    public RunStep tolerate(CountOrPercent share) {
        if (share == null) {
            throw new InputException("'tolerate' expects a number of nodes or a share (tolerate 5.percent), got null");
        }
        return new RunStep(cluster, spec.tolerate(share));
    }

    /**
     * Sends the command to the nodes in waves, and stops after a wave once more nodes have failed than tolerated.
     *
     * @param sizes the sizes of the waves in order, the last one repeated; a percentage of the target set is rounded up
     */
    public RunStep waves(CountOrPercent... sizes) {
        for (CountOrPercent size : sizes) {
            if (size == null || size.value() == 0) {
                throw new InputException("a wave must be 1 node or more, is " + size);
            }
        }
        return new RunStep(cluster, spec.waves(List.of(sizes)));
    }

    /** Returns the same step for a command whose output may contain secrets that are not known here; a journal does not store it. */
    public RunStep withholding() {
        return new RunStep(cluster, spec.withholding());
    }

    /** Returns the same step with an origin. */
    public RunStep at(Origin place) {
        return new RunStep(cluster.ehpc().withOrigin(place).cluster(cluster.id()), spec);
    }

    /**
     * Sends the command and waits for every node's result.
     *
     * @return one result for each node; a failed node throws no exception here
     * @throws EmptyNodeSetException if the set is empty; nothing was sent
     * @throws ehpc.api.ApiException if the service refused the command and nothing ran
     */
    public RunResult on(NodeSet nodes) {
        if (nodes == null) {
            throw new InputException("'on' expects one set of nodes or a node (on nodes.compute), got null");
        }
        return cluster.ehpc().perform(planned(nodes));
    }

    /** Returns the run of the command on nodes without sending it. */
    public PlannedRun planned(NodeSet nodes) {
        return PlannedRun.of(cluster, spec, NodeSet.targets(cluster.id(), nodes));
    }

    /** Sends the command to one node and waits for its result. */
    public RunResult on(Node node) {
        if (node == null) {
            throw new InputException("'on' expects one set of nodes or a node (on nodes.compute), got null");
        }
        return on(NodeSet.of(node));
    }

    /** Returns the command. */
    public Command command() {
        return spec.command();
    }
}
