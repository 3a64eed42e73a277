package ehpc.local;

import ehpc.local.AnswerFault.CutBefore;
import ehpc.local.AnswerFault.LateAnswer;
import ehpc.local.AnswerFault.LostAnswer;
import ehpc.local.AnswerFault.Refusal;
import ehpc.local.CommandFault.ListedLate;
import ehpc.local.CommandFault.NodeDies;
import java.time.Duration;
import java.util.Set;

/**
 * A deliberate failure of a request. {@link Faults} selects the requests. Immutable.
 *
 * <p>A fault applies to a correctly signed request of an operation, before its parameters are checked. Latencies add up, and faults of
 * commands come on top; of the {@linkplain AnswerFault faults of the answer}, one is played for a request.
 */
public sealed interface Fault permits Fault.Latency, AnswerFault, CommandFault {

    /** Returns its name, that of its factory here: {@code lostAnswer}. The log of requests and fault files use it. */
    String name();

    /** Returns the operations on which it can be played; empty for every operation. */
    default Set<String> operations() {
        return Set.of();
    }

    /**
     * The request is answered later.
     *
     * @param delay the delay, not negative
     */
    record Latency(Duration delay) implements Fault {
        /**
         * Checks the delay.
         *
         * @throws IllegalArgumentException if the delay is negative
         */
        public Latency {
            FaultRange.notNegative("delay", delay);
        }

        @Override
        public String name() {
            return "latency";
        }
    }

    /**
     * Delays the request.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    static Latency latency(Duration delay) {
        return new Latency(delay);
    }

    /**
     * Refuses the request with this error.
     *
     * @param httpStatus the answer's status, 400 to 599
     * @param code the error code
     * @param message the error message
     * @throws IllegalArgumentException if the status is out of range
     */
    static Refusal error(int httpStatus, String code, String message) {
        return new Refusal("error", httpStatus, code, message);
    }

    /** Refuses the request with 503 ServiceUnavailable. */
    static Refusal unavailable() {
        return new Refusal(
                "unavailable",
                503,
                "ServiceUnavailable",
                "a fault on demand: the service is unavailable, try again later");
    }

    /** Refuses the request with 400 Throttling.User. */
    static Refusal throttled() {
        return new Refusal(
                "throttled", 400, "Throttling.User", "a fault on demand: too many requests, try again later");
    }

    /** Ends the connection without carrying out the request. */
    static CutBefore cutBefore() {
        return new CutBefore();
    }

    /**
     * Carries out the request at once, and delays the answer.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    static LateAnswer lateAnswer(Duration delay) {
        return new LateAnswer(delay);
    }

    /** Carries out the request, and ends the connection without an answer. */
    static LostAnswer lostAnswer() {
        return new LostAnswer(LostAnswer.Kind.NOTHING);
    }

    /** Carries out the request, and sends half of its answer. */
    static LostAnswer halfAnswer() {
        return new LostAnswer(LostAnswer.Kind.HALF);
    }

    /** Carries out the request, and answers with a page that is not from the service. */
    static LostAnswer otherPage() {
        return new LostAnswer(LostAnswer.Kind.OTHER_PAGE);
    }

    /**
     * Omits a new command from that many answers of ListCommands. Applies to InvokeShellCommand only.
     *
     * @throws IllegalArgumentException if {@code looks} is less than 1
     */
    static ListedLate listedLate(int looks) {
        return new ListedLate(looks);
    }

    /** Fails one of the command's nodes while the command runs there. Applies to InvokeShellCommand only. */
    static NodeDies nodeDies() {
        return new NodeDies();
    }
}
