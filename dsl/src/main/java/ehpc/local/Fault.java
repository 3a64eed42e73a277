package ehpc.local;

import java.time.Duration;
import java.util.Objects;

/**
 * A deliberate failure of a request. {@link Faults} selects the requests.
 *
 * <p>A fault applies to a correctly signed request of an operation, before its parameters are checked.
 */
public sealed interface Fault {

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
            if (delay.isNegative()) {
                throw new IllegalArgumentException("latency must be at least 0, is " + delay);
            }
        }
    }

    /**
     * The request is refused and not carried out.
     *
     * @param httpStatus the answer's status, 400 to 599
     * @param code the error code
     * @param message the error message
     */
    record Refusal(int httpStatus, String code, String message) implements Fault {
        /**
         * Checks the status.
         *
         * @throws IllegalArgumentException if the status is not an error status
         */
        public Refusal {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
            if (httpStatus < 400 || httpStatus > 599) {
                throw new IllegalArgumentException("status must be 400 to 599, is " + httpStatus);
            }
        }
    }

    /** The connection ends without an answer, and the request is not carried out. */
    record CutBefore() implements Fault {}

    /**
     * The request is carried out at once and its answer arrives later.
     *
     * @param delay the delay, not negative
     */
    record LateAnswer(Duration delay) implements Fault {
        /**
         * Checks the delay.
         *
         * @throws IllegalArgumentException if the delay is negative
         */
        public LateAnswer {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("an answer must be late by at least 0, is " + delay);
            }
        }
    }

    /**
     * The request is carried out and its answer does not arrive intact.
     *
     * @param kind what arrives instead
     */
    record LostAnswer(Kind kind) implements Fault {

        /** The substitute for the answer. */
        public enum Kind {
            /** Nothing: the connection ends. */
            NOTHING,
            /** The first half: the connection ends in the middle. */
            HALF,
            /** An error page of an intermediary, status 502, not an E-HPC answer. */
            OTHER_PAGE
        }
    }

    /**
     * A command is missing from ListCommands at first. Acts on InvokeShellCommand only.
     *
     * @param looks how many answers of ListCommands omit it, at least 1
     */
    record ListedLate(int looks) implements Fault {
        /**
         * Checks the count.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public ListedLate {
            if (looks < 1) {
                throw new IllegalArgumentException("looks must be at least 1, is " + looks);
            }
        }
    }

    /**
     * One of the command's nodes, chosen by the seed, fails while the command runs there: its processes end and its status becomes
     * {@code exception}. Applies to InvokeShellCommand only.
     */
    record NodeDies() implements Fault {}

    /** Delays the request. */
    static Fault latency(Duration delay) {
        return new Latency(delay);
    }

    /** Refuses the request with this error. */
    static Fault error(int httpStatus, String code, String message) {
        return new Refusal(httpStatus, code, message);
    }

    /** Refuses the request with 503 ServiceUnavailable. */
    static Fault unavailable() {
        return error(503, "ServiceUnavailable", "a fault on demand: the service is unavailable, try again later");
    }

    /** Refuses the request with 400 Throttling.User. */
    static Fault throttled() {
        return error(400, "Throttling.User", "a fault on demand: too many requests, try again later");
    }

    /** Ends the connection without carrying out the request. */
    static Fault cutBefore() {
        return new CutBefore();
    }

    /** Carries out the request at once, and delays the answer. */
    static Fault lateAnswer(Duration delay) {
        return new LateAnswer(delay);
    }

    /** Carries out the request, and ends the connection without an answer. */
    static Fault lostAnswer() {
        return new LostAnswer(LostAnswer.Kind.NOTHING);
    }

    /** Carries out the request, and sends half of its answer. */
    static Fault halfAnswer() {
        return new LostAnswer(LostAnswer.Kind.HALF);
    }

    /** Carries out the request, and answers with a page that is not from the service. */
    static Fault otherPage() {
        return new LostAnswer(LostAnswer.Kind.OTHER_PAGE);
    }

    /** Omits a new command from that many answers of ListCommands. */
    static Fault listedLate(int looks) {
        return new ListedLate(looks);
    }

    /** Fails one of the command's nodes while the command runs there. */
    static Fault nodeDies() {
        return new NodeDies();
    }
}
