package ehpc.repl.internal.shell;

import java.util.concurrent.CountDownLatch;

/**
 * Does one thing at a time, on a thread of its own: a first Ctrl-C interrupts that thread, a second one gives up waiting for it. Safe
 * for use by several threads.
 */
final class Work {

    /** How a thing ended. */
    enum End {
        /** By itself. */
        DONE,
        /** Its thread was interrupted, and then ended. */
        INTERRUPTED,
        /** Its thread did not heed the interrupt, and goes on. */
        ABANDONED
    }

    private Thread thread;
    private CountDownLatch done = new CountDownLatch(0);
    private Runnable atInterrupt = () -> {};
    private int interrupts;
    private boolean abandoned;

    /**
     * Does it and waits.
     *
     * @param telling what to do at the first Ctrl-C, before the thread is interrupted
     */
    End run(Runnable task, Runnable telling) {
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
        begin(doing, ended, telling);
        doing.start();
        return await(ended);
    }

    private synchronized void begin(Thread doing, CountDownLatch ended, Runnable telling) {
        thread = doing;
        done = ended;
        atInterrupt = telling;
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

    /** Whether Ctrl-C was pressed since the thing that is being done began. */
    synchronized boolean isInterrupted() {
        return interrupts > 0;
    }

    /** Ctrl-C was pressed. */
    void interrupt() {
        Runnable telling;
        Thread doing;
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
            doing = thread;
        }
        telling.run();
        doing.interrupt();
    }
}
