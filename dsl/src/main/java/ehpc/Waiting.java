package ehpc;

import ehpc.api.ApiException;
import ehpc.api.InputException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A wait for the end of what the service accepted, with looks at growing intervals.
 *
 * @param change the change, for messages and the listener
 * @param limit the longest time to wait
 */
record Waiting(EhpcClient ehpc, Change change, Duration limit) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final double GROWTH = 1.5;

    /** @throws InputException if the limit is not a duration of 1 ms or more */
    Waiting {
        if (limit == null || limit.isNegative() || limit.isZero()) {
            throw new InputException("a time to wait must be a duration of 1 ms or more, is " + limit);
        }
    }

    /** A look at the service. Makes read-only calls. */
    interface Look {

        /**
         * Returns the progress; empty at the end.
         *
         * @throws ChangeException if the change failed
         */
        Optional<String> state();

        /** Returns the end of a message, such as {@code ; ListTasks shows task 5}. */
        String hint();
    }

    /**
     * Waits for the end.
     *
     * @throws ChangeException if the change failed, or its end was not seen
     */
    void until(Look look) {
        RunListener listener = new UnfailingListener(ehpc.listener());
        PollClock.Stopwatch since = ehpc.clock().start();
        Duration pause = FIRST_PAUSE;
        String last = "was not listed yet";
        try {
            for (Optional<String> now = state(look, last); now.isPresent(); now = state(look, last)) {
                last = now.get();
                listener.waiting(change, last);
                if (since.isPast(limit)) {
                    throw new ChangeException(
                            change, true, "goes on after " + words(limit) + ": " + last + look.hint());
                }
                ehpc.clock().pause().of(pause);
                Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(look);
        } catch (ApiException e) {
            throw e.isStopped() ? interrupted(look) : e;
        } finally {
            listener.waited(change);
        }
    }

    private ChangeException interrupted(Look look) {
        return new ChangeException(change, true, "goes on; the wait was interrupted" + look.hint());
    }

    /** Returns the last state if the service did not answer: the read was repeated already, and the next look may succeed. */
    private static Optional<String> state(Look look, String last) {
        try {
            return look.state();
        } catch (ApiException e) {
            if (e.safeToRetry() && !e.isStopped()) {
                return Optional.of(last);
            }
            throw e;
        }
    }

    private static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT).replaceAll("(?<=[hm])(?=\\d)", " ");
    }
}
