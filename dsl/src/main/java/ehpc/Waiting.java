package ehpc;

import ehpc.api.Transport;
import java.time.Duration;

/**
 * How time passes between two looks at a command. The clock only measures: it is none that somebody can set, so that neither a
 * corrected time nor a machine that slept ends a wait early.
 */
record Waiting(Clock clock, Pause pause) {

    /** Real time; closing the transport ends a pause. */
    static Waiting real(Transport transport) {
        return new Waiting(System::nanoTime, transport::pause);
    }

    /** Nanoseconds since some moment; may overflow, so only differences count. */
    interface Clock {
        long nanos();
    }

    /** Lets time pass. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** Begins to measure. */
    Stopwatch start() {
        long begin = clock.nanos();
        return () -> Duration.ofNanos(clock.nanos() - begin);
    }

    /** Time since it was started. */
    interface Stopwatch {
        Duration elapsed();

        default boolean isPast(Duration limit) {
            return elapsed().compareTo(limit) > 0;
        }
    }
}
