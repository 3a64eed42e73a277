package ehpc;

import ehpc.api.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waits for a submitted command, at growing intervals, and fetches every page of its results. Only reads. */
final class Collector {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double GROWTH = 1.5;

    /** How long after its time limit a command may take to be reported as ended. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** How long a command that was just submitted may stay unknown to the service's reads. */
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    private static final int MOST_LOOKS = 5;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Duration timeout;
    private final RunProgress progress;
    private final Waiting waiting;
    private final Texts texts = new Texts();

    Collector(Cluster cluster, Duration timeout, RunProgress progress) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.progress = progress;
        this.waiting = cluster.ehpc().waiting();
    }

    List<NodeResult> collect(Submission submission) {
        try {
            boolean ended = await(submission);
            return results(submission, ended);
        } catch (ApiException e) {
            return unknown(submission, "its result was not to be had: " + e.code() + ": " + e.detail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(submission, "interrupted while waiting; the command goes on");
        } finally {
            cluster.ehpc().listener().collected(cluster.id(), submission.commandId());
        }
    }

    private boolean await(Submission submission) throws InterruptedException {
        Waiting.Stopwatch since = waiting.start();
        Duration pause = FIRST_PAUSE;
        while (isRunning(submission, since)) {
            if (since.isPast(timeout.plus(GRACE))) {
                return false;
            }
            waiting.pause().of(pause);
            Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        return true;
    }

    private boolean isRunning(Submission submission, Waiting.Stopwatch since) {
        try {
            InvocationStatus status = cluster.invocationStatus(submission.commandId());
            report(submission, status);
            return status.isRunning();
        } catch (ApiException e) {
            boolean early = !since.isPast(VISIBLE_WITHIN);
            boolean notYetVisible = early && e.httpStatus() == 404 && !e.code().equals("ClusterNotFound");
            if (notYetVisible || e.safeToRetry()) {
                return true;
            }
            throw e;
        }
    }

    private void report(Submission submission, InvocationStatus status) {
        int ended = 0;
        int badly = 0;
        for (Node node : submission.nodes()) {
            String state = status.nodes().getOrDefault(node.id(), status.status());
            boolean bad = state.equals("Failed") || state.equals("Stopped");
            ended += bad || state.equals("Finished") ? 1 : 0;
            badly += bad ? 1 : 0;
        }
        progress.looked(ended, badly);
    }

    /** The records of all nodes; those of a command that has just ended may come a little later than its status. */
    private List<NodeResult> results(Submission submission, boolean ended) throws InterruptedException {
        Map<String, InvocationResult> records = records(submission);
        for (int look = 1; ended && look < MOST_LOOKS && !isComplete(submission, records); look++) {
            waiting.pause().of(LOOK_AGAIN);
            records = records(submission);
        }
        String missing = ended ? "the service has no record of its end" : "still running after its time limit";
        List<NodeResult> results = new ArrayList<>();
        for (Node node : submission.nodes()) {
            InvocationResult record = records.get(node.id());
            results.add(
                    hasEnded(record)
                            ? NodeResult.of(node, record)
                            : NodeResult.without(node, Outcome.UNKNOWN, missing, submission.commandId()));
        }
        return results;
    }

    private Map<String, InvocationResult> records(Submission submission) {
        Map<String, InvocationResult> records = new HashMap<>();
        cluster.invocationRecords(submission.commandId())
                .forEach(r -> records.put(r.nodeId(), r.withMessage(texts.once(r.message()))));
        return records;
    }

    private static boolean isComplete(Submission submission, Map<String, InvocationResult> records) {
        return submission.nodes().stream().allMatch(node -> hasEnded(records.get(node.id())));
    }

    private static boolean hasEnded(InvocationResult record) {
        return record != null && !record.status().equals("Running");
    }

    private static List<NodeResult> unknown(Submission submission, String why) {
        return submission.nodes().stream()
                .map(node -> NodeResult.without(node, Outcome.UNKNOWN, why, submission.commandId()))
                .toList();
    }
}
