package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A job of a cluster, as reported by ListJobsWithFilters. An array job is one entry. Times are in UTC, such as {@code 2026-11-30T08:15:00Z}, and empty if
 * unknown or still to come.
 *
 * @param id its id, such as 1.manager0
 * @param name its name
 * @param state QUEUED, RUNNING or FINISHED; a finished job may have failed, which the comment says
 * @param owner the name of its user
 * @param queue the queue that it was submitted to
 * @param priority its rank in the queue; a larger number runs sooner
 * @param nodeNames the host names of the nodes that run it, or ran it; none before it starts
 * @param submitTime the time of its submission
 * @param startTime the time of its start
 * @param stdout the path of its output
 * @param stderr the path of its error output
 * @param comment the scheduler's text about its end; may be empty
 * @param fields all fields of the entry, by the names of ListJobsWithFilters
 */
@JsonIgnoreProperties("fields")
@WordsOf(value = WordPlace.JOB, form = "jobs[0].%s", example = "println jobs*.%s")
public record Job(
        @WordFacts("Its id, such as 1.manager0.") String id,
        @WordFacts("Its name.") String name,

        @WordFacts("QUEUED, RUNNING or FINISHED; a finished job may have failed.")
        String state,

        @WordFacts("The name of its user.") String owner,
        @WordFacts("The queue that it was submitted to.") String queue,

        @WordFacts("Its rank in the queue; a larger number runs sooner.")
        long priority,

        @WordFacts("The host names of its nodes; none before it starts.")
        List<String> nodeNames,

        @WordFacts("The time of its submission, in UTC.") String submitTime,
        @WordFacts("The time of its start, in UTC.") String startTime,
        @WordFacts("The path of its output.") String stdout,
        @WordFacts("The path of its error output.") String stderr,
        @WordFacts("The scheduler's text about its end.") String comment,

        @WordFacts(
                value = "All fields of the service's record, a map under the service's own names.",
                example = "println jobs*.fields*.size()")
        Map<String, Object> fields) {

    /** The state of a job that has ended. */
    public static final String FINISHED = "FINISHED";

    /** The state of a job that runs. */
    public static final String RUNNING = "RUNNING";

    static Job of(RecordFields f) {
        return new Job(
                f.text("Id"),
                f.text("Name"),
                f.text("State"),
                f.text("Owner").replaceFirst("@.*", ""), // the service adds the host: ada@manager0
                f.text("Queue"),
                f.number("Priority", 0),
                names(f.text("NodeList")),
                time(f.text("SubmitTime")),
                time(f.text("StartTime")),
                f.text("Stdout"),
                f.text("Stderr"),
                f.text("Comment"),
                f.entry());
    }

    /** The list is a JSON text in a text. */
    private static List<String> names(String list) {
        return Arrays.stream(list.split("[\\[\\]\",\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The service sends seconds since 1970 as a text. */
    private static String time(String seconds) {
        if (!seconds.matches("[0-9]{1,12}")) {
            return seconds;
        }
        return seconds.matches("0+")
                ? ""
                : Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
    }

    /** Returns whether the job has ended, well or not. */
    boolean isFinished() {
        return state.equals(FINISHED);
    }
}
