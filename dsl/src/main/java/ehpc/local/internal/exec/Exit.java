package ehpc.local.internal.exec;

import java.time.Instant;

/**
 * How a command ended.
 *
 * @param kind which way it ended
 * @param code the exit code of its shell, 128 plus the signal's number when a signal ended it; -1 when it has none
 * @param output standard output and standard error as they were written, for {@link Kind#NOT_STARTED} the reason in UTF-8
 * @param finishedAt when it ended
 */
public record Exit(Kind kind, int code, byte[] output, Instant finishedAt) {

    /** The ways in which a command ends. */
    public enum Kind {
        /** Its shell ended by itself, with {@link Exit#code()}. */
        FINISHED,
        /** It took longer than its timeout and was ended. */
        TIMED_OUT,
        /** No process ran; the reason is the output. */
        NOT_STARTED,
        /** It was ended by {@link Execution#kill()} or {@link NodeMachines#close()}. */
        KILLED
    }
}
