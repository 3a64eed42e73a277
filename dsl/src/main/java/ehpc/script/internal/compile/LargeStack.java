package ehpc.script.internal.compile;

import java.util.concurrent.Callable;

/**
 * Room for the compiler: it goes down a step for each bracket, operator and call that stands in another, and a flat sum or chain of
 * calls is nested as deeply as it has parts. The stack of a usual thread ends at a few hundred.
 */
public final class LargeStack {

    /** Address space; only what is used of it takes memory, and only as long as it is used. */
    private static final long BYTES = 512L << 20;

    private LargeStack() {}

    /**
     * Works on a thread with a large stack, and waits for it to end.
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

    @SuppressWarnings("unchecked") // a work raises nothing checked but what it says
    private static <T, E extends Exception> T value(Result<T> result) throws E {
        if (result.failure instanceof Error error) {
            throw error;
        }
        if (result.failure != null) {
            throw (E) result.failure;
        }
        return result.value;
    }

    /** What is to be done with a large stack. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Does it. */
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
            } catch (Throwable e) { // of whatever kind: raised again where the work was asked for
                failure = e;
            }
        }
    }
}
