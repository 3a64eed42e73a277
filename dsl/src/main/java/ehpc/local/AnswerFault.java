package ehpc.local;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A fault of the answer to a request: of those that match, the first rule's is played. */
public sealed interface AnswerFault extends Fault {

    /** Returns whether the request is carried out, though its answer does not say so. */
    default boolean carriedOut() {
        return true;
    }

    /**
     * The request is answered with an error.
     *
     * @param name the name of the fault
     * @param httpStatus the answer's status, 400 to 599
     * @param code the error code
     * @param message the error message
     * @param retryAfter the value of the header {@code x-acs-retry-after}, which has whole milliseconds; not negative; empty for no header
     * @param carriedOut whether the request is carried out all the same
     */
    record Refusal(
            String name, int httpStatus, String code, String message, Optional<Duration> retryAfter, boolean carriedOut)
            implements AnswerFault {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the status is not an error status, or the time is negative
         */
        public Refusal {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
            if (httpStatus < 400 || httpStatus > 599) {
                throw new IllegalArgumentException("status must be 400 to 599, is " + httpStatus);
            }
            retryAfter.ifPresent(time -> FaultRange.notNegative("retryAfter", time));
        }

        /**
         * Sets the HTTP status.
         *
         * @throws IllegalArgumentException if it is not 400 to 599
         */
        public Refusal withStatus(int status) {
            return new Refusal(name, status, code, message, retryAfter, carriedOut);
        }

        /** Sets the error code. */
        public Refusal withCode(String other) {
            return new Refusal(name, httpStatus, other, message, retryAfter, carriedOut);
        }

        /** Sets the error message. */
        public Refusal withMessage(String other) {
            return new Refusal(name, httpStatus, code, other, retryAfter, carriedOut);
        }

        /**
         * Sets the time after which the client is asked to try again; none by default.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Refusal withRetryAfter(Duration time) {
            return new Refusal(name, httpStatus, code, message, Optional.of(time), carriedOut);
        }

        /** Sets whether the request is carried out; false by default. */
        public Refusal withCarriedOut(boolean whether) {
            return new Refusal(name, httpStatus, code, message, retryAfter, whether);
        }
    }

    /** The connection ends without an answer, and the request is not carried out. */
    record CutBefore() implements AnswerFault {
        @Override
        public String name() {
            return "cutBefore";
        }

        @Override
        public boolean carriedOut() {
            return false;
        }
    }

    /**
     * The request is carried out at once and its answer arrives later.
     *
     * @param delay the delay, not negative
     */
    record LateAnswer(Duration delay) implements AnswerFault {
        /**
         * Checks the delay.
         *
         * @throws IllegalArgumentException if the delay is negative
         */
        public LateAnswer {
            FaultRange.notNegative("delay", delay);
        }

        @Override
        public String name() {
            return "lateAnswer";
        }
    }

    /**
     * The request is carried out and its answer does not arrive intact.
     *
     * @param kind the substitute for the answer
     */
    record LostAnswer(Kind kind) implements AnswerFault {

        /** The substitute for the answer. */
        public enum Kind {
            /** Nothing: the connection ends. */
            NOTHING("lostAnswer"),
            /** The first half: the connection ends in the middle. */
            HALF("halfAnswer"),
            /** An error page of an intermediary, status 502, not an E-HPC answer. */
            OTHER_PAGE("otherPage"),
            /** A whole answer with status 200 whose JSON (or XML) does not end. */
            BROKEN_JSON("brokenJson"),
            /** An answer whose fields have other types than the documented ones: texts for lists and objects, lists for the rest. */
            WRONG_TYPES("wrongTypes");

            private final String fault;

            Kind(String fault) {
                this.fault = fault;
            }
        }

        @Override
        public String name() {
            return kind.fault;
        }
    }

    /**
     * The connection is reset (TCP RST).
     *
     * @param moment the time of the reset
     */
    record Reset(Moment moment) implements AnswerFault {

        /** The time of a reset. */
        public enum Moment {
            /** In place of an answer; the request is not carried out. */
            BEFORE_WORK("beforeWork"),
            /** In place of an answer; the request is carried out. */
            BEFORE_ANSWER("beforeAnswer"),
            /** After the first half of the answer; the request is carried out. */
            INSIDE_ANSWER("insideAnswer"),
            /** After the whole answer, when the client sends its next request on this connection; that request does not arrive. */
            AFTER_ANSWER("afterAnswer");

            private final String word;

            Moment(String word) {
                this.word = word;
            }

            /** Returns its name in fault files: {@code beforeWork}. */
            public String word() {
                return word;
            }
        }

        @Override
        public String name() {
            return "reset";
        }

        @Override
        public boolean carriedOut() {
            return moment != Moment.BEFORE_WORK;
        }
    }
}
