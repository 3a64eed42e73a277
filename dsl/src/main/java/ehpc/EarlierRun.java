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
        int nodes = submissions.stream().mapToInt(one -> one.nodes().size()).sum();
        RunProgress progress = RunProgress.of(cluster, command, nodes);
        try {
            ResultPoller poller = new ResultPoller(cluster, timeout, progress);
            submissions.forEach(one -> sent(one, progress));
            List<NodeResult> results = new ArrayList<>();
            for (Submission one : submissions) {
                List<NodeResult> settled = poller.collect(one);
                progress.settled(settled);
                results.addAll(settled);
            }
            return RunResult.collected(cluster, command, results, tolerated);
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
}
