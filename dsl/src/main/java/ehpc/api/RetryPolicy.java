package ehpc.api;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The limits of repetitions: how often a request is sent, until when, and how long the pauses between two attempts are. Which failures allow
 * a repetition is a matter of its {@link Repeatability}. Immutable; each method returns a changed copy.
 *
 * <p>A pause is a random part (full jitter) of 0.5 seconds, then of 1, 2, 4 and at most 8 seconds. If the service states a time in its header
 * {@code x-acs-retry-after}, the pause is at least that long; a time beyond the deadline ends the attempts. After throttling, the
 * {@link RateGovernor} decides on the pause; such a random pause precedes it if the service accepts other calls but not this one.
 */
public final class RetryPolicy {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private static final RetryPolicy STANDARD = new RetryPolicy(
            6,
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            System::nanoTime,
            () -> ThreadLocalRandom.current().nextDouble());

    private final int attempts;
    private final Duration within;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final DoubleSupplier jitter;

    private RetryPolicy(
            int attempts, Duration within, Duration patience, LongSupplier nanoTime, DoubleSupplier jitter) {
        this.attempts = attempts;
        this.within = within;
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.jitter = jitter;
    }

    /**
     * Returns the standard policy: at most 6 attempts, none later than 30 seconds after the first failure. Throttling does not count, until the
     * service has accepted no call for 90 seconds.
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * Sets the maximum number of attempts.
     *
     * @param most 1 or more; 6 by default
     * @throws IllegalArgumentException if it is less than 1
     */
    public RetryPolicy attempts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, is " + most);
        }
        return new RetryPolicy(most, within, patience, nanoTime, jitter);
    }

    /**
     * Sets the deadline.
     *
     * @param time from the first failure to the start of the last attempt; 30 seconds by default
     */
    public RetryPolicy within(Duration time) {
        return new RetryPolicy(attempts, Objects.requireNonNull(time), patience, nanoTime, jitter);
    }

    /**
     * Sets how long the service may refuse all calls because of throttling, longer than the windows of time in which it counts calls.
     *
     * @param time from the first such refusal of the request, or a later call that was accepted; 90 seconds by default
     */
    public RetryPolicy patience(Duration time) {
        return new RetryPolicy(attempts, within, Objects.requireNonNull(time), nanoTime, jitter);
    }

    /**
     * Limits the deadline and the patience.
     *
     * @param longest no longer than this
     */
    public RetryPolicy limitedTo(Duration longest) {
        return new RetryPolicy(attempts, shorter(within, longest), shorter(patience, longest), nanoTime, jitter);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Sets the clock, for tests; the system's by default.
     *
     * @param nanoseconds returns the time of a monotonic clock
     */
    public RetryPolicy clock(LongSupplier nanoseconds) {
        return new RetryPolicy(attempts, within, patience, Objects.requireNonNull(nanoseconds), jitter);
    }

    /**
     * Sets the random numbers, for tests.
     *
     * @param fractions returns the part of each pause to wait, from 0 to 1
     */
    public RetryPolicy jitter(DoubleSupplier fractions) {
        return new RetryPolicy(attempts, within, patience, nanoTime, Objects.requireNonNull(fractions));
    }

    int attempts() {
        return attempts;
    }

    Duration within() {
        return within;
    }

    Duration patience() {
        return patience;
    }

    LongSupplier clock() {
        return nanoTime;
    }

    /** Returns the pause before a repetition, the first one being number 1. */
    Duration pause(int repetition) {
        double longest = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() * Math.pow(2, repetition - 1.0));
        return Duration.ofNanos((long) (longest * jitter.getAsDouble()));
    }
}
