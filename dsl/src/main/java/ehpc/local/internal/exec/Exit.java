package ehpc.local.internal.exec;

import java.time.Instant;

/**
 * The end of a command.
 *
 * @param kind the way it ended
 * @param code the exit code of its shell, 128 plus the signal's number if a signal ended it; -1 if it has none
 * @param output standard output and standard error in the order written; for {@link Kind#NOT_STARTED} the reason in UTF-8
 * @param finishedAt the time when it ended
 */
public record Exit(Kind kind, int code, byte[] output, Instant finishedAt) {

    /** The ways in which a command ends. */
    public enum Kind {
        /** Its shell ended by itself, with {@link Exit#code()}. */
        FINISHED,
        /** It exceeded its timeout and was ended. */
        TIMED_OUT,
        /** No process started; the output is the reason. */
        NOT_STARTED,
        /** It was ended by {@link Execution#kill()} or {@link NodeMachines#close()}. */
        KILLED
    }
}
