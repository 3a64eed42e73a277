package ehpc.repl.internal.result;

import ehpc.Outcome;
import ehpc.RunFailedException;
import ehpc.RunResult;
import java.util.Arrays;
import java.util.Set;

/** {@code --maxrc}: the greatest exit code of any command on any node becomes that of ehpc. Safe for use by several threads. */
public final class MaxExitCode {

    private static final int TIMED_OUT = 124;
    private static final int MOST = 255;
    private static final Set<Outcome> ENDED = Set.of(Outcome.OK, Outcome.FAILED, Outcome.TIMED_OUT);

    private int greatest;

    /** A run has ended. */
    public synchronized void ran(RunResult result) {
        result.forEach(node -> greatest = Math.max(
                greatest,
                switch (node.outcome()) {
                    case FAILED -> byteOf(node.getExitCode());
                    case TIMED_OUT -> TIMED_OUT;
                    default -> 0;
                }));
    }

    /** A process can only end with 0 to 255; any other code must not become 0. */
    private static int byteOf(Number code) {
        return code == null || code.longValue() < 0 || code.longValue() > MOST ? MOST : code.intValue();
    }

    /** Returns the greatest exit code so far; 0 when there is none. */
    public synchronized int greatest() {
        return greatest;
    }

    /** Returns whether a script that was stopped by this was stopped by nothing but commands that ended. */
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
