package ehpc;

import ehpc.command.Command;
import ehpc.node.NodeSet;
import java.util.Collection;

/** Counts the nodes of one run and notifies its listener. Confined to the thread of the run. */
final class RunProgress {

    private final RunListener listener;
    private final RunListener.Run run;
    private int sent;
    private int settled;
    private int settledBad;

    private RunProgress(RunListener listener, RunListener.Run run) {
        this.listener = new UnfailingListener(listener);
        this.run = run;
    }

    /** Returns the progress of a run, which begins now. */
    static RunProgress of(Cluster cluster, Command command, int nodes) {
        EhpcClient ehpc = cluster.ehpc();
        RunProgress progress =
                new RunProgress(ehpc.listener(), new RunListener.Run(ehpc.region(), cluster.id(), command, nodes));
        progress.listener.began(progress.run);
        return progress;
    }

    /** The command is about to be sent to these nodes. */
    void submitting(NodeSet nodes) {
        listener.submitting(run, nodes);
    }

    /** The service accepted the command. */
    void submitted(String commandId, NodeSet nodes) {
        listener.submitted(run.clusterId(), commandId, nodes);
    }

    /** The results of a command were collected or abandoned. */
    void collected(String commandId) {
        listener.collected(run.clusterId(), commandId);
    }

    /** The command was sent to this many more nodes. */
    void sent(int nodes) {
        sent += nodes;
        report(0, 0);
    }

    /** A status showed how many nodes have ended, and how many of these failed. */
    void looked(int ended, int endedBadly) {
        report(ended, endedBadly);
    }

    /** The results of nodes were collected. */
    void settled(Collection<NodeResult> results) {
        settled += results.size();
        settledBad += (int) results.stream().filter(r -> !r.isOk()).count();
        report(0, 0);
    }

    private void report(int ended, int endedBadly) {
        int done = settled + ended;
        listener.progress(
                new RunListener.Progress(run, Math.max(run.nodes(), sent), done, settledBad + endedBadly, sent - done));
    }

    void ended() {
        listener.ended(run);
    }
}
