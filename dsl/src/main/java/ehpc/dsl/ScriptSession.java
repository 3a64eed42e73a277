package ehpc.dsl;

import ehpc.EhpcClient;
import ehpc.Origin;
import ehpc.RunFailedException;
import ehpc.RunResult;
import ehpc.api.ApiException;
import ehpc.api.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The account, arguments, environment and output of a running script. One for each execution. */
public interface ScriptSession {

    /** Returns the account and region. */
    EhpcClient ehpc();

    /** Selects another region. */
    void region(String id);

    /** Returns the script's arguments. */
    List<String> args();

    /** Returns the environment variables that the script may see. */
    Map<String, String> environment();

    /** Returns a result in the form in which this session displays it. */
    default RunResult displayed(RunResult result) {
        return result;
    }

    /** Records the result of a run. */
    void recordResult(RunResult result);

    /**
     * Tracks whether the script checks a failed result.
     *
     * @return the result for the script
     */
    default RunResult track(RunResult result) {
        return result;
    }

    /** Shows a failed result if its thread is interrupted, so that the script ends before it can check the result. */
    default void showIfInterrupted(RunResult result) {}

    /** Shows a result to the user. */
    void show(RunResult result);

    /** Writes text as {@code println} does, without adding a line's end. */
    void write(String text);

    /**
     * Returns how many branches of {@code parallel} may run at a time.
     *
     * @param wanted the requested number
     */
    default int width(int wanted) {
        return wanted;
    }

    /** Records a secret that the script uses. */
    default void recordSecret(Secret secret) {}

    /** Returns the executed line of the script; 0 if it is not needed. */
    default int line() {
        return 0;
    }

    /**
     * Throws if a run failed whose result the script does not check.
     *
     * @throws RunFailedException if more nodes are not ok than tolerated
     */
    default void requireOk(RunResult result) {
        if (result.isFailed()) {
            throw new RunFailedException(result);
        }
    }

    /** Records that the service was changed, or may have been. */
    void changed();

    /** Ends the script if it was interrupted, before it changes anything. */
    default void checkInterrupt() {}

    /**
     * Runs work that changes the service, and records the change if it took effect or may have.
     *
     * @param origin the line and word of the script
     * @param work changes the service, over the given account
     */
    default <T> T changing(Origin origin, Function<EhpcClient, T> work) {
        checkInterrupt();
        try {
            T done = work.apply(ehpc().withOrigin(origin));
            changed();
            return done;
        } catch (ApiException e) {
            if (e.mayHaveHappened()) {
                changed();
            }
            throw e;
        }
    }

    /**
     * Runs work for a word of the executed line.
     *
     * @param word the word for display, such as {@code syncUsers()}; empty for the name of the operation
     */
    default <T> T changing(String word, Function<EhpcClient, T> work) {
        return changing(new Origin(line(), word), work);
    }
}
