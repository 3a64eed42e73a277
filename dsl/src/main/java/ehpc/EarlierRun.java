package ehpc;

import ehpc.command.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the results of a run whose command was submitted earlier, by this process or another. Makes read-only calls. */
final class EarlierRun {

    private EarlierRun() {}

    static RunResult collect(
            Cluster cluster, Command command, Duration timeout, int tolerated, List<Submission> submissions) {
        EhpcClient ehpc = cluster.ehpc();
        int nodes = submissions.stream().mapToInt(one -> one.nodes().size()).sum();
        RunProgress progress =
                new RunProgress(ehpc.listener(), new RunListener.Run(ehpc.region(), cluster.id(), command, nodes));
        try {
            ResultPoller poller = new ResultPoller(cluster, timeout, progress);
            submissions.forEach(one -> sent(one, progress));
            List<NodeResult> results = new ArrayList<>();
            for (Submission one : submissions) {
                List<NodeResult> settled = one.isDoubtful() ? unknown(one) : poller.collect(one);
                progress.settled(settled);
                results.addAll(settled);
            }
            return new RunResult(ehpc.region(), cluster.id(), command, results, tolerated);
        } finally {
            progress.ended();
        }
    }

    private static void sent(Submission submission, RunProgress progress) {
        if (!submission.isDoubtful()) {
            progress.submitted(submission.commandId(), submission.nodes());
        }
        progress.sent(submission.nodes().size());
    }

    /** Returns the results of nodes whose command may never have arrived. */
    static List<NodeResult> unknown(Submission submission) {
        return submission.nodes().stream()
                .map(node -> NodeResult.without(node, Outcome.UNKNOWN, submission.doubt(), ""))
                .toList();
    }
}
