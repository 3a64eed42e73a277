package ehpc.local.internal.command;

import ehpc.local.internal.exec.Exit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The result of a command on one node; also its form in the file. The service does not document the states of ended commands; the package
 * description of {@code ehpc.local} has the table that this class follows.
 *
 * @param exitCode the exit code; -1 if the command did not start
 * @param message the output of the command, or the reason why it did not start
 */
public record Result(String node, InvokeStatus status, int exitCode, Instant finished, String message) {

    private static final int NOT_STARTED_CODE = -1;
    private static final int TIMED_OUT = 124;
    private static final int KILLED = 137;

    public boolean success() {
        return status == InvokeStatus.FINISHED && exitCode == 0;
    }

    static Result of(String node, Exit exit, String reason) {
        String output = new String(exit.output(), StandardCharsets.UTF_8);
        Instant at = exit.finishedAt();
        return switch (exit.kind()) {
            case FINISHED -> new Result(node, InvokeStatus.FINISHED, exit.code(), at, output);
            case TIMED_OUT -> new Result(node, InvokeStatus.STOPPED, TIMED_OUT, at, output);
            case NOT_STARTED -> notStarted(node, output, at);
            case KILLED -> killed(node, output, reason, at);
        };
    }

    static Result notStarted(String node, String reason, Instant at) {
        return new Result(node, InvokeStatus.FAILED, NOT_STARTED_CODE, at.truncatedTo(ChronoUnit.MILLIS), reason);
    }

    static Result killed(String node, String output, String reason, Instant at) {
        String separated = output.isEmpty() || output.endsWith("\n") ? output : output + "\n";
        return new Result(node, InvokeStatus.FINISHED, KILLED, at.truncatedTo(ChronoUnit.MILLIS), separated + reason);
    }
}
