package ehpc.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.InputException;
import java.util.List;
import java.util.Optional;

/**
 * What a script would change, in its order: nothing of it has been done. What only reads stands in no plan, nor what the script prints.
 * Immutable.
 *
 * @param script the script
 * @param args its arguments
 * @param region where the calls go; empty when no region was chosen
 * @param regionOfScript whether the script chose the region itself
 * @param place which service
 * @param steps what would be changed
 * @param end where the plan ends before its script does; empty for a complete plan
 * @param withheld what was left out to keep a secret, a line each; such a plan cannot be kept nor carried out
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

    /** Returns whether it goes to the script's end. */
    public boolean isComplete() {
        return end.isEmpty();
    }

    /** Returns whether carrying it out changes anything; a plan that sets only what is set already changes nothing. */
    public boolean changes() {
        return steps.stream().anyMatch(Step::changes);
    }

    /** Returns how many clusters it concerns. */
    public int clusters() {
        return (int) steps.stream()
                .map(Step::cluster)
                .filter(cluster -> !cluster.isEmpty())
                .distinct()
                .count();
    }

    /** Returns how many requests it sends. */
    public int calls() {
        return steps.stream().mapToInt(step -> step.calls().size()).sum();
    }

    /** On how many nodes it runs a command. */
    public int nodes() {
        return (int) steps.stream()
                .filter(Step.Run.class::isInstance)
                .flatMap(step -> ((Step.Run) step).nodes().stream().map(PlannedNode::id))
                .distinct()
                .count();
    }

    /** Returns the plan as JSON, indented, with a digest at its end: the form of {@code plan.json}. No secret is in it. */
    @JsonValue
    @JsonRawValue
    public String json() {
        return PlanWriter.text(this);
    }

    /**
     * Returns a plan that was kept as JSON.
     *
     * @param name how messages call it, such as the name of its file
     * @throws InputException if the text is not a plan, or a plan of another version
     * @throws PlanRefusedException if the text was changed
     */
    public static Plan read(String name, String text) {
        return PlanReader.read(name, text);
    }

    /** Returns the plan for people. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
