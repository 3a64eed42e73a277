package ehpc.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.InputException;
import java.util.List;
import java.util.Optional;

/**
 * The changes that a script would make, in order. Read-only calls and printed output are not part of a plan. Immutable.
 *
 * @param script the script
 * @param args its arguments
 * @param region the region of the calls; empty if none is set
 * @param regionOfScript whether the script chose the region itself
 * @param place the service
 * @param steps the changes
 * @param end the end of an incomplete plan; empty for a complete one
 * @param withheld the parts omitted to protect secrets, one line each; such a plan cannot be saved or applied
 */
public record Plan(
        PlannedScript script,
        List<String> args,
        String region,
        boolean regionOfScript,
        PlanPlace place,
        List<Step> steps,
        Optional<PlanEnd> end,
        List<String> withheld) {

    /** Copies the lists. */
    public Plan {
        args = List.copyOf(args);
        steps = List.copyOf(steps);
        withheld = List.copyOf(withheld);
    }

    /** Returns whether it covers the complete script. */
    public boolean isComplete() {
        return end.isEmpty();
    }

    /** Returns whether applying it changes anything; false if it only sets values that are set already. */
    public boolean changes() {
        return steps.stream().anyMatch(Step::changes);
    }

    /** Returns whether a command gets a marker when it is sent. */
    public boolean isMarked() {
        return steps.stream().anyMatch(step -> step instanceof Step.Run run && run.marked());
    }

    /** Returns the number of clusters in it. */
    public int clusters() {
        return (int) steps.stream()
                .map(Step::cluster)
                .filter(cluster -> !cluster.isEmpty())
                .distinct()
                .count();
    }

    /** Returns the number of its requests. */
    public int calls() {
        return steps.stream().mapToInt(step -> step.calls().size()).sum();
    }

    /** Returns the number of nodes that run a command. */
    public int nodes() {
        return (int) steps.stream()
                .filter(Step.Run.class::isInstance)
                .flatMap(step -> ((Step.Run) step).nodes().stream().map(PlannedNode::id))
                .distinct()
                .count();
    }

    /** Returns the plan as indented JSON with a digest at the end, the form of {@code plan.json}. Contains no secret. */
    @JsonValue
    @JsonRawValue
    public String json() {
        return PlanJson.text(this);
    }

    /**
     * Reads a plan from JSON.
     *
     * @param name the name in messages, such as that of its file
     * @throws InputException if the text is not a plan, or a plan of another version
     * @throws PlanRefusedException if the text was changed
     */
    public static Plan read(String name, String text) {
        return PlanJson.read(name, text);
    }

    /** Returns the plan for people. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
