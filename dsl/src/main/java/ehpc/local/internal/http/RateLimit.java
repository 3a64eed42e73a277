package ehpc.local.internal.http;

import ehpc.local.internal.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Refuses calls that exceed a number per second, as E-HPC does without publishing the number. Thread-safe. */
public final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final int callsPerSecond;
    private final LongSupplier nanoTime;
    private final Deque<Long> accepted = new ArrayDeque<>();

    RateLimit(int callsPerSecond, LongSupplier nanoTime) {
        this.callsPerSecond = callsPerSecond;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns a limit in real time.
     *
     * @param callsPerSecond the number of calls, 0 for no limit
     */
    public static RateLimit of(int callsPerSecond) {
        return new RateLimit(callsPerSecond, System::nanoTime);
    }

    /**
     * Counts a call.
     *
     * @throws Refusal if there were too many
     */
    synchronized void count() {
        if (callsPerSecond == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        while (!accepted.isEmpty() && now - accepted.getFirst() >= SECOND) {
            accepted.removeFirst();
        }
        if (accepted.size() >= callsPerSecond) {
            throw new Refusal(400, "Throttling.User", "Request was denied due to user flow control.");
        }
        accepted.add(now);
    }
}
