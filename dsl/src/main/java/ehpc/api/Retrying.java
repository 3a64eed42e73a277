package ehpc.api;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * A transport that retries requests that cannot take effect twice.
 *
 * <p>It retries failures with {@link ApiException#isTemporary()}: reads after a lost answer or a failure of the service, and any request
 * that was throttled or found no connection. A request that found no connection is retried only once, so that the caller learns of it soon.
 * Before a retry it pauses for a random time of at most 0.5 seconds, then 1, then 2 and so on. By default it makes at most 4 attempts
 * within 30 seconds. An interrupt ends the attempts with the last failure and keeps the thread's flag set.
 *
 * <p>Immutable and thread-safe.
 */
public final class Retrying implements Transport {

    /** Pauses between two attempts. */
    @FunctionalInterface
    public interface Sleeper {
        /** Sleeps for this time, or until the thread is interrupted. */
        void sleep(Duration pause) throws InterruptedException;
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Transport transport;
    private final int attempts;
    private final Duration within;
    private final Sleeper sleeper;
    private final DoubleSupplier random;
    private final LongSupplier nanoTime;

    private Retrying(
            Transport transport,
            int attempts,
            Duration within,
            Sleeper sleeper,
            DoubleSupplier random,
            LongSupplier nanoTime) {
        this.transport = transport;
        this.attempts = attempts;
        this.within = within;
        this.sleeper = sleeper;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** Returns a transport with at most 4 attempts within 30 seconds. */
    public static Retrying over(Transport transport) {
        Transport dutiful = new ContractTransport(transport);
        return new Retrying(
                dutiful,
                4,
                Duration.ofSeconds(30),
                dutiful::pause,
                () -> ThreadLocalRandom.current().nextDouble(),
                System::nanoTime);
    }

    /**
     * Returns the same transport with another limit on attempts.
     *
     * @param most the maximum number of attempts, 1 or more
     */
    public Retrying attempts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, is " + most);
        }
        return new Retrying(transport, most, within, sleeper, random, nanoTime);
    }

    /**
     * Returns the same transport with another limit on time.
     *
     * @param time from the first attempt to the start of the last one
     */
    public Retrying within(Duration time) {
        return new Retrying(transport, attempts, Objects.requireNonNull(time), sleeper, random, nanoTime);
    }

    /**
     * Returns the same transport with another clock, for tests.
     *
     * @param pauses pauses between two attempts
     * @param fractions returns the fraction of each pause to wait, from 0 to 1
     * @param nanoseconds returns the time of a monotonic clock
     */
    public Retrying timed(Sleeper pauses, DoubleSupplier fractions, LongSupplier nanoseconds) {
        return new Retrying(
                transport,
                attempts,
                within,
                Objects.requireNonNull(pauses),
                Objects.requireNonNull(fractions),
                Objects.requireNonNull(nanoseconds));
    }

    @Override
    public Response send(Request request) {
        long start = nanoTime.getAsLong();
        int unreachable = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return transport.send(request);
            } catch (ApiException e) {
                unreachable += e.kind() == ApiException.Kind.UNREACHABLE ? 1 : 0;
                Duration pause = pause(attempt);
                Duration spent = Duration.ofNanos(nanoTime.getAsLong() - start);
                boolean over = attempt == attempts
                        || unreachable > 1
                        || spent.plus(pause).compareTo(within) > 0;
                if (over || !e.isTemporary() || !waited(pause)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        transport.pause(time);
    }

    /** Closes the underlying transport. */
    @Override
    public void close() {
        transport.close();
    }

    private Duration pause(int attempt) {
        double longest = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() * Math.pow(2, attempt - 1.0));
        return Duration.ofNanos((long) (longest * random.getAsDouble()));
    }

    private boolean waited(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
