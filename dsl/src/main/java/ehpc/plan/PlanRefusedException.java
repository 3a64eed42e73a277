package ehpc.plan;

import java.util.List;

/** A plan that must not be carried out, as something is not what it was. */
public final class PlanRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;
    private final boolean changed;

    /**
     * @param reasons everything that is different, one line each
     * @param changed whether a part of the plan was carried out before
     */
    public PlanRefusedException(List<String> reasons, boolean changed) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
        this.changed = changed;
    }

    /** Returns everything that is different, one line each. */
    public List<String> reasons() {
        return reasons;
    }

    /** Returns whether a part of the plan was carried out before; else nothing was sent. */
    public boolean changed() {
        return changed;
    }
}
