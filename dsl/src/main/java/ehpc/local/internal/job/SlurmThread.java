package ehpc.local.internal.job;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread that uses a Slurm. Thread-safe. */
final class SlurmThread {

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    /** Work with a result. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(SlurmThread::daemon);

    /** Carries out work, and waits for its end. */
    <T> T call(Work<T> work) throws IOException {
        try {
            Future<T> result = loop.submit(work::run);
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (RejectedExecutionException e) {
            throw new IOException("the local service stops", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Carries out work later; a failure is logged. */
    void post(Action work) {
        try {
            loop.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            // Stopped: everything has ended.
        }
    }

    /** Carries out work again and again. */
    void repeat(Action work, long pauseMillis) {
        loop.scheduleWithFixedDelay(guarded(work), pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    void stop() {
        loop.shutdown();
    }

    private static Runnable guarded(Action work) {
        return () -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Slurm failed in the local service", e);
            }
        };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-slurm");
        thread.setDaemon(true);
        return thread;
    }
}
