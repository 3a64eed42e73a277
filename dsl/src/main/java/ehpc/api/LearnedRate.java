package ehpc.api;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rate of calls that a service accepts, as far as its answers show it: unlimited until the first throttling answer, then somewhat below
 * the rate that was accepted before, growing again with each accepted call. Not thread-safe; times are nanoseconds of one clock.
 *
 * <p>Services enforce limits in two ways. Some give back permissions one by one: then the time until a call is accepted again shows the
 * rate. Others count the calls in spans of time, and refuse everything until the span ends: then this time shows nothing, but the number of
 * calls that were accepted in the last second does. So the larger of both counts, and refusals in a row do not lower the rate, but lengthen
 * the pause.
 */
final class LearnedRate {

    private static final long SECOND = 1_000_000_000L;
    private static final long FIRST_PAUSE = 25_000_000L;
    private static final long LONGEST_PAUSE = 8 * SECOND;

    /** The factors of the rate: after a refusal, and after an accepted call below and above the refused rate; at most 2 in a second. */
    private static final double REDUCTION = 0.8;

    private static final double RECOVERY = 1.02;
    private static final double PROBING = 1.15;

    private static final double LEAST_PER_SECOND = 0.1;
    private static final int MOST_PER_SECOND = 10_000;
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    /** The times at which calls of the last second were accepted. */
    private final Deque<Long> accepted = new ArrayDeque<>();

    private double rate = UNLIMITED;
    /** The accepted part of the rate before the last reduction. */
    private double ceiling = UNLIMITED;

    private double before = UNLIMITED;
    private boolean spanTried;
    /** Refusals in a row, and since an accepted call. */
    private int refusals;

    private Long lastAcceptedSent;
    private long lastRefusedSent;
    private long reducedAt;
    private long closedUntil;
    private long pause;

    boolean isLimited() {
        return rate != UNLIMITED;
    }

    double callsPerSecond() {
        return rate;
    }

    /** Returns the time between two calls; 0 if there is no limit. */
    long interval() {
        return (long) (SECOND / rate);
    }

    /** Returns the earliest time of the call after one at the given time; after a refusal, one call at a time finds out whether it is over. */
    long after(long lastCall) {
        if (refusals == 0) {
            return lastCall + interval();
        }
        long next = lastCall + pause;
        return closedUntil - next > 0 ? closedUntil : next;
    }

    /**
     * A call was accepted.
     *
     * @param sent when it was sent
     * @param waited whether it had to wait, so that the rate is used up
     */
    void accepted(long now, long sent, boolean waited) {
        accepted.add(now);
        prune(now);
        if (isLimited() && sent - reducedAt < 0) { // it counts for the rate before
            limit(Math.max(ceiling, Math.min(before, accepted.size())));
        } else if (isLimited() && refusals > 0) {
            refusals = 0;
            limit(Math.min(before, Math.max(ceiling, SECOND / gap(sent))));
        } else if (waited) {
            rate *= Math.min(rate < ceiling ? RECOVERY : PROBING, Math.pow(2, 1 / rate));
            rate = rate > MOST_PER_SECOND ? UNLIMITED : rate;
        }
        lastAcceptedSent = sent;
    }

    /** Returns the time between calls that the service accepts: between that of the last refused call, if it is known, and that of this one. */
    private double gap(long sent) {
        if (lastAcceptedSent == null) {
            return Double.POSITIVE_INFINITY;
        }
        double enough = Math.max(1, sent - lastAcceptedSent);
        double tooShort = lastRefusedSent - lastAcceptedSent;
        return tooShort > 0 ? Math.sqrt(enough * tooShort) : enough;
    }

    /**
     * A call was refused because of too many calls.
     *
     * @param sent when it was sent; if this was before the last refusal arrived, it is ignored
     * @param asked the time for which the service asks to wait; 0 if it does not
     */
    void throttled(long now, long sent, long asked) {
        prune(now);
        boolean news = !isLimited() || sent - reducedAt >= 0;
        if (news && refusals == 0) {
            spanTried = false;
            before = rate;
            limit(Math.min(rate, Math.max(1, accepted.size())));
            closedUntil = now;
        }
        if (news) {
            refusals++;
            reducedAt = now;
            lastRefusedSent = sent;
            pause = pause(now);
            close(now + pause);
        }
        close(now + asked);
    }

    private void close(long until) {
        closedUntil = until - closedUntil > 0 ? until : closedUntil;
    }

    private void limit(double accepting) {
        ceiling = accepting;
        rate = Math.max(LEAST_PER_SECOND, accepting * REDUCTION);
    }

    /** Doubles with each refusal; once, it ends where the calls that were accepted in the last second begin to leave it. */
    private long pause(long now) {
        long first = before == UNLIMITED ? FIRST_PAUSE : (long) (SECOND / before);
        long doubled = Math.min(LONGEST_PAUSE, first << Math.min(refusals - 1, 10));
        long left = accepted.isEmpty() ? 0 : accepted.getFirst() + SECOND - now;
        if (refusals == 1 || spanTried || left <= 0 || left > doubled) {
            return doubled;
        }
        spanTried = true;
        return left;
    }

    private void prune(long now) {
        while (accepted.size() > MOST_PER_SECOND || !accepted.isEmpty() && now - accepted.getFirst() >= SECOND) {
            accepted.removeFirst();
        }
    }
}
