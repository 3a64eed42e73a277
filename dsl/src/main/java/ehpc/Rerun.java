package ehpc;

import ehpc.api.InputException;
import ehpc.node.NodeSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Runs the command of an earlier result again on some of its nodes. */
final class Rerun {

    /** Outcomes after which a command has certainly ended, or was certainly not started, on a node. */
    private static final Set<Outcome> BY_DEFAULT =
            EnumSet.of(Outcome.FAILED, Outcome.TIMED_OUT, Outcome.NOT_DELIVERED, Outcome.NOT_RUN);

    private Rerun() {}

    /** @param outcomes none for the default */
    static RunResult of(Cluster cluster, RunResult earlier, Set<Outcome> outcomes) {
        if (earlier == null) {
            throw new InputException("'rerun' expects the result of a run (rerun r), got null");
        }
        if (outcomes.contains(Outcome.OK)) {
            throw new InputException("rerun is for nodes that are not ok; to run a command on others: run");
        }
        if (!earlier.clusterId().equals(cluster.id())
                || !earlier.region().equals(cluster.ehpc().region())) {
            throw new InputException("the result to rerun is of cluster '" + earlier.clusterId() + "' in region '"
                    + earlier.region() + "', not of '" + cluster.id() + "' in '"
                    + cluster.ehpc().region() + "'");
        }
        NodeSet nodes = earlier.nodesToRerun(outcomes.isEmpty() ? BY_DEFAULT : outcomes);
        PlannedRun again = PlannedRun.of(cluster, earlier.spec().rerunOf(earlier.recordedAs()), nodes);
        return nodes.isEmpty() ? again.result(List.of()) : cluster.ehpc().perform(again);
    }
}
