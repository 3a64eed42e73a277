package ehpc.repl.internal.failure;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends the work of a thread in order when a signal ends the process: interrupts the thread and gives it time to report the requests that it
 * has sent.
 */
public final class GracefulStop {

    private static final int SHORTEST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 15;

    private final Thread thread = Thread.currentThread();
    private final BooleanSupplier waiting;

    /**
     * Creates a stop of the calling thread.
     *
     * @param waiting returns whether the thread has sent commands to report
     */
    public GracefulStop(BooleanSupplier waiting) {
        this.waiting = waiting;
    }

    /**
     * Interrupts the thread and waits for it, longer if it has sent commands to report.
     *
     * @param done opens when the thread has reported everything
     */
    public void stop(CountDownLatch done) {
        if (isEndingItself()) {
            return;
        }
        int seconds = waiting.getAsBoolean() ? LONGEST_SECONDS : SHORTEST_SECONDS;
        thread.interrupt();
        try {
            done.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the script has called System.exit, which waits for this method. */
    private boolean isEndingItself() {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
    }
}
