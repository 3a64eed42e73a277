package ehpc.local.internal.command;

import ehpc.local.internal.exec.Exit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How a command ended on one node; also its form on disk. The service's documents do not say which state goes with which end;
 * {@code ehpc.local}'s package description has the table that this follows.
 *
 * @param exitCode -1 when the command never began
 * @param message what the command wrote, or why there is nothing
 */
public record Result(String node, InvokeStatus status, int exitCode, Instant finished, String message) {

    private static final int NEVER_BEGAN = -1;
    private static final int TIMED_OUT = 124;
    private static final int KILLED = 137;

    public boolean success() {
        return status == InvokeStatus.FINISHED && exitCode == 0;
    }

    static Result of(String node, Exit exit, String whyKilled) {
        String output = new String(exit.output(), StandardCharsets.UTF_8);
        Instant at = exit.finishedAt();
        return switch (exit.kind()) {
            case FINISHED -> new Result(node, InvokeStatus.FINISHED, exit.code(), at, output);
            case TIMED_OUT -> new Result(node, InvokeStatus.STOPPED, TIMED_OUT, at, output);
            case NOT_STARTED -> neverBegan(node, output, at);
            case KILLED -> killed(node, output, whyKilled, at);
        };
    }

    static Result neverBegan(String node, String why, Instant at) {
        return new Result(node, InvokeStatus.FAILED, NEVER_BEGAN, at.truncatedTo(ChronoUnit.MILLIS), why);
    }

    static Result killed(String node, String output, String why, Instant at) {
        String separated = output.isEmpty() || output.endsWith("\n") ? output : output + "\n";
        return new Result(node, InvokeStatus.FINISHED, KILLED, at.truncatedTo(ChronoUnit.MILLIS), separated + why);
    }
}
