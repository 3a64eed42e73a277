package ehpc.repl.internal.shell;

import java.util.List;

/**
 * Suggestions for the argument of a command.
 *
 * @param from the index in the argument from which a suggestion replaces the text up to the cursor
 * @param all the suggestions, also those that do not begin with that text
 */
public record Suggestions(int from, List<Suggestion> all) {

    /** No suggestions. */
    public static final Suggestions NONE = new Suggestions(0, List.of());

    /** Copies the list. */
    public Suggestions {
        all = List.copyOf(all);
    }

    /**
     * A suggestion.
     *
     * @param text the inserted text
     * @param description a description in a few words; may be empty
     * @param last whether a blank follows; false for a directory, for example
     */
    public record Suggestion(String text, String description, boolean last) {}
}
