package ehpc.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The threads that a block or a script starts, and the failures that ended them. Safe for use by several threads. */
final class ScriptThreads {

    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    synchronized void add(Thread thread) {
        threads.add(thread);
    }

    synchronized void failed(Throwable failure) {
        failures.add(failure);
    }

    private synchronized List<Thread> begun() {
        List<Thread> all = List.copyOf(threads);
        threads.clear();
        return all;
    }

    /**
     * Does work, and waits for the threads that it starts, also if it fails. If this thread is interrupted, they are interrupted too.
     *
     * @return the result of the work
     */
    <T> T awaiting(Supplier<T> work) {
        T value = null;
        List<Throwable> failed = new ArrayList<>();
        try {
            value = work.get();
        } catch (Throwable e) {
            failed.add(e);
        }
        for (List<Thread> waiting = begun(); !waiting.isEmpty(); waiting = begun()) {
            join(waiting);
        }
        synchronized (this) {
            failed.addAll(failures);
            failures.clear();
        }
        throwFirst(failed);
        return value;
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws the first failure, the others suppressed; does nothing without one. */
    static void throwFirst(List<Throwable> failures) {
        if (!failures.isEmpty()) {
            Throwable first = failures.get(0);
            failures.stream().filter(other -> other != first).forEach(first::addSuppressed);
            ScriptThreads.<RuntimeException>raise(first);
        }
    }

    @SuppressWarnings("unchecked") // a script throws checked exceptions without declaring them, as Groovy does
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }
}
