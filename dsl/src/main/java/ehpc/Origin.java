package ehpc;

/**
 * Where an effect comes from.
 *
 * @param line the script's line, from 1; 0 when not known
 * @param word the word of the script that says it, such as {@code syncUsers()}; empty for a call of an operation by its own name
 */
public record Origin(int line, String word) {

    /** The origin of an effect that no script has. */
    public static final Origin UNKNOWN = new Origin(0, "");
}
