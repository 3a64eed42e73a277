package ehpc.plan;

/**
 * Where a plan ends before its script does.
 *
 * @param line the script's line, from 1; 0 when not known
 * @param reason why, such as {@code it depends on what run 'date' (line 5) brings}
 */
public record PlanEnd(int line, String reason) {

    /** One line that tells it. */
    @Override
    public String toString() {
        return "plan ends" + (line > 0 ? " at line " + line : "") + ": " + reason;
    }
}
