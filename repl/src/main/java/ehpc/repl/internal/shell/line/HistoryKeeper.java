package ehpc.repl.internal.shell.line;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads and writes a history on a thread of its own: a file on a mount that does not answer, or that somebody has locked, holds up no
 * prompt.
 */
final class HistoryKeeper implements AutoCloseable {

    /** So long a prompt waits, so that usually everything is in its place when it comes. */
    private static final int WAIT_MILLIS = 300;

    private static final int LAST_MILLIS = 1_000;

    private final HistoryFile file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(HistoryKeeper::background);
    private final CompletableFuture<List<String>> loading;
    private boolean taken;
    private Future<?> last = CompletableFuture.completedFuture(null);

    /** Begins to read. */
    HistoryKeeper(HistoryFile file) {
        this.file = file;
        this.loading = CompletableFuture.supplyAsync(file::load, thread);
    }

    private static Thread background(Runnable task) {
        Thread thread = new Thread(task, "ehpc-history");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the entries of earlier shells, once they are there; only the first call that finds them gets them. */
    synchronized Optional<List<String>> loaded() {
        if (taken) {
            return Optional.empty();
        }
        taken = ended(loading, WAIT_MILLIS);
        return taken ? Optional.of(loading.join()) : Optional.empty();
    }

    /** Adds an entry at the end. */
    synchronized void add(String entry) {
        boolean quick = last.isDone();
        last = thread.submit(() -> file.add(entry));
        if (quick) { // else the file takes its time, and so it would with this one
            ended(last, WAIT_MILLIS);
        }
    }

    private static boolean ended(Future<?> task, int millis) {
        try {
            task.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        ended(last, LAST_MILLIS);
        thread.shutdownNow();
    }
}
