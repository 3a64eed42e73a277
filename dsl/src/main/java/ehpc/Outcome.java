package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.math.BigInteger;

/** The outcome of a command on one node. */
@WordsOf(
        value = WordPlace.OUTCOME,
        form = "OUTCOME.%s",
        given = "def r = run 'hostname' on nodes.compute",
        example = "println r['compute000'].outcome.%s")
public enum Outcome {
    /** The command ended with exit code 0. */
    OK("ok"),
    /** The command ended with another exit code. */
    FAILED("failed"),
    /** The command was ended by its time limit. */
    TIMED_OUT("timed-out"),
    /** The command never started on this node. */
    NOT_DELIVERED("not-delivered"),
    /** The command may have run; its outcome is unknown. */
    UNKNOWN("unknown"),
    /** The command was not sent to this node. */
    NOT_RUN("not-run");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** Returns the word for people and records, such as {@code timed-out}. */
    @WordFacts("The outcome as records and tables write it, such as timed-out.")
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * Returns the outcome of a record of ListInvocationResults, by this table:
     *
     * <table>
     * <caption>Outcome by record</caption>
     * <tr><th>InvokeRecordStatus</th><th>Success</th><th>ExitCode</th><th>outcome</th></tr>
     * <tr><td>Finished</td><td>any</td><td>not 0</td><td>failed</td></tr>
     * <tr><td>Finished</td><td>true or absent</td><td>0</td><td>ok</td></tr>
     * <tr><td>Finished</td><td>true</td><td>absent</td><td>ok</td></tr>
     * <tr><td>Finished</td><td>false</td><td>0</td><td>unknown: the record contradicts itself</td></tr>
     * <tr><td>Finished</td><td>false or absent</td><td>absent</td><td>unknown</td></tr>
     * <tr><td>Stopped</td><td>any</td><td>any</td><td>timed-out: only the time limit stops a command</td></tr>
     * <tr><td>Failed</td><td>any</td><td>any</td><td>not-delivered</td></tr>
     * <tr><td>Running, other, absent</td><td>any</td><td>any</td><td>unknown</td></tr>
     * </table>
     *
     * <p>A field is absent if it is missing, null or blank. If the deciding field is unreadable (an exit code {@code 3.5}, {@code abc} or
     * {@code true}), the outcome is unknown; see {@link InvocationResult}.
     *
     * @param recordStatus InvokeRecordStatus, may be null
     * @param success Success, may be null
     * @param exitCode ExitCode, of any size, may be null
     */
    public static Outcome of(String recordStatus, Boolean success, BigInteger exitCode) {
        return switch (recordStatus == null ? "" : recordStatus) {
            case "Finished" -> finished(success, exitCode);
            case "Stopped" -> TIMED_OUT;
            case "Failed" -> NOT_DELIVERED;
            default -> UNKNOWN;
        };
    }

    private static Outcome finished(Boolean success, BigInteger exitCode) {
        if (exitCode == null) {
            return Boolean.TRUE.equals(success) ? OK : UNKNOWN;
        }
        if (exitCode.signum() != 0) {
            return FAILED;
        }
        return Boolean.FALSE.equals(success) ? UNKNOWN : OK;
    }

    /** Returns the word. */
    @Override
    public String toString() {
        return word;
    }
}
