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
 * Reads and writes a history in a thread of its own: a file on a dead mount, or a locked one, does not delay the prompt.
 */
final class HistoryKeeper implements AutoCloseable {

    /** The maximum delay of a prompt, enough for most reads. */
    private static final int WAIT_MILLIS = 300;

    private static final int LAST_MILLIS = 1_000;

    private final HistoryFile file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(HistoryKeeper::background);
    private final CompletableFuture<List<String>> loading;
    private boolean taken;
    private Future<?> last = CompletableFuture.completedFuture(null);

    /** Starts reading. */
    HistoryKeeper(HistoryFile file) {
        this.file = file;
        this.loading = CompletableFuture.supplyAsync(file::load, thread);
    }

    private static Thread background(Runnable task) {
        Thread thread = new Thread(task, "ehpc-history");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the entries of earlier shells, once, to the first call after they are read. */
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
        if (quick) { // otherwise the file is slow, also for this entry
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
