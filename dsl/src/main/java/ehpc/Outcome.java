package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.math.BigInteger;

/** What became of a command on one node. */
@WordsOf(
        value = WordPlace.OUTCOME,
        form = "OUTCOME.%s",
        given = "def r = run 'hostname' on nodes.compute",
        example = "println r['compute000'].outcome.%s")
public enum Outcome {
    /** It ran and ended with exit code 0. */
    OK("ok"),
    /** It ran and ended with another exit code. */
    FAILED("failed"),
    /** It was ended because its time was over. */
    TIMED_OUT("timed-out"),
    /** It never began on this node. */
    NOT_DELIVERED("not-delivered"),
    /** It may have run; what came of it is not known. */
    UNKNOWN("unknown"),
    /** It was not sent to this node. */
    NOT_RUN("not-run");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for people and records, such as {@code timed-out}. */
    @WordFacts("The outcome as records and tables write it, such as timed-out.")
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The outcome of a record of ListInvocationResults. The table:
     *
     * <table>
     * <caption>Outcome by record</caption>
     * <tr><th>InvokeRecordStatus</th><th>Success</th><th>ExitCode</th><th>outcome</th></tr>
     * <tr><td>Finished</td><td>any</td><td>not 0</td><td>failed</td></tr>
     * <tr><td>Finished</td><td>true or absent</td><td>0</td><td>ok</td></tr>
     * <tr><td>Finished</td><td>true</td><td>absent</td><td>ok</td></tr>
     * <tr><td>Finished</td><td>false</td><td>0</td><td>unknown: the record contradicts itself</td></tr>
     * <tr><td>Finished</td><td>false or absent</td><td>absent</td><td>unknown</td></tr>
     * <tr><td>Stopped</td><td>any</td><td>any</td><td>timed-out: nothing but the time limit stops a command</td></tr>
     * <tr><td>Failed</td><td>any</td><td>any</td><td>not-delivered</td></tr>
     * <tr><td>Running, other, absent</td><td>any</td><td>any</td><td>unknown</td></tr>
     * </table>
     *
     * <p>Absent is a field that the record leaves out, or that is null or blank. Where a field decides and is there and cannot be read (an
     * exit code {@code 3.5}, {@code abc} or {@code true}), the outcome is unknown; see {@link InvocationResult}.
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

    /** The word. */
    @Override
    public String toString() {
        return word;
    }
}
