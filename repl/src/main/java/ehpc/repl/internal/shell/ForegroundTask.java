package ehpc.repl.internal.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does one thing at a time, on a thread of its own: a first Ctrl-C interrupts that thread, a second one gives up waiting for it. Safe
 * for use by several threads.
 */
final class ForegroundTask {

    private static final int PATIENCE_MILLIS = 700;

    /** How a thing ended. */
    enum End {
        /** By itself. */
        DONE,
        /** Its thread was interrupted, and then ended. */
        INTERRUPTED,
        /** Its thread ignored the interrupt, and continues. */
        ABANDONED
    }

    private Thread thread;
    private CountDownLatch done = new CountDownLatch(0);
    private Runnable atInterrupt = () -> {};
    private Runnable atDelay = () -> {};
    private int interrupts;
    private boolean abandoned;

    /**
     * Does it and waits.
     *
     * @param telling what to do at the first Ctrl-C, before the thread is interrupted
     * @param lasting what to do when the thread has not ended a moment later
     */
    End run(Runnable task, Runnable telling, Runnable lasting) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread doing = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        ended.countDown();
                    }
                },
                "ehpc-entry");
        doing.setDaemon(true);
        begin(doing, ended, telling, lasting);
        doing.start();
        return await(ended);
    }

    private synchronized void begin(Thread doing, CountDownLatch ended, Runnable telling, Runnable lasting) {
        thread = doing;
        done = ended;
        atInterrupt = telling;
        atDelay = lasting;
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
                interrupt(); // a key that was pressed just before the work began
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

    /** Returns whether Ctrl-C was pressed since the thing that is being done began. */
    synchronized boolean isInterrupted() {
        return interrupts > 0;
    }

    /** Ctrl-C was pressed. */
    void interrupt() {
        Runnable telling;
        Runnable lasting;
        Thread doing;
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
            telling = atInterrupt;
            lasting = atDelay;
            doing = thread;
            ended = done;
        }
        telling.run();
        doing.interrupt();
        if (!endsSoon(ended)) {
            lasting.run();
        }
    }

    private static boolean endsSoon(CountDownLatch ended) {
        try {
            return ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // nobody is there to be told
        }
    }
}
