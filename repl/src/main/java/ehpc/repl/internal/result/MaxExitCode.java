package ehpc.repl.internal.result;

import ehpc.Outcome;
import ehpc.RunFailedException;
import ehpc.RunResult;
import java.util.Arrays;
import java.util.Set;

/** {@code --maxrc}: the greatest exit code of any command on any node becomes that of ehpc. Thread-safe. */
public final class MaxExitCode {

    private static final int TIMED_OUT = 124;
    private static final int MOST = 255;
    private static final Set<Outcome> ENDED = Set.of(Outcome.OK, Outcome.FAILED, Outcome.TIMED_OUT);

    private int greatest;

    /** Adds the exit codes of a run. */
    public synchronized void ran(RunResult result) {
        result.forEach(node -> greatest = Math.max(
                greatest,
                switch (node.outcome()) {
                    case FAILED -> byteOf(node.getExitCode());
                    case TIMED_OUT -> TIMED_OUT;
                    default -> 0;
                }));
    }

    /** Maps any other code than 0 to 255, the range of a process, to 255. */
    private static int byteOf(Number code) {
        return code == null || code.longValue() < 0 || code.longValue() > MOST ? MOST : code.intValue();
    }

    /** Returns the greatest exit code so far, at least 0. */
    public synchronized int greatest() {
        return greatest;
    }

    /** Returns whether a script failed only because of commands that have ended. */
    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null
                && hasEnded(cause)
                && Arrays.stream(cause.getSuppressed()).allMatch(MaxExitCode::hasEnded);
    }

    private static boolean hasEnded(Throwable cause) {
        return cause instanceof RunFailedException run
                && ENDED.containsAll(run.result().counts().keySet());
    }
}
