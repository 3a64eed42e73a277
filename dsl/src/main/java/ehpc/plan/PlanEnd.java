package ehpc.plan;

/**
 * The position in the script where an incomplete plan ends.
 *
 * @param line the script's line, from 1; 0 if unknown
 * @param reason the reason, such as {@code it depends on the result of run 'date' (line 5)}
 */
public record PlanEnd(int line, String reason) {

    /** Returns position and reason, in one line. */
    @Override
    public String toString() {
        return "plan ends" + (line > 0 ? " at line " + line : "") + ": " + reason;
    }
}
