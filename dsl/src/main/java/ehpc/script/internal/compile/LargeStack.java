package ehpc.script.internal.compile;

import java.util.concurrent.Callable;

/**
 * Runs the compiler with a large stack: it recurses for each nested bracket, operator and call, and a flat sum or chain of calls is nested
 * as deeply as it has parts. The stack of a usual thread is sufficient for a few hundred.
 */
public final class LargeStack {

    /** The reserved address space; only the used part takes memory, and only while it is used. */
    private static final long BYTES = 512L << 20;

    private LargeStack() {}

    /**
     * Runs work on a thread with a large stack, and waits for its end.
     *
     * @throws E if the work throws it
     */
    public static <T, E extends Exception> T with(Work<T, E> work) throws E {
        Result<T> result = new Result<>(work::get);
        Thread thread = new Thread(null, result, "ehpc-compiler", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return LargeStack.<T, E>value(result);
    }

    @SuppressWarnings("unchecked") // work throws no other checked exceptions
    private static <T, E extends Exception> T value(Result<T> result) throws E {
        if (result.failure instanceof Error error) {
            throw error;
        }
        if (result.failure != null) {
            throw (E) result.failure;
        }
        return result.value;
    }

    /** Work that needs a large stack. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Does the work. */
        T get() throws E;
    }

    private static final class Result<T> implements Runnable {

        private final Callable<T> work;
        private T value;
        private Throwable failure;

        Result(Callable<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                value = work.call();
            } catch (Throwable e) { // thrown again in the calling thread
                failure = e;
            }
        }
    }
}
