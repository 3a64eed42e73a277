package ehpc.plan;

import java.util.List;

/** A plan cannot be applied because the state differs from it. */
public final class PlanRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;
    private final boolean changed;

    /**
     * @param reasons the differences, one line each
     * @param changed whether a part of the plan was applied before
     */
    public PlanRefusedException(List<String> reasons, boolean changed) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
        this.changed = changed;
    }

    /** Returns the differences, one line each. */
    public List<String> reasons() {
        return reasons;
    }

    /** Returns whether a part of the plan was applied before; otherwise nothing was sent. */
    public boolean changed() {
        return changed;
    }
}
