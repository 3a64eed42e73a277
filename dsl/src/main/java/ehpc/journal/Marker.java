package ehpc.journal;

import ehpc.api.InputException;
import ehpc.api.Request;
import ehpc.command.Command;
import java.util.List;
import java.util.Optional;

/** A comment on a line of its own at the end of a command, by which ListCommands shows the request that the command came from. */
final class Marker {

    private static final String COMMAND = "Command";

    private Marker() {}

    /** Returns the end of a marked command. */
    static String line(String id) {
        return "\n# ehpc " + id;
    }

    /**
     * Returns a submit with the marker. Empty if the command is too long for it, or does not end where a shell would read a comment: inside quotes,
     * a here-document or an escape.
     */
    static Optional<Request> marked(Request submit, String id) {
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
}
