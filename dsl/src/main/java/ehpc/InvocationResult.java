package ehpc;

import ehpc.api.ApiException;
import ehpc.api.RecordFields;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A record of ListInvocationResults: the state of a command on one node.
 *
 * @param commandId the command
 * @param nodeId the node
 * @param status InvokeRecordStatus: Finished, Running, Failed or Stopped; empty when absent or not readable
 * @param success Success; null when absent or not readable
 * @param exitCode ExitCode; empty when absent, not readable or beyond 64 bits
 * @param message the output of the command
 * @param finishedTime when it ended, UTC, such as {@code 2021-09-06T09:14:56Z}; empty when absent
 * @param outcome the outcome, by the table of {@link Outcome#of}; unknown if it depends on an unreadable field
 * @param detail the reason for an outcome that is neither ok nor failed, or an exit code beyond 64 bits; else empty
 */
public record InvocationResult(
        String commandId,
        String nodeId,
        String status,
        Boolean success,
        OptionalLong exitCode,
        String message,
        String finishedTime,
        Outcome outcome,
        String detail) {

    /** A field that decides the outcome: its value, null if absent, or the reason why it is unreadable. */
    private record Decisive<T>(T value, String unreadable) {

        static <T> Decisive<T> of(RecordFields record, Function<RecordFields, Optional<T>> reader) {
            try {
                return new Decisive<>(reader.apply(record).orElse(null), "");
            } catch (ApiException e) {
                return new Decisive<>(null, e.detail());
            }
        }
    }

    static InvocationResult of(RecordFields record) {
        Decisive<String> status = Decisive.of(record, f -> Optional.of(f.text("InvokeRecordStatus")));
        Decisive<Boolean> success = Decisive.of(record, f -> f.choice("Success"));
        Decisive<BigInteger> exitCode = Decisive.of(record, f -> f.integer("ExitCode"));
        String unreadable = unreadable(status, success, exitCode);
        Outcome outcome =
                unreadable.isEmpty() ? Outcome.of(status.value(), success.value(), exitCode.value()) : Outcome.UNKNOWN;
        InvocationResult result = new InvocationResult(
                text(record, "CommandId"),
                text(record, "InstanceId"),
                status.value() == null ? "" : status.value(),
                success.value(),
                bounded(exitCode.value()),
                text(record, "Message"),
                text(record, "FinishedTime"),
                outcome,
                "");
        return result.with(outcome, unreadable.isEmpty() ? result.why(exitCode.value()) : unreadable);
    }

    /** Returns the first unreadable field that the outcome depends on; null if the readable fields decide. */
    private static String unreadable(
            Decisive<String> status, Decisive<Boolean> success, Decisive<BigInteger> exitCode) {
        if (!status.unreadable().isEmpty()) {
            return status.unreadable();
        }
        if (!status.value().equals("Finished")) {
            return "";
        }
        boolean failed = exitCode.value() != null && exitCode.value().signum() != 0;
        return exitCode.unreadable().isEmpty() && !failed ? success.unreadable() : exitCode.unreadable();
    }

    private static String text(RecordFields record, String field) {
        String text = Decisive.of(record, f -> Optional.of(f.text(field))).value();
        return text == null ? "" : text;
    }

    private static OptionalLong bounded(BigInteger number) {
        return number == null || number.bitLength() >= Long.SIZE
                ? OptionalLong.empty()
                : OptionalLong.of(number.longValue());
    }

    private String why(BigInteger code) {
        return switch (outcome) {
            case UNKNOWN ->
                "the service's record is " + (status.isEmpty() ? "without status" : status) + ", success " + success
                        + ", exit code " + (code == null ? "absent" : code);
            case TIMED_OUT -> "its time limit expired";
            case NOT_DELIVERED -> "the service reports that it did not start";
            case FAILED -> exitCode.isEmpty() ? "exit code " + code : "";
            default -> "";
        };
    }

    /** Returns this record for a command with a known time limit. */
    InvocationResult limitedTo(Duration limit) {
        return outcome == Outcome.TIMED_OUT
                ? with(outcome, "its time limit of " + RunStep.words(limit) + " expired")
                : this;
    }

    private InvocationResult with(Outcome other, String why) {
        return new InvocationResult(commandId, nodeId, status, success, exitCode, message, finishedTime, other, why);
    }

    /** Returns this record with an equal text instance. */
    InvocationResult withMessage(String equal) {
        return new InvocationResult(commandId, nodeId, status, success, exitCode, equal, finishedTime, outcome, detail);
    }

    /** Returns whether the command has ended on the node, successfully or not. */
    boolean hasEnded() {
        return !status.equals("Running");
    }

    /** Combines this record and a later one of the same node: an ended command stays ended, and two ends must agree. */
    InvocationResult and(InvocationResult later) {
        if (!hasEnded() || !later.hasEnded()) {
            return hasEnded() ? this : later;
        }
        boolean same = outcome == later.outcome && exitCode.equals(later.exitCode);
        return same
                ? later
                : later.with(
                        Outcome.UNKNOWN,
                        "the service has two records of it: " + summary() + ", and " + later.summary());
    }

    private String summary() {
        return outcome + (exitCode.isPresent() ? " with exit code " + exitCode.getAsLong() : "");
    }
}
