package ehpc;

import java.util.Map;

/**
 * An entry of ListCommands: a command that was submitted to a cluster.
 *
 * @param id the service's id, {@code c-...}
 * @param text the command's text
 * @param workingDirectory where it starts
 * @param timeoutSeconds its time limit in seconds; 0 when not known
 */
public record SubmittedCommand(String id, String text, String workingDirectory, long timeoutSeconds) {

    static SubmittedCommand of(Map<String, Object> entry) {
        Fields f = Fields.of("ListCommands", entry);
        return new SubmittedCommand(
                f.text("CommandId"), f.text("CommandContent"), f.text("WorkingDir"), f.number("Timeout", 0));
    }
}
