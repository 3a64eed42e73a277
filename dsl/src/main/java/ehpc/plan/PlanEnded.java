package ehpc.plan;

/**
 * Ends the evaluation of a script in planning when it reads a value that exists only after the plan is applied. An error, not an exception,
 * so that a {@code catch} of exceptions in a script does not catch it.
 */
public final class PlanEnded extends Error {

    private static final long serialVersionUID = 1L;

    PlanEnded(PlanEnd end) {
        super(end.toString(), null, false, false);
    }
}
