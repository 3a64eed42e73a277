package ehpc.repl.internal.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs one task at a time, in a thread of its own: a first Ctrl-C interrupts that thread, a second one stops waiting for it. Thread-safe.
 */
final class ForegroundTask {

    private static final int DELAY_MILLIS = 700;

    /** The end of a task. */
    enum End {
        /** The task ended without an interrupt. */
        DONE,
        /** The task ended after an interrupt. */
        INTERRUPTED,
        /** The task ignored the interrupt and continues. */
        ABANDONED
    }

    private Thread thread;
    private CountDownLatch done = new CountDownLatch(0);
    private Runnable atInterrupt = () -> {};
    private Runnable atDelay = () -> {};
    private int interrupts;
    private boolean abandoned;

    /**
     * Runs a task and waits for its end.
     *
     * @param onInterrupt called at the first Ctrl-C, before the interrupt of the thread
     * @param onDelay called if the thread has not ended after a short time
     */
    End run(Runnable task, Runnable onInterrupt, Runnable onDelay) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread worker = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        ended.countDown();
                    }
                },
                "ehpc-entry");
        worker.setDaemon(true);
        begin(worker, ended, onInterrupt, onDelay);
        worker.start();
        return await(ended);
    }

    private synchronized void begin(Thread worker, CountDownLatch ended, Runnable onInterrupt, Runnable onDelay) {
        thread = worker;
        done = ended;
        atInterrupt = onInterrupt;
        atDelay = onDelay;
        interrupts = 0;
        abandoned = false;
    }

    private End await(CountDownLatch ended) {
        boolean waiting = true;
        while (waiting) {
            try {
                ended.await();
                waiting = false;
            } catch (InterruptedException e) {
                interrupt(); // Ctrl-C just before the start of the task
            }
        }
        return end();
    }

    private synchronized End end() {
        thread = null;
        if (abandoned) {
            return End.ABANDONED;
        }
        return interrupts > 0 ? End.INTERRUPTED : End.DONE;
    }

    /** Returns whether Ctrl-C was pressed since the start of the current or last task. */
    synchronized boolean isInterrupted() {
        return interrupts > 0;
    }

    /** Interrupts the task; a second call abandons it. */
    void interrupt() {
        Runnable onInterrupt;
        Runnable onDelay;
        Thread worker;
        CountDownLatch ended;
        synchronized (this) {
            if (thread == null) {
                return;
            }
            interrupts++;
            if (interrupts > 1) {
                abandoned = true;
                done.countDown();
                return;
            }
            onInterrupt = atInterrupt;
            onDelay = atDelay;
            worker = thread;
            ended = done;
        }
        onInterrupt.run();
        worker.interrupt();
        if (!endsSoon(ended)) {
            onDelay.run();
        }
    }

    private static boolean endsSoon(CountDownLatch ended) {
        try {
            return ended.await(DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // no report in an interrupted thread
        }
    }
}
