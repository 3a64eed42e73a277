package ehpc;

import ehpc.api.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Waiting waiting;

    Collector(Cluster cluster, Duration timeout) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.waiting = cluster.ehpc().waiting();
    }

    Map<Node, NodeResult> collect(Submission submission) {
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
        Instant start = waiting.clock().instant();
        Instant deadline = start.plus(timeout).plus(GRACE);
        Duration pause = FIRST_PAUSE;
        while (isRunning(submission, start)) {
            if (waiting.clock().instant().isAfter(deadline)) {
                return false;
            }
            waiting.pause().of(pause);
            Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        return true;
    }

    private boolean isRunning(Submission submission, Instant start) {
        try {
            InvocationStatus status = cluster.invocationStatus(submission.commandId());
            report(submission, status);
            return status.isRunning();
        } catch (ApiException e) {
            boolean early = waiting.clock().instant().isBefore(start.plus(VISIBLE_WITHIN));
            boolean notYetVisible = early && e.httpStatus() == 404 && !e.code().equals("ClusterNotFound");
            if (notYetVisible || e.safeToRetry()) {
                return true;
            }
            throw e;
        }
    }

    private void report(Submission submission, InvocationStatus status) {
        int running = 0;
        int failed = 0;
        for (Node node : submission.nodes()) {
            String state = status.nodes().getOrDefault(node.id(), status.status());
            running += state.equals("Running") ? 1 : 0;
            failed += state.equals("Failed") || state.equals("Stopped") ? 1 : 0;
        }
        int total = submission.nodes().size();
        cluster.ehpc()
                .listener()
                .progress(new RunListener.Progress(cluster.id(), submission.commandId(), total, running, failed));
    }

    /** The records of all nodes; those of a command that has just ended may come a little later than its status. */
    private Map<Node, NodeResult> results(Submission submission, boolean ended) throws InterruptedException {
        Map<String, InvocationResult> records = records(submission);
        for (int look = 1; ended && look < MOST_LOOKS && !isComplete(submission, records); look++) {
            waiting.pause().of(LOOK_AGAIN);
            records = records(submission);
        }
        String missing = ended ? "the service has no record of its end" : "still running after its time limit";
        Map<Node, NodeResult> results = new LinkedHashMap<>();
        for (Node node : submission.nodes()) {
            InvocationResult record = records.get(node.id());
            results.put(
                    node,
                    hasEnded(record)
                            ? NodeResult.of(node, record)
                            : NodeResult.without(node, Outcome.UNKNOWN, missing, submission.commandId()));
        }
        return results;
    }

    private Map<String, InvocationResult> records(Submission submission) {
        Map<String, InvocationResult> records = new HashMap<>();
        cluster.invocationResults(submission.commandId()).forEach(r -> records.put(r.nodeId(), r));
        return records;
    }

    private static boolean isComplete(Submission submission, Map<String, InvocationResult> records) {
        return submission.nodes().stream().allMatch(node -> hasEnded(records.get(node.id())));
    }

    private static boolean hasEnded(InvocationResult record) {
        return record != null && !record.status().equals("Running");
    }

    private Map<Node, NodeResult> unknown(Submission submission, String why) {
        Map<Node, NodeResult> results = new LinkedHashMap<>();
        submission
                .nodes()
                .forEach(node ->
                        results.put(node, NodeResult.without(node, Outcome.UNKNOWN, why, submission.commandId())));
        return results;
    }
}
