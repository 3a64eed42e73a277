package ehpc;

import ehpc.api.Transport;
import java.time.Duration;

/**
 * The clock and the pauses between two polls. The clock is monotonic, so that neither a corrected time nor a suspended machine ends a wait
 * early.
 */
record PollClock(Clock clock, Pause pause) {

    /** Returns real time; closing the transport ends a pause. */
    static PollClock real(Transport transport) {
        return new PollClock(System::nanoTime, transport::pause);
    }

    /** Nanoseconds from an arbitrary origin; may overflow, so only differences count. */
    interface Clock {
        long nanos();
    }

    /** Waits. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** Starts a stopwatch. */
    Stopwatch start() {
        long begin = clock.nanos();
        return () -> Duration.ofNanos(clock.nanos() - begin);
    }

    /** Time since its start. */
    interface Stopwatch {
        Duration elapsed();

        default boolean isPast(Duration limit) {
            return elapsed().compareTo(limit) > 0;
        }
    }
}
