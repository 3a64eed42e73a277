package ehpc.local;

import java.time.Duration;
import java.util.Objects;

/**
 * One thing that goes wrong on purpose with a request. {@link Faults} says with which.
 *
 * <p>A fault acts on a request that is well signed and names an operation; it acts before the parameters are looked at.
 */
public sealed interface Fault {

    /**
     * The request is answered later.
     *
     * @param delay how much later, not negative
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
     * The request is refused and nothing is done.
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

    /** The connection ends without an answer and nothing is done. */
    record CutBefore() implements Fault {}

    /**
     * The request is carried out at once and its answer arrives later.
     *
     * @param delay how much later, not negative
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
     * The request is carried out and its answer does not arrive whole.
     *
     * @param kind what arrives instead
     */
    record LostAnswer(Kind kind) implements Fault {

        /** What arrives instead of the answer. */
        public enum Kind {
            /** Nothing: the connection ends. */
            NOTHING,
            /** The first half: the connection ends in the middle. */
            HALF,
            /** A page of some machine in between, status 502, no E-HPC answer. */
            OTHER_PAGE
        }
    }

    /**
     * A command is missing from ListCommands at first. Acts on InvokeShellCommand only.
     *
     * @param looks how many times ListCommands is answered without it, at least 1
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
     * One of the command's nodes, chosen by the seed, dies as the command runs there: its processes end and its status becomes
     * {@code exception}. Acts on InvokeShellCommand only.
     */
    record NodeDies() implements Fault {}

    /** Returns the request is answered later by this much. */
    static Fault latency(Duration delay) {
        return new Latency(delay);
    }

    /** Returns the request is refused with this error and nothing is done. */
    static Fault error(int httpStatus, String code, String message) {
        return new Refusal(httpStatus, code, message);
    }

    /** Returns the request is refused with 503 ServiceUnavailable and nothing is done. */
    static Fault unavailable() {
        return error(503, "ServiceUnavailable", "a fault on demand: the service is unavailable, try again later");
    }

    /** Returns the request is refused with 400 Throttling.User and nothing is done. */
    static Fault throttled() {
        return error(400, "Throttling.User", "a fault on demand: too many requests, try again later");
    }

    /** Returns the connection ends without an answer and nothing is done. */
    static Fault cutBefore() {
        return new CutBefore();
    }

    /** Carried out at once, answered later. */
    static Fault lateAnswer(Duration delay) {
        return new LateAnswer(delay);
    }

    /** Returns the request is carried out and the connection ends without an answer. */
    static Fault lostAnswer() {
        return new LostAnswer(LostAnswer.Kind.NOTHING);
    }

    /** Returns the request is carried out and half of its answer arrives. */
    static Fault halfAnswer() {
        return new LostAnswer(LostAnswer.Kind.HALF);
    }

    /** Returns the request is carried out and what arrives is no answer of the service. */
    static Fault otherPage() {
        return new LostAnswer(LostAnswer.Kind.OTHER_PAGE);
    }

    /** Returns a new command is missing from ListCommands for that many looks. */
    static Fault listedLate(int looks) {
        return new ListedLate(looks);
    }

    /** One of the command's nodes dies as the command runs there. */
    static Fault nodeDies() {
        return new NodeDies();
    }
}
