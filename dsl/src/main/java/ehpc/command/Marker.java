package ehpc.command;

import ehpc.api.InputException;
import ehpc.api.Request;
import java.util.List;
import java.util.Optional;

/**
 * A comment on a line of its own at the end of a command, by which ListCommands shows the request that the command came from. {@link
 * ehpc.journal.Journal} adds it.
 */
public final class Marker {

    /** The longest id with a journal of less than a million lines. */
    private static final String LONGEST_ID = "20260101-000000-0000.000000";

    private static final String COMMAND = "Command";

    private Marker() {}

    /**
     * Returns the end of a marked command.
     *
     * @param id the id of the run and a number, such as {@code 20261129-130501-4f2a.7}
     */
    public static String line(String id) {
        return "\n# ehpc " + id;
    }

    /**
     * Returns a submit with the marker. Empty if the command is too long for it, or does not end where a shell would read a comment: inside quotes,
     * a here-document or an escape.
     */
    public static Optional<Request> marked(Request submit, String id) {
        String text = String.valueOf(submit.parameters().get(COMMAND));
        if (text.endsWith("\\")) {
            return Optional.empty();
        }
        try {
            Command.of(List.of(text + "\n: ", ""), List.of("x")); // a value fits exactly where a command may begin
            return Optional.of(
                    submit.with(COMMAND, Command.of(text + line(id)).text()).checked());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a submit can have a marker. */
    public static boolean fits(Request submit) {
        return marked(submit, LONGEST_ID).isPresent();
    }
}
