package ehpc.repl.internal.shell;

import java.util.List;

/**
 * What may stand in the argument of a command.
 *
 * @param from where in the argument it takes the place of what is there up to the cursor
 * @param all the suggestions, also those that do not begin with what is there
 */
public record Suggestions(int from, List<Suggestion> all) {

    /** None. */
    public static final Suggestions NONE = new Suggestions(0, List.of());

    /** Copies the list. */
    public Suggestions {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param text what is put into the line
     * @param description what it is, in a few words; may be empty
     * @param last whether a blank goes behind it; false for a directory, say
     */
    public record Suggestion(String text, String description, boolean last) {}
}
