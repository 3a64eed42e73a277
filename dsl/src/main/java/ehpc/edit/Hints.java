package ehpc.edit;

import java.util.Optional;

/** Tells the form of what is being written at a place. */
public final class Hints {

    private Hints() {}

    /**
     * The form of the word, operation or parameter at the cursor, or of the one around it. Cheap enough to be asked at each key.
     *
     * @param text any text, right or wrong
     * @param cursor an index into it, 0 to its length; others are taken for the nearest of these
     * @param context what is known around the text
     * @return empty where nothing is known of what stands there
     */
    public static Optional<Hint> at(String text, int cursor, CompletionContext context) {
        return Optional.empty();
    }
}
