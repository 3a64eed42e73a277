package ehpc.local;

import ehpc.local.AnswerFault.CutBefore;
import ehpc.local.AnswerFault.LateAnswer;
import ehpc.local.AnswerFault.LostAnswer;
import ehpc.local.AnswerFault.Refusal;
import ehpc.local.AnswerFault.Reset;
import ehpc.local.CommandFault.ListedLate;
import ehpc.local.CommandFault.NodeDies;
import ehpc.local.CommandFault.PartFailure;
import ehpc.local.CommandFault.ResultsLate;
import ehpc.local.CommandFault.ResultsNever;
import ehpc.local.CommandFault.StatusLate;
import ehpc.local.PageFault.EmptyPage;
import ehpc.local.PageFault.ShiftedPage;
import ehpc.local.PageFault.ShortPage;
import ehpc.local.ServiceFault.ClockJump;
import ehpc.local.ServiceFault.ConnectionsRefused;
import ehpc.local.ServiceFault.NodeAppears;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A deliberate failure of a request. {@link Faults} selects the requests. Immutable.
 *
 * <p>A fault applies to a correctly signed request of an operation, before its parameters are checked. Latencies add up, and faults of
 * commands and of the service are independent of the others; of the {@linkplain AnswerFault faults of the answer} and the {@linkplain
 * PageFault faults of a page}, one each is played for a request.
 */
public sealed interface Fault permits Fault.Latency, AnswerFault, PageFault, CommandFault, ServiceFault {

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
     * Refuses the request with this error. {@link Refusal#withRetryAfter} adds the header that asks the client to wait, and
     * {@link Refusal#withCarriedOut} carries the request out before it is refused.
     *
     * @param httpStatus the answer's status, 400 to 599
     * @param code the error code
     * @param message the error message
     * @throws IllegalArgumentException if the status is out of range
     */
    static Refusal error(int httpStatus, String code, String message) {
        return new Refusal("error", httpStatus, code, message, Optional.empty(), false);
    }

    /** Refuses the request with 503 ServiceUnavailable. */
    static Refusal unavailable() {
        return refusal("unavailable", 503, "ServiceUnavailable", "the service is unavailable, try again later");
    }

    /** Refuses the request with 500 UnknownError; {@link Refusal#withCarriedOut} carries it out before. */
    static Refusal unknownError() {
        return refusal("unknownError", 500, "UnknownError", "the request failed for an unknown reason");
    }

    /** Refuses the request with 403 ConflictOpt, as the service does while another operation on the cluster is under way. */
    static Refusal conflict() {
        return refusal("conflict", 403, "ConflictOpt", "another operation is under way");
    }

    /** Refuses the request with 400 InvalidSecurityToken.Expired, as the service does when temporary credentials have expired. */
    static Refusal expiredToken() {
        return refusal("expiredToken", 400, "InvalidSecurityToken.Expired", "the security token has expired");
    }

    /** Refuses the request with 400 Throttling.User; {@link Refusal#withRetryAfter} tells the client how long to wait. */
    static Refusal throttled() {
        return throttled(400);
    }

    /**
     * Refuses the request as one too many.
     *
     * @param httpStatus 400 for 400 Throttling.User, 429 for 429 Throttling
     * @throws IllegalArgumentException if it is another status
     */
    static Refusal throttled(int httpStatus) {
        if (httpStatus != 400 && httpStatus != 429) {
            throw new IllegalArgumentException("status must be 400 or 429, is " + httpStatus);
        }
        String code = httpStatus == 400 ? "Throttling.User" : "Throttling";
        return refusal("throttled", httpStatus, code, "too many requests, try again later");
    }

    /** Returns a refusal whose message says that it is played on purpose. */
    private static Refusal refusal(String name, int httpStatus, String code, String message) {
        return new Refusal(name, httpStatus, code, "a fault on demand: " + message, Optional.empty(), false);
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

    /** Carries out the request, and sends a whole answer whose JSON does not end. */
    static LostAnswer brokenJson() {
        return new LostAnswer(LostAnswer.Kind.BROKEN_JSON);
    }

    /** Carries out the request, and sends an answer whose fields have wrong types. */
    static LostAnswer wrongTypes() {
        return new LostAnswer(LostAnswer.Kind.WRONG_TYPES);
    }

    /** Resets the connection (TCP RST). */
    static Reset reset(Reset.Moment moment) {
        return new Reset(moment);
    }

    /**
     * Refuses new connections after this request.
     *
     * @param duration the time until they are accepted again, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    static ConnectionsRefused connectionsRefused(Duration duration) {
        return new ConnectionsRefused(duration);
    }

    /** Sends a page of a list without its items. Applies to {@linkplain PageFault#OPERATIONS lists with pages} only. */
    static EmptyPage emptyPage() {
        return new EmptyPage();
    }

    /** Sends a page of a list with half of its items. Applies to {@linkplain PageFault#OPERATIONS lists with pages} only. */
    static ShortPage shortPage() {
        return new ShortPage();
    }

    /**
     * Shifts a page of a list, as if the list had changed. Applies to {@linkplain PageFault#OPERATIONS lists with pages} only.
     *
     * @param by the number of items that were added at the beginning; negative for removed ones
     * @throws IllegalArgumentException if it is 0
     */
    static ShiftedPage shiftedPage(int by) {
        return new ShiftedPage(by);
    }

    /**
     * Omits a new command from that many answers of ListCommands. Applies to InvokeShellCommand only.
     *
     * @throws IllegalArgumentException if {@code reads} is less than 1
     */
    static ListedLate listedLate(int reads) {
        return new ListedLate(reads);
    }

    /**
     * Does not find a new command in that many requests of ListInvocationStatus and ListInvocationResults. Applies to InvokeShellCommand
     * only.
     *
     * @throws IllegalArgumentException if {@code reads} is less than 1
     */
    static StatusLate statusLate(int reads) {
        return new StatusLate(reads);
    }

    /**
     * Omits the result of one of the command's nodes from that many answers of ListInvocationResults. Applies to InvokeShellCommand only.
     *
     * @throws IllegalArgumentException if {@code reads} is less than 1
     */
    static ResultsLate resultsLate(int reads) {
        return new ResultsLate(reads);
    }

    /** Omits the result of one of the command's nodes from every answer. Applies to InvokeShellCommand only. */
    static ResultsNever resultsNever() {
        return new ResultsNever();
    }

    /** Adds a compute node to the listed cluster. Applies to ListNodes and ListNodesByQueue only. */
    static NodeAppears nodeAppears() {
        return new NodeAppears();
    }

    /**
     * Checks the time stamp of the request with a clock that is off.
     *
     * @param offset the difference from the correct time, negative for a clock that is slow
     * @throws IllegalArgumentException if it is 0
     */
    static ClockJump clockJump(Duration offset) {
        return new ClockJump(offset);
    }

    /** Starts the command on some of its nodes, and refuses the request with 409 PartFailure. Applies to InvokeShellCommand only. */
    static PartFailure partFailure() {
        return new PartFailure();
    }

    /** Fails one of the command's nodes while the command runs there. Applies to InvokeShellCommand only. */
    static NodeDies nodeDies() {
        return new NodeDies();
    }
}
