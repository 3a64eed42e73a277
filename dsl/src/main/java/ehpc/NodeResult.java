package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What came of a command on one node.
 *
 * @param node where
 * @param outcome what became of it
 * @param exitCode the exit code that the service recorded; empty when it recorded none
 * @param output what the command wrote, as the service recorded it; empty when it ran nowhere
 * @param detail why, for an outcome that is neither ok nor failed; else empty
 * @param commandId the service's id of the command; empty when it was not sent
 * @param finishedTime when it ended, as the service wrote it; empty when not known
 */
public record NodeResult(
        Node node,
        Outcome outcome,
        OptionalInt exitCode,
        String output,
        String detail,
        String commandId,
        String finishedTime) {

    /** A node without a record: nothing is known but why. */
    static NodeResult without(Node node, Outcome outcome, String detail, String commandId) {
        return new NodeResult(node, outcome, OptionalInt.empty(), "", detail, commandId, "");
    }

    /** Reads the record of a node. */
    static NodeResult of(Node node, InvocationResult record) {
        Outcome outcome = record.outcome();
        String detail = outcome == Outcome.UNKNOWN ? "the service's record is " + record.state() : "";
        return new NodeResult(
                node,
                outcome,
                outcome == Outcome.OK || outcome == Outcome.FAILED ? record.exitCode() : OptionalInt.empty(),
                record.message(),
                detail,
                record.commandId(),
                record.finishedTime());
    }

    /** The exit code for scripts, where {@code r['compute000'].exitCode} is a number; null when the service recorded none. */
    public Integer getExitCode() {
        return exitCode.isPresent() ? exitCode.getAsInt() : null;
    }

    /**
     * The record of this node, as programs read it: {@code cluster}, {@code commandId}, {@code node}, {@code id}, {@code outcome},
     * {@code exitCode} (null where there is none), {@code output}, {@code detail}, {@code finishedTime}. Jackson writes a result as this.
     */
    @JsonValue
    public Map<String, Object> record() {
        return record(Map.of());
    }

    /** The record with more in it, behind the cluster. */
    Map<String, Object> record(Map<String, Object> ofRun) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("cluster", node.clusterId());
        record.putAll(ofRun);
        record.put("commandId", commandId);
        record.put("node", node.name());
        record.put("id", node.id());
        record.put("outcome", outcome.word());
        record.put("exitCode", getExitCode());
        record.put("output", output);
        record.put("detail", detail);
        record.put("finishedTime", finishedTime);
        return record;
    }

    /** Whether the command ended with exit code 0. */
    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    /** The outcome for people, such as {@code failed: exit code 2}. */
    public String summary() {
        String more = outcome == Outcome.FAILED
                ? "exit code " + (exitCode.isPresent() ? exitCode.getAsInt() : "unknown")
                : detail;
        return more.isEmpty() ? outcome.word() : outcome.word() + ": " + more;
    }

    /** What makes results look the same to a reader. */
    Object likeness() {
        return List.of(outcome, exitCode, output, detail);
    }

    @Override
    public String toString() {
        return Objects.toString(node) + " " + summary();
    }
}
