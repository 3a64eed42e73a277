package ehpc;

import ehpc.api.Request;
import java.util.function.Supplier;

/**
 * Takes down what would be changed, in place of the service: see {@link Ehpc#recording}. Called on the thread that asks, by several
 * at once where several ask.
 */
public interface Recorder {

    /**
     * A call that would change something; it is not sent.
     *
     * @return what is thrown when somebody looks at the answer, which is not there
     */
    Supplier<? extends Error> call(Request request);

    /**
     * A command that would be sent to nodes; it is not.
     *
     * @return what is thrown when somebody looks at the results, which are not there
     */
    Supplier<? extends Error> run(PlannedRun run);

    /** A call that only reads, before it is sent; whatever this throws keeps it from being sent. */
    default void read(Request request) {}
}
