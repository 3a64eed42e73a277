package ehpc.plan;

/**
 * A script in planning attempted a side effect on the machine or over the network, and was stopped before it. An error, not an exception,
 * so that a {@code catch} of exceptions in a script does not catch it.
 */
public final class EffectRefused extends Error {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param effect the call and its effect, as part of a sentence
     */
    public EffectRefused(String effect) {
        super(effect + ", which a plan must not do; the plan stopped before this call");
    }
}
