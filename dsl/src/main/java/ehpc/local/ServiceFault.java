package ehpc.local;

import java.time.Duration;
import java.util.Set;

/** A fault of the service as a whole, which begins with a request and outlasts it. Applies on top of other faults of the request. */
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
}
