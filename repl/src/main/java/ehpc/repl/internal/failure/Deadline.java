package ehpc.repl.internal.failure;

import ehpc.repl.internal.terminal.Console;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends the work of the calling thread in order when its time is over, like a signal, with an exit code of its own. Measures by a monotonic clock,
 * which a changed date does not affect; on Linux, the time of a suspended machine does not count.
 */
public final class Deadline implements AutoCloseable {

    /** The time to report what was sent, as after a signal. */
    private static final int REPORT_SECONDS = 15;

    /** More than any process runs, and few enough nanoseconds for a number. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Console console;
    private final Thread worker = Thread.currentThread();
    private final Thread timer;
    private boolean closed;

    private Deadline(String words, Duration time, Console console) {
        this.console = console;
        long end = System.nanoTime() + (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
        this.timer = new Thread(() -> await(words, end), "ehpc-deadline");
        timer.setDaemon(true);
    }

    /**
     * Starts the time.
     *
     * @param words the time for the message, such as {@code 10m}
     */
    public static Deadline start(String words, Duration time, Console console) {
        Deadline deadline = new Deadline(words, time, console);
        deadline.timer.start();
        return deadline;
    }

    private void await(String words, long end) {
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            if (!passed(words)) {
                return;
            }
            if (!console.awaitFinished(REPORT_SECONDS) && console.terminals().own()) {
                System.exit(ExitCode.DEADLINE.number()); // the work ignores the interrupt
            }
        } catch (InterruptedException e) {
            // The work has ended in time.
        }
    }

    /** Interrupts the work; returns false if it has ended just now. */
    private synchronized boolean passed(String words) {
        if (!closed) {
            console.late();
            console.printError("ehpc: the deadline of " + words + " has passed");
            worker.interrupt();
        }
        return !closed;
    }

    /** Stops the time: the work has ended. */
    @Override
    public synchronized void close() {
        closed = true;
        if (console.isLate()) {
            Thread.interrupted(); // of no use to the caller
        } else {
            timer.interrupt();
        }
    }
}
