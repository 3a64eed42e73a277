package ehpc.plan;

/**
 * Ends the evaluation of a script that is being planned: it looks at something that will only be there when the plan is carried out. An
 * error and no exception, so that a script's own {@code catch} of exceptions lets it pass.
 */
public final class PlanEnded extends Error {

    private static final long serialVersionUID = 1L;

    PlanEnded(PlanEnd end) {
        super(end.toString(), null, false, false);
    }
}
