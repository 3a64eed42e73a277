package ehpc.local;

import java.time.Duration;
import java.util.Objects;

/** A fault of the answer to a request: of those that match, the first rule's is played. */
public sealed interface AnswerFault extends Fault {

    /**
     * The request is refused and not carried out.
     *
     * @param name the name of the fault
     * @param httpStatus the answer's status, 400 to 599
     * @param code the error code
     * @param message the error message
     */
    record Refusal(String name, int httpStatus, String code, String message) implements AnswerFault {
        /**
         * Checks the status.
         *
         * @throws IllegalArgumentException if the status is not an error status
         */
        public Refusal {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
            if (httpStatus < 400 || httpStatus > 599) {
                throw new IllegalArgumentException("status must be 400 to 599, is " + httpStatus);
            }
        }
    }

    /** The connection ends without an answer, and the request is not carried out. */
    record CutBefore() implements AnswerFault {
        @Override
        public String name() {
            return "cutBefore";
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
            OTHER_PAGE("otherPage");

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
}
