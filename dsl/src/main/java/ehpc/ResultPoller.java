package ehpc;

import ehpc.api.ApiException;
import ehpc.node.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polls a submitted command at growing intervals, then fetches every page of its results. Makes read-only calls. */
final class ResultPoller {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double GROWTH = 1.5;
    private static final Duration LONGEST_PAUSE_AFTER_LOOK = Duration.ofSeconds(30);

    /** How long after its time limit a command may still be reported as running. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final String INTERRUPTED = "interrupted while waiting; the command continues";

    private static final int MOST_LOOKS = 5;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Duration timeout;
    private final RunProgress progress;
    private final PollClock clock;
    /** Equal texts are stored once: most of a thousand nodes return the same output. */
    private final Map<String, String> texts = new HashMap<>();

    ResultPoller(Cluster cluster, Duration timeout, RunProgress progress) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.progress = progress;
        this.clock = cluster.ehpc().clock();
    }

    /** Returns the results of a submit's nodes; they are unknown if it has no command id to poll. */
    List<NodeResult> collect(Submission submission) {
        if (submission.isDoubtful()) {
            return submission.nodes().stream()
                    .map(node -> NodeResult.without(node, Outcome.UNKNOWN, submission.doubt(), ""))
                    .toList();
        }
        NodeRecords records = new NodeRecords(submission, timeout, texts);
        try {
            PollClock.Stopwatch since = clock.start();
            boolean ended = await(submission, records, since);
            return results(records, ended, since);
        } catch (ApiException e) {
            return records.results(why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return records.results(INTERRUPTED);
        } finally {
            progress.collected(submission.commandId());
        }
    }

    private static String why(ApiException e) {
        return switch (e.category()) {
            case INTERRUPTED -> INTERRUPTED;
            case CLOSED -> "the connection was closed while waiting; the command may continue";
            default -> "its result could not be read: " + e.code() + ": " + e.detail();
        };
    }

    /** Returns whether to stop polling a command: its time limit and a grace period have passed. */
    private boolean isOver(PollClock.Stopwatch since) {
        return since.isPast(timeout.plus(GRACE));
    }

    /** Returns the cluster for reads that are not repeated beyond that time. */
    private Cluster limited(PollClock.Stopwatch since) {
        Duration left = timeout.plus(GRACE).minus(since.elapsed());
        return cluster.ehpc()
                .withRetriesFor(left.isNegative() ? Duration.ZERO : left)
                .cluster(cluster.id());
    }

    private static boolean passes(ApiException e) {
        return e.safeToRetry() && !e.isStopped();
    }

    private static Duration longer(Duration pause) {
        Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private boolean await(Submission submission, NodeRecords records, PollClock.Stopwatch since)
            throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            PollClock.Stopwatch look = clock.start();
            if (!isRunning(submission, records, since)) {
                return true;
            }
            if (isOver(since)) {
                return false;
            }
            clock.pause().of(atLeast(pause, look.elapsed()));
            pause = longer(pause);
        }
    }

    /** Where calls wait for their turn, other calls need it more: looks take up half of the time at most. */
    private static Duration atLeast(Duration pause, Duration look) {
        Duration bounded = look.compareTo(LONGEST_PAUSE_AFTER_LOOK) < 0 ? look : LONGEST_PAUSE_AFTER_LOOK;
        return pause.compareTo(bounded) < 0 ? bounded : pause;
    }

    private boolean isRunning(Submission submission, NodeRecords records, PollClock.Stopwatch since) {
        try {
            Optional<InvocationStatus> status = status(submission, limited(since));
            if (status.isPresent()) {
                return status.get().isRunning();
            }
            records.read(limited(since));
            return !records.areComplete();
        } catch (ApiException e) {
            boolean early = !since.isPast(SubmittedCommand.VISIBLE_WITHIN);
            boolean notYetVisible = early && e.httpStatus() == 404 && !e.code().equals("ClusterNotFound");
            if (notYetVisible || passes(e)) {
                return true;
            }
            throw e;
        }
    }

    /** Returns the status; empty if it cannot be read or is undocumented, so that the records decide. */
    private Optional<InvocationStatus> status(Submission submission, Cluster limited) {
        try {
            InvocationStatus status = limited.invocationStatus(submission.commandId());
            report(submission, status);
            return Optional.of(status).filter(InvocationStatus::isDocumented);
        } catch (ApiException e) {
            if (e.code().equals(ApiException.UNREADABLE)) {
                return Optional.empty();
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

    /** Returns the results of all nodes; the records of a command that has just ended may appear slightly after its status. */
    private List<NodeResult> results(NodeRecords records, boolean ended, PollClock.Stopwatch since)
            throws InterruptedException {
        PollClock.Stopwatch read = clock.start();
        patiently(records, since);
        for (int look = 1; ended && look < MOST_LOOKS && !records.areComplete(); look++) {
            clock.pause().of(atLeast(LOOK_AGAIN, read.elapsed()));
            read = clock.start();
            patiently(records, since);
        }
        return records.results(
                ended
                        ? "the service has no record of its end" + records.incomplete()
                        : "still running after its time limit");
    }

    /** A temporary refusal is no reason to give up the output of a command that has already run. */
    private void patiently(NodeRecords records, PollClock.Stopwatch since) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                records.read(limited(since));
                return;
            } catch (ApiException e) {
                if (!passes(e) || isOver(since)) {
                    throw e;
                }
                clock.pause().of(pause);
                pause = longer(pause);
            }
        }
    }
}
