package ehpc;

import java.time.Duration;
import java.time.InstantSource;

/** How time passes between two looks at a command. */
record Waiting(InstantSource clock, Pause pause) {

    static final Waiting REAL = new Waiting(InstantSource.system(), d -> Thread.sleep(d.toMillis()));

    /** Lets time pass. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }
}
