package ehpc;

import ehpc.node.NodeSet;
import java.util.Collection;

/** Counts the nodes of one run and tells its listener. Used by the thread of the run alone. */
final class RunProgress {

    private final RunListener listener;
    private final RunListener.Run run;
    private int sent;
    private int settled;
    private int settledBad;

    RunProgress(RunListener listener, RunListener.Run run) {
        this.listener = new UnfailingListener(listener);
        this.run = run;
        this.listener.began(run);
    }

    /** The command is about to be sent to these nodes. */
    void submitting(NodeSet nodes) {
        listener.submitting(run, nodes);
    }

    /** The service took the command. */
    void submitted(String commandId, NodeSet nodes) {
        listener.submitted(run.clusterId(), commandId, nodes);
    }

    /** The results of a command are in, or given up. */
    void collected(String commandId) {
        listener.collected(run.clusterId(), commandId);
    }

    /** The command was sent to so many nodes more. */
    void sent(int nodes) {
        sent += nodes;
        tell(0, 0);
    }

    /** A look at a command showed that so many of its nodes have ended, and so many of these badly. */
    void looked(int ended, int endedBadly) {
        tell(ended, endedBadly);
    }

    /** The results of nodes that the command was sent to are in. */
    void settled(Collection<NodeResult> results) {
        settled += results.size();
        settledBad += (int) results.stream().filter(r -> !r.isOk()).count();
        tell(0, 0);
    }

    private void tell(int ended, int endedBadly) {
        int done = settled + ended;
        listener.progress(
                new RunListener.Progress(run, Math.max(run.nodes(), sent), done, settledBad + endedBadly, sent - done));
    }

    void ended() {
        listener.ended(run);
    }
}
