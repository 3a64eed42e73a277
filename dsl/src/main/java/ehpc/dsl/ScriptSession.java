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

/** What a running script stands on: an account, arguments, an environment, and somewhere to write. One for each execution. */
public interface ScriptSession {

    /** Returns the account and region. */
    EhpcClient ehpc();

    /** Goes on in another region. */
    void region(String id);

    /** Returns the script's arguments. */
    List<String> args();

    /** Returns the environment variables that the script may see. */
    Map<String, String> environment();

    /** What a run brought, as it shall be told of here. */
    default RunResult named(RunResult result) {
        return result;
    }

    /** Takes note of what a run brought. */
    void ran(RunResult result);

    /**
     * Gives a result to the script, which has to look at it when it failed.
     *
     * @return the result for the script
     */
    default RunResult handOut(RunResult result) {
        return result;
    }

    /** Shows a result that the script would look after, where the script ends before it can: its thread is interrupted. */
    default void cutShort(RunResult result) {}

    /** Shows a result to the person who started the script. */
    void show(RunResult result);

    /** Writes text as {@code println} does, without adding a line's end. */
    void write(String text);

    /**
     * Returns how many branches of {@code parallel} may run at a time.
     *
     * @param wanted what the script asks for
     */
    default int width(int wanted) {
        return wanted;
    }

    /** Takes note of a secret that the script was given. */
    default void gave(Secret secret) {}

    /** Returns the line of the script that is being evaluated; 0 where nobody wants to know. */
    default int line() {
        return 0;
    }

    /**
     * Ends the script where a run that it does not look after has failed.
     *
     * @throws RunFailedException if more nodes are not ok than tolerated
     */
    default void demand(RunResult result) {
        if (result.isFailed()) {
            throw new RunFailedException(result);
        }
    }

    /** Marks that something was changed at the service, or may have been. */
    void changed();

    /** Ends the script here where it was told to stop, so that it changes nothing more. */
    default void goOn() {}

    /**
     * Does what changes something at the service, and marks it when it was done or may have been.
     *
     * @param origin where it comes from
     * @param work changes something, over the account that it is given
     */
    default <T> T changing(Origin origin, Function<EhpcClient, T> work) {
        goOn();
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
     * Returns the same of a word of the line that is being evaluated.
     *
     * @param word as a person would say it, such as {@code syncUsers()}; empty for an operation's own name
     */
    default <T> T changing(String word, Function<EhpcClient, T> work) {
        return changing(new Origin(line(), word), work);
    }
}
