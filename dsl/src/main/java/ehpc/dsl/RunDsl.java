package ehpc.dsl;

import ehpc.RunResult;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;

/** The words after {@code run '...'}; {@code on} ends the statement and sends it, and nothing may follow. */
@WordsOf(value = WordPlace.RUN, first = "on")
public interface RunDsl {

    /** Starts the command in a directory of the node; {@code /root} by default. */
    @WordFacts(
            form = "from '/DIRECTORY'",
            value = "The directory in which the command starts; /root by default.",
            takes = "a directory (from '/data')",
            example = "run 'pwd' from '/tmp' on nodes.login")
    RunDsl from(String directory);

    /** Ends the command on a node after that time, whole seconds: {@code timeout 10.minutes}; 60 seconds by default. */
    @WordFacts(
            form = "timeout DURATION",
            value = "Ends the command on a node after that time; 60 seconds by default.",
            takes = "a duration (timeout 10.minutes)",
            example = "run 'sleep 0' timeout 10.minutes on nodes.compute")
    RunDsl timeout(Duration limit);

    /** Allows that many nodes to be not ok; none by default. */
    @WordFacts(
            form = "tolerate COUNT, tolerate SHARE",
            value = "The number of nodes that may be not ok before the run fails; 0 by default.",
            takes = "a number of nodes or a share (tolerate 5.percent)",
            example = "run 'test $(hostname) != compute000' tolerate 1 on nodes.compute")
    RunDsl tolerate(int nodes);

    /** Allows that share of the nodes to be not ok, rounded down: {@code tolerate 5.percent}. */
    RunDsl tolerate(CountOrPercent share);

    /**
     * Sends the command to one part of the nodes after the other: {@code waves 1, 10.percent} is one node, then ten percent
     * (rounded up) again and again, until more nodes are not ok than tolerated.
     *
     * @param sizes whole numbers or percentages
     */
    @WordFacts(
            form = "waves SIZE, SIZE, ...",
            value = "Sends to a part of the nodes at a time, repeats the last size, and stops when too many are not"
                    + " ok.",
            takes = "numbers of nodes or shares (waves 1, 10.percent)",
            types = {int.class, CountOrPercent.class},
            example = "run 'true' waves 1, 50.percent on nodes.compute")
    RunDsl waves(Object... sizes);

    /** Sends the command and waits for the results. */
    @WordFacts(
            form = "on NODES",
            value = "Selects the nodes; ends the statement, sends it and waits for every node's result.",
            takes = "one set of nodes or a node (on nodes.compute)",
            operation = "InvokeShellCommand",
            example = "run 'uptime -p || true' on nodes.compute")
    RunResult on(NodeSet nodes);

    /** Sends the command to one node and waits for its result. */
    RunResult on(Node node);

    /**
     * The word {@code on} of a bare statement: prints the results, and fails the script if more nodes are not ok than
     * tolerated.
     */
    @WordFacts(name = "on")
    RunResult onAndPrint(NodeSet nodes);

    /** Does the same on one node. */
    RunResult onAndPrint(Node node);

    /**
     * The word {@code on} of a statement whose result is never read: prints nothing, and fails the script if more nodes are
     * not ok than tolerated.
     */
    @WordFacts(name = "on")
    RunResult onOrFail(NodeSet nodes);

    /** Does the same on one node. */
    RunResult onOrFail(Node node);
}
