package ehpc;

import ehpc.api.ApiException;
import ehpc.api.IncompleteListException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The service's records of one command, merged over several reads: one read may contain what another missed. The list is read as a stream
 * and may be incomplete; the records that arrive still count, and a node without one is unknown.
 */
final class NodeRecords {

    private final Submission submission;
    private final Duration timeout;
    private final Map<String, String> texts;
    private final Map<String, InvocationResult> byNode = new HashMap<>();
    private String incomplete = "";

    NodeRecords(Submission submission, Duration timeout, Map<String, String> texts) {
        this.submission = submission;
        this.timeout = timeout;
        this.texts = texts;
    }

    /** Reads every page from the cluster. */
    void read(Cluster cluster) {
        incomplete = "";
        try {
            cluster.invocationRecords(submission.commandId()).forEach(this::add);
        } catch (ApiException e) {
            if (!(e instanceof IncompleteListException) && !e.code().equals(ApiException.UNREADABLE)) {
                throw e;
            }
            incomplete = ": " + e.detail();
        }
    }

    private void add(InvocationResult record) {
        boolean other = !record.commandId().isEmpty() && !record.commandId().equals(submission.commandId());
        if (!other) {
            InvocationResult own = record.withMessage(texts.computeIfAbsent(record.message(), Function.identity()));
            byNode.merge(record.nodeId(), own, InvocationResult::and);
        }
    }

    /** Returns whether the command has ended on every node. */
    boolean areComplete() {
        return submission.nodes().stream().allMatch(node -> hasEnded(node.id()));
    }

    private boolean hasEnded(String node) {
        return byNode.containsKey(node) && byNode.get(node).hasEnded();
    }

    /** Returns a result for each node: from its record, or unknown with the given reason. */
    List<NodeResult> results(String missing) {
        return submission.nodes().stream()
                .map(node -> hasEnded(node.id())
                        ? NodeResult.of(node, byNode.get(node.id()).limitedTo(timeout))
                        : NodeResult.without(node, Outcome.UNKNOWN, missing, submission.commandId()))
                .toList();
    }

    /** Returns why the last list is incomplete, after a colon; empty if it is complete. */
    String incomplete() {
        return incomplete;
    }
}
