package ehpc;

import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.time.Duration;

/**
 * An entry of ListCommands: a command that was submitted to a cluster.
 *
 * @param id the command id, {@code c-...}
 * @param text the command's text
 * @param workingDirectory its directory
 * @param timeoutSeconds its time limit in seconds; 0 if unknown
 */
@WordsOf(value = WordPlace.SUBMITTED_COMMAND, form = "commands[0].%s", example = "println commands*.%s")
public record SubmittedCommand(
        @WordFacts("The service's id of it.") String id,
        @WordFacts("The command.") String text,
        @WordFacts("Its working directory.") String workingDirectory,

        @WordFacts("Its time limit in seconds; 0 if unknown.")
        long timeoutSeconds) {

    /** How long a new command may be missing from the service's reads: 30 s. */
    public static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    static SubmittedCommand of(RecordFields f) {
        return new SubmittedCommand(
                f.text("CommandId"), f.text("CommandContent"), f.text("WorkingDir"), f.number("Timeout", 0));
    }
}
