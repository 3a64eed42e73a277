package ehpc.plan;

/**
 * A step of a script was not approved, and nothing of it was sent: the script ends here, with all its branches. An error and no exception, so that a script's own
 * {@code catch} of exceptions lets it pass.
 */
public final class NotApproved extends Error {

    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final int before;

    NotApproved(Step step, int before) {
        super(step.title() + " was not approved: " + sent(before));
        this.step = step;
        this.before = before;
    }

    private static String sent(int before) {
        if (before == 0) {
            return "nothing was sent";
        }
        return "nothing of it was sent, " + (before == 1 ? "1 step before it was" : before + " steps before it were");
    }

    /** What would have been done. */
    public Step step() {
        return step;
    }

    /** Returns how many steps that change something had been sent before, also in other branches. */
    public int before() {
        return before;
    }
}
