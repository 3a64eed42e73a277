package ehpc.local.internal.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve requests, with a limit on the time that a client may occupy one.
 *
 * <p>The JDK's server reads a request in the thread that carries it out, and waits for the client forever, unless a property sets a limit
 * for all servers of the JVM. Therefore the limit is set here, for incomplete requests and for clients that do not read their answer. The
 * limit interrupts the thread, which closes its channel. Idle connections occupy no thread.
 */
public final class ServingThreads implements Executor, AutoCloseable {

    private static final int MOST = 512;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** The limit while other requests wait for a thread. A client on this machine needs far less. */
    private static final long PATIENCE_WHEN_BUSY = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_MILLIS = 250;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ServingThreads::daemon);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(ServingThreads::daemon);
    private final Map<Thread, Wait> waits = new ConcurrentHashMap<>();

    public ServingThreads() {
        threads.allowCoreThreadTimeOut(true);
        watch.scheduleWithFixedDelay(this::check, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Serves a request; the limit applies until {@link #received}. */
    @Override
    public void execute(Runnable exchange) {
        threads.execute(() -> {
            Wait wait = new Wait();
            waits.put(Thread.currentThread(), wait);
            try {
                exchange.run();
            } finally {
                waits.remove(Thread.currentThread());
                wait.end();
            }
        });
    }

    /** Called when this thread has received its complete request. */
    void received() {
        waits.get(Thread.currentThread()).end();
    }

    /** Called before this thread sends its answer, to which the limit applies, too. */
    void answering() {
        waits.get(Thread.currentThread()).begin();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        threads.shutdownNow();
    }

    private void check() {
        long patience = threads.getQueue().isEmpty() ? PATIENCE : PATIENCE_WHEN_BUSY;
        waits.values().forEach(wait -> wait.endBeyond(patience));
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-local-http");
        thread.setDaemon(true);
        return thread;
    }

    /** The time that a thread has been waiting for its client. */
    private static final class Wait {

        private final Thread thread = Thread.currentThread();
        private boolean waiting = true;
        private long since = System.nanoTime();

        private synchronized void begin() {
            waiting = true;
            since = System.nanoTime();
        }

        private synchronized void end() {
            waiting = false;
        }

        private synchronized void endBeyond(long nanos) {
            if (waiting && System.nanoTime() - since > nanos) {
                waiting = false;
                thread.interrupt();
            }
        }
    }
}
