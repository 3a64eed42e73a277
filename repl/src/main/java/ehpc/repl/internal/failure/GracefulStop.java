package ehpc.repl.internal.failure;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends the work of a thread in order when a signal ends the process: the thread is interrupted, so that it answers for what it has
 * sent, and has a moment to say so.
 */
public final class GracefulStop {

    private static final int MOMENT_SECONDS = 2;
    private static final int LONGEST_SECONDS = 15;

    private final Thread thread = Thread.currentThread();
    private final BooleanSupplier waiting;

    /**
     * Of the calling thread.
     *
     * @param waiting whether it waits for what it has to tell of
     */
    public GracefulStop(BooleanSupplier waiting) {
        this.waiting = waiting;
    }

    /**
     * Interrupts the thread and waits for it: a moment, and longer where it has something to answer for.
     *
     * @param done when the thread has said everything
     */
    public void stop(CountDownLatch done) {
        if (isEndingItself()) {
            return;
        }
        int seconds = waiting.getAsBoolean() ? LONGEST_SECONDS : MOMENT_SECONDS;
        thread.interrupt();
        try {
            done.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether a script has called System.exit, which waits for what is done here. */
    private boolean isEndingItself() {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
    }
}
