package ehpc;

import java.util.Map;
import java.util.OptionalInt;

/**
 * A record of ListInvocationResults: what the service knows of a command on one node.
 *
 * @param commandId the command
 * @param nodeId the node
 * @param status InvokeRecordStatus: Finished, Running, Failed or Stopped; empty when absent
 * @param success Success; null when absent
 * @param exitCode ExitCode; empty when absent
 * @param message what the command wrote
 * @param finishedTime when it ended, UTC, such as {@code 2021-09-06T09:14:56Z}; empty when absent
 */
public record InvocationResult(
        String commandId,
        String nodeId,
        String status,
        Boolean success,
        OptionalInt exitCode,
        String message,
        String finishedTime) {

    static InvocationResult of(Map<String, Object> entry) {
        Fields f = new Fields(entry);
        return new InvocationResult(
                f.text("CommandId"),
                f.text("InstanceId"),
                f.text("InvokeRecordStatus"),
                f.has("Success") ? Boolean.valueOf(f.flag("Success")) : null,
                f.whole("ExitCode"),
                f.text("Message"),
                f.text("FinishedTime"));
    }

    /** The same record with an equal text in place of its own. */
    InvocationResult withMessage(String equal) {
        return new InvocationResult(commandId, nodeId, status, success, exitCode, equal, finishedTime);
    }

    /** What that means; see the table of {@link Outcome#of}. */
    public Outcome outcome() {
        return Outcome.of(status, success, exitCode.isPresent() ? exitCode.getAsInt() : null);
    }

    /** The three fields that decide the outcome, for a message. */
    String state() {
        return (status.isEmpty() ? "without status" : status) + ", success " + success + ", exit code "
                + (exitCode.isPresent() ? exitCode.getAsInt() : "absent");
    }
}
