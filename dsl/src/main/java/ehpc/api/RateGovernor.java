package ehpc.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Keeps the calls to a service below its limit, which it learns from throttling answers. All connections that count against one limit share
 * a governor ({@link Transport#governor}). {@link Retrying} passes each request through it. Thread-safe.
 *
 * <p>Until the first throttling answer, and after a minute without calls, there is no limit and no cost. After a throttling answer, calls go
 * one by one in the order in which they began, at 80 % of the rate that was accepted before. The rate grows with each accepted call. A
 * governor has no thread, and does nothing while no call is made.
 */
public final class RateGovernor {

    /** Pauses between two calls. */
    @FunctionalInterface
    public interface Pauses {
        /** Pauses for this time, or until the thread is interrupted. An early end lets the call go at once. */
        void pause(Duration time) throws InterruptedException;
    }

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long FORGOTTEN_AFTER = 60 * SECOND;
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final TreeSet<Turn> waiting = new TreeSet<>();
    private LearnedRate rate = new LearnedRate();
    private long turns;
    private long lastCall;
    private long lastAccepted;

    private RateGovernor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastAccepted = nanoTime.getAsLong();
    }

    /** Returns a governor without a learned limit. */
    public static RateGovernor create() {
        return create(System::nanoTime);
    }

    /**
     * Returns a governor with another clock, for tests.
     *
     * @param nanoseconds returns the time of a monotonic clock
     */
    public static RateGovernor create(LongSupplier nanoseconds) {
        return new RateGovernor(Objects.requireNonNull(nanoseconds));
    }

    /** Returns the learned limit in calls per second; empty if no limit is known. */
    public synchronized OptionalDouble limit() {
        return rate.isLimited() ? OptionalDouble.of(rate.callsPerSecond()) : OptionalDouble.empty();
    }

    /** Begins a call; the caller closes it after the last attempt. */
    public synchronized Turn turn() {
        return new Turn(turns++);
    }

    /** One call, over all its attempts; keeps its place in the order. Confined to one thread. */
    public final class Turn implements AutoCloseable, Comparable<Turn> {

        private final long number;
        private boolean waited;
        private boolean refused;
        private long sent;
        private long firstRefusal;
        private long lastRefusal;
        private int passedOver;

        private Turn(long number) {
            this.number = number;
        }

        /**
         * Waits until the next attempt may be sent.
         *
         * @param pauses waits
         * @param patience the longest time for which the service may refuse all calls once it has refused this one
         * @return whether to send; false once the patience has ended
         */
        public boolean await(Pauses pauses, Duration patience) throws InterruptedException {
            while (!isRefusedFor(patience)) {
                long wait = take();
                if (wait == 0) {
                    return true;
                }
                // At most a second, as the rate may change; whole milliseconds, as a sleep may be cut to them.
                long pause = (Math.min(wait, SECOND) + MILLISECOND - 1) / MILLISECOND * MILLISECOND;
                long begin = nanoTime.getAsLong();
                pauses.pause(Duration.ofNanos(pause));
                if (nanoTime.getAsLong() - begin < pause / 2) {
                    go();
                    return true;
                }
            }
            return false;
        }

        private void go() {
            synchronized (RateGovernor.this) {
                send(nanoTime.getAsLong(), nanoTime.getAsLong());
            }
        }

        private void send(long now, long slot) {
            waiting.remove(this);
            sent = now;
            lastCall = slot;
        }

        /** Takes the next slot if it is this call's turn; returns the nanoseconds to wait, 0 if the slot was taken. */
        long take() {
            synchronized (RateGovernor.this) {
                long now = nanoTime.getAsLong();
                forget(now);
                if (!rate.isLimited()) {
                    send(now, now);
                    return 0;
                }
                long slot = rate.after(lastCall);
                long due = slot + waiting.headSet(this).size() * rate.interval();
                if (due - now > 0) {
                    waiting.add(this);
                    waited = true;
                    return due - now;
                }
                // A late start is made up for, so that the rate is kept, but two calls never go at once.
                send(now, Math.max(slot - now, -rate.interval() / 10) + now);
                return 0;
            }
        }

        /** Returns how often the service refused this call again, while it had accepted other ones. */
        int passedOver() {
            return passedOver;
        }

        /** Returns whether the service refused this call, and has accepted no call for this time since. */
        boolean isRefusedFor(Duration time) {
            synchronized (RateGovernor.this) {
                long since = lastAccepted - firstRefusal > 0 ? lastAccepted : firstRefusal;
                return refused && nanoTime.getAsLong() - since > time.toNanos();
            }
        }

        /** The service accepted the attempt, whatever it answered. */
        public void accepted() {
            synchronized (RateGovernor.this) {
                lastAccepted = nanoTime.getAsLong();
                rate.accepted(lastAccepted, sent, waited);
                waited = false;
            }
        }

        /**
         * The service refused the attempt because of too many calls.
         *
         * @param retryAfter the time after which it asks to try again, 0 if it states none; more than a minute counts as a minute
         */
        public void throttled(Duration retryAfter) {
            synchronized (RateGovernor.this) {
                long now = nanoTime.getAsLong();
                passedOver += refused && lastAccepted - lastRefusal > 0 ? 1 : 0;
                firstRefusal = refused ? firstRefusal : now;
                lastRefusal = now;
                refused = true;
                waited = false;
                rate.throttled(
                        now,
                        sent,
                        retryAfter.compareTo(LONGEST_ASKED) < 0 ? retryAfter.toNanos() : LONGEST_ASKED.toNanos());
            }
        }

        /** Ends the call. */
        @Override
        public void close() {
            synchronized (RateGovernor.this) {
                waiting.remove(this);
            }
        }

        @Override
        public int compareTo(Turn other) {
            return Long.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    /** Returns the learned limit in words, for logs. */
    @Override
    public String toString() {
        OptionalDouble limit = limit();
        return limit.isEmpty()
                ? "no limit is known"
                : String.format(Locale.ROOT, "%.1f calls a second", limit.getAsDouble());
    }

    private void forget(long now) {
        if (rate.isLimited() && waiting.isEmpty() && now - lastCall > FORGOTTEN_AFTER) {
            rate = new LearnedRate();
        }
    }
}
