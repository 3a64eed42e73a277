package ehpc.plan;

/**
 * A step was refused and not sent: the script ends with all its branches. An error, not an exception, so that a {@code catch} of exceptions
 * in a script does not catch it.
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
        return "it was not sent, " + (before == 1 ? "1 step before it was" : before + " steps before it were");
    }

    /** Returns the refused step. */
    public Step step() {
        return step;
    }

    /** Returns the number of mutating steps sent before, in all branches. */
    public int before() {
        return before;
    }
}
