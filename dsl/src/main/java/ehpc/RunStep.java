package ehpc;

import ehpc.api.InputException;
import ehpc.command.Command;
import ehpc.node.EmptyNodeSetException;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.node.Share;
import java.time.Duration;
import java.util.List;

/**
 * A command that is being phrased: where it starts, how long it may take, how much may fail. {@link #on} ends and sends the
 * sentence. Immutable; each word returns a new step.
 */
public final class RunStep {

    /** The time limit when none is said. It is always sent, as the service's own default differs between its documents. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final RunSpec spec;

    RunStep(Cluster cluster, RunSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    /** Starts the command in a directory of the node; {@code /root} when not said. */
    public RunStep from(String directory) {
        if (directory == null || !directory.startsWith("/")) {
            throw new InputException("a directory must be absolute, like /data, is '" + directory + "'");
        }
        return new RunStep(cluster, spec.from(directory));
    }

    /**
     * Ends the command on a node after that time.
     *
     * @param limit whole seconds, 1 or more; {@link #DEFAULT_TIMEOUT} when not said
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

    /** Such as {@code 90s}, {@code 10m}, {@code 1.5s}. */
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

    /** Lets that many nodes be not ok, none when not said; a percentage of the target set is rounded down. */
    public RunStep tolerate(Share share) {
        if (share == null) {
            throw new InputException("tolerate must get a number of nodes or like 5.percent, gets null");
        }
        return new RunStep(cluster, spec.tolerate(share));
    }

    /**
     * Sends the command to one part of the nodes after the other, and no further once more nodes are not ok than tolerated.
     *
     * @param sizes of the parts in turn, the last one again and again; a percentage of the target set is rounded up
     */
    public RunStep waves(Share... sizes) {
        for (Share size : sizes) {
            if (size == null || size.value() == 0) {
                throw new InputException("a wave must be 1 node or more, is " + size);
            }
        }
        return new RunStep(cluster, spec.waves(List.of(sizes)));
    }

    /** The same step, which comes from there. */
    public RunStep at(Origin place) {
        return new RunStep(cluster.ehpc().at(place).cluster(cluster.id()), spec);
    }

    /**
     * Sends the command and waits for every node's result.
     *
     * @return one result for each node; a failed node is no exception here
     * @throws EmptyNodeSetException the set is empty; nothing was sent
     * @throws ehpc.api.ApiException the service refused the command and nothing ran
     */
    public RunResult on(NodeSet nodes) {
        if (nodes == null) {
            throw new InputException("'on' must get one set of nodes or a node (on nodes.compute), gets null");
        }
        return cluster.ehpc().perform(PlannedRun.of(cluster, spec, NodeSet.targets(cluster.id(), nodes)));
    }

    /** Sends the command to one node and waits for its result. */
    public RunResult on(Node node) {
        if (node == null) {
            throw new InputException("'on' must get one set of nodes or a node (on nodes.compute), gets null");
        }
        return on(NodeSet.of(node));
    }

    /** The command. */
    public Command command() {
        return spec.command();
    }
}
