package ehpc.dsl;

import ehpc.Node;
import ehpc.NodeSet;
import ehpc.RunResult;
import ehpc.Share;
import java.time.Duration;

/** Words behind {@code run '...'}; {@code on} ends the sentence and sends it, and nothing may follow. */
public interface RunDsl {

    /** Starts the command in a directory of the node; {@code /root} when not said. */
    RunDsl from(String directory);

    /** Ends the command on a node after that time, whole seconds: {@code timeout 10.minutes}; 60 seconds when not said. */
    RunDsl timeout(Duration limit);

    /** Lets that many nodes be not ok; none when not said. */
    RunDsl tolerate(int nodes);

    /** Lets that part of the nodes be not ok, rounded down: {@code tolerate 5.percent}. */
    RunDsl tolerate(Share share);

    /**
     * Sends the command to one part of the nodes after the other: {@code waves 1, 10.percent} is one node, then ten percent
     * (rounded up) again and again, until more nodes are not ok than tolerated.
     *
     * @param sizes whole numbers or percentages
     */
    RunDsl waves(Object... sizes);

    /** Sends the command and waits for the results. */
    RunResult on(NodeSet nodes);

    /** Sends the command to one node and waits for its result. */
    RunResult on(Node node);

    /**
     * The word {@code on} of a sentence that stands alone: prints the results, and fails the script when more nodes are not
     * ok than tolerated.
     */
    RunResult onAndPrint(NodeSet nodes);

    /** The same on one node. */
    RunResult onAndPrint(Node node);

    /**
     * The word {@code on} of a sentence whose result nobody ever reads: prints nothing, and fails the script when more nodes are
     * not ok than tolerated.
     */
    RunResult onOrFail(NodeSet nodes);

    /** The same on one node. */
    RunResult onOrFail(Node node);
}
