package ehpc.local;

import java.time.Duration;
import java.util.Set;

/** A fault of the service as a whole. Applies to a request independently of faults of other kinds. */
public sealed interface ServiceFault extends Fault {

    /**
     * The port of the service is closed from the answer of this request on: new connections are refused. Meanwhile, an answer on an open
     * connection ends that connection.
     *
     * @param duration the time until the port is open again, above 0
     */
    record ConnectionsRefused(Duration duration) implements ServiceFault {
        /**
         * Checks the duration.
         *
         * @throws IllegalArgumentException if it is not above 0
         */
        public ConnectionsRefused {
            FaultRange.positive("duration", duration);
        }

        @Override
        public String name() {
            return "connectionsRefused";
        }
    }

    /** A compute node joins the cluster whose nodes are listed, before this request is carried out; it stays. */
    record NodeAppears() implements ServiceFault {
        @Override
        public String name() {
            return "nodeAppears";
        }

        @Override
        public Set<String> operations() {
            return Set.of("ListNodes", "ListNodesByQueue");
        }
    }

    /**
     * The clock of the service is off when it checks the time stamp of the request: a request whose time stamp is then more than 15 minutes
     * off is refused with 400 InvalidTimeStamp.Expired, and not carried out. A rule that begins after some requests lets the clock jump.
     *
     * @param offset the difference from the correct time, negative for a clock that is slow; not 0
     */
    record ClockJump(Duration offset) implements ServiceFault {
        /**
         * Checks the offset.
         *
         * @throws IllegalArgumentException if it is 0
         */
        public ClockJump {
            if (offset.isZero()) {
                throw new IllegalArgumentException("offset must not be 0s");
            }
        }

        @Override
        public String name() {
            return "clockJump";
        }
    }
}
