package ehpc;

/**
 * The origin of an effect.
 *
 * @param line the script's line, from 1; 0 if unknown
 * @param word the word of the script, such as {@code syncUsers()}; empty for an operation called by its own name
 */
public record Origin(int line, String word) {

    /** The origin of an effect that no script requested. */
    public static final Origin UNKNOWN = new Origin(0, "");
}
