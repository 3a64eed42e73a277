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

    /** Returns a submit with the marker; empty unless it {@link #fits}. */
    public static Optional<Request> marked(Request submit, String id) {
        return fits(submit) ? Optional.of(with(submit, id)) : Optional.empty();
    }

    private static Request with(Request submit, String id) {
        return submit.with(COMMAND, Command.of(text(submit) + line(id)).text()).checked();
    }

    private static String text(Request submit) {
        return String.valueOf(submit.parameters().get(COMMAND));
    }

    /**
     * Returns whether a submit can have a marker: its command is short enough for one of any length, and ends where a shell would read a comment, not
     * inside quotes, a here-document or an escape.
     */
    public static boolean fits(Request submit) {
        if (text(submit).endsWith("\\")) {
            return false;
        }
        try {
            // A value fits exactly where a command may begin.
            Command.of(List.of(text(submit) + "\n: ", ""), List.of("x"));
            with(submit, LONGEST_ID);
            return true;
        } catch (InputException e) {
            return false;
        }
    }
}
