package ehpc.plan;

/**
 * A script that was being planned was about to change something by itself, on the machine or over the network, and was stopped before. An
 * error and no exception, so that a script's own {@code catch} of exceptions lets it pass.
 */
public final class EffectRefused extends Error {

    private static final long serialVersionUID = 1L;

    /**
     * An effect that was refused where it is made.
     *
     * @param effect the call and its effect, as a sentence says it
     */
    public EffectRefused(String effect) {
        super(effect + ", and a plan changes nothing: the plan was stopped before");
    }
}
