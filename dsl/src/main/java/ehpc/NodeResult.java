package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.Node;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The result of a command on one node. Not a record: for a value of unknown type, Groovy would read the component instead of
 * {@link #getExitCode}.
 */
@WordsOf(
        value = WordPlace.NODE_RESULT,
        form = "RESULT['NAME'].%s",
        given = "def r = run 'hostname' on nodes.compute",
        example = "println r['compute000'].%s",
        first = "node outcome ok exitCode")
public final class NodeResult {

    private final Node node;
    private final Outcome outcome;
    private final OptionalLong exitCode;
    private final String output;
    private final String detail;
    private final String commandId;
    private final String finishedTime;

    /**
     * Creates a result.
     *
     * @param node the node
     * @param outcome the outcome
     * @param exitCode the exit code that the service recorded; empty if it recorded none, or one beyond 64 bits, which the detail contains
     * @param output the output of the command, as the service recorded it; empty if it did not run
     * @param detail the reason for an outcome that is neither ok nor failed, or an exit code beyond 64 bits; else empty
     * @param commandId the command id; empty if the command was not sent
     * @param finishedTime the end time, as the service recorded it; empty if unknown
     */
    public NodeResult(
            Node node,
            Outcome outcome,
            OptionalLong exitCode,
            String output,
            String detail,
            String commandId,
            String finishedTime) {
        this.node = node;
        this.outcome = outcome;
        this.exitCode = exitCode;
        this.output = output;
        this.detail = detail;
        this.commandId = commandId;
        this.finishedTime = finishedTime;
    }

    /** Returns the result of a node without a record, with the reason. */
    static NodeResult without(Node node, Outcome outcome, String detail, String commandId) {
        return new NodeResult(node, outcome, OptionalLong.empty(), "", detail, commandId, "");
    }

    /** Returns the result that the record of a node describes. */
    static NodeResult of(Node node, InvocationResult record) {
        Outcome outcome = record.outcome();
        return new NodeResult(
                node,
                outcome,
                outcome == Outcome.OK || outcome == Outcome.FAILED ? record.exitCode() : OptionalLong.empty(),
                record.message(),
                record.detail(),
                record.commandId(),
                record.finishedTime());
    }

    /** Returns the node. */
    @WordFacts(value = "The node of this result.", property = true)
    public Node node() {
        return node;
    }

    /** Returns the outcome: one of six. */
    @WordFacts(
            value = "The outcome of the command on the node: OK, FAILED, TIMED_OUT, NOT_DELIVERED, UNKNOWN or NOT_RUN.",
            property = true)
    public Outcome outcome() {
        return outcome;
    }

    /** Returns the exit code that the service recorded; empty if it recorded none, or one beyond 64 bits, which the detail contains. */
    public OptionalLong exitCode() {
        return exitCode;
    }

    /** Returns the output of the command, as the service recorded it; empty if it did not run. */
    @WordFacts(value = "The output of the command.", property = true)
    public String output() {
        return output;
    }

    /** Returns the reason of an outcome that is neither ok nor failed, or an exit code beyond 64 bits; else empty. */
    @WordFacts(value = "The reason, if the outcome is neither ok nor failed.", property = true)
    public String detail() {
        return detail;
    }

    /** Returns the command id; empty if the command was not sent. */
    @WordFacts(value = "The service's id of the command that was sent.", property = true)
    public String commandId() {
        return commandId;
    }

    /** Returns the end time, as the service recorded it; empty if unknown. */
    @WordFacts(value = "The time when the command ended, as reported by the service.", property = true)
    public String finishedTime() {
        return finishedTime;
    }

    /**
     * Returns the exit code for scripts, where {@code r['compute000'].exitCode} is a number: an Integer, or a Long if it exceeds 32 bits;
     * null if the service recorded none.
     */
    @WordFacts("The command's exit code; null if it has none.")
    public Number getExitCode() {
        return exitCode.isEmpty() ? null : number(exitCode.getAsLong());
    }

    /** Returns an Integer if it fits, because map keys and list elements usually are. */
    private static Number number(long code) {
        return code == (int) code ? (Number) (int) code : (Number) code;
    }

    /**
     * Returns the record of this node for programs: {@code cluster}, {@code commandId}, {@code node}, {@code id}, {@code outcome},
     * {@code exitCode} (null if missing), {@code output}, {@code detail}, {@code finishedTime}. Jackson serializes a result as this record.
     */
    @WordFacts(value = "The node's record for programs: a map.", example = "println r['compute000'].record().outcome")
    @JsonValue
    public Map<String, Object> record() {
        return record(Map.of());
    }

    /** Returns the record with additional fields after the cluster. */
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

    /** Returns whether the command ended with exit code 0. */
    @WordFacts("Whether the command ended with exit code 0.")
    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    /** Returns the outcome for people, such as {@code failed: exit code 2}. */
    @WordFacts("The outcome in words.")
    public String summary() {
        String more = exitCode.isPresent() && outcome == Outcome.FAILED ? "exit code " + exitCode.getAsLong() : detail;
        return more.isEmpty() ? outcome.word() : outcome.word() + ": " + more;
    }

    /** Returns a key that is equal for results that look the same to a reader. */
    Object likeness() {
        return List.of(outcome, exitCode, output, detail);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeResult result && facts().equals(result.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    private List<Object> facts() {
        return Arrays.asList(node, outcome, exitCode, output, detail, commandId, finishedTime);
    }

    @Override
    public String toString() {
        return Objects.toString(node) + " " + summary();
    }
}
