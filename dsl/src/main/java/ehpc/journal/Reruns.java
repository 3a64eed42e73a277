package ehpc.journal;

import ehpc.NodeResult;
import ehpc.Outcome;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps that run the commands of a recorded run again, in its own journal and in those of later runs, as they were at one moment. Immutable.
 */
public final class Reruns {

    /** The random end of an id; of two ids of the same second, either run may be the later one. */
    private static final String RANDOM_END = "-[0-9a-f]{4}$";

    private record Rerun(JournaledRun run, JournaledStep step) {

        String name() {
            return run.name(step);
        }
    }

    private final JournaledRun first;
    /** By the name of the step that they run again. */
    private final Map<String, List<Rerun>> all = new HashMap<>();

    private Reruns(JournaledRun first) {
        this.first = first;
    }

    /**
     * Returns the reruns of a run.
     *
     * @throws ResumeRefusedException if the journal of a later run cannot be read: it may have run a command again
     */
    static Reruns of(JournaledRun first) {
        Reruns reruns = new Reruns(first);
        Journals journals = Journals.in(first.directory().getParent());
        String second = first.id().replaceFirst(RANDOM_END, "");
        for (JournaledRun run : journals.runs(id -> id.compareTo(second) >= 0, reruns::refuse)) {
            for (JournaledStep step : run.steps()) {
                if (!step.reruns().isEmpty()) {
                    reruns.all
                            .computeIfAbsent(step.reruns(), name -> new ArrayList<>())
                            .add(new Rerun(run, step));
                }
            }
        }
        return reruns;
    }

    private void refuse(Path path, String reason) {
        throw new ResumeRefusedException(
                reason + "; it may have run a command of run " + first.id() + " again: to forget it, delete " + path);
    }

    /** Returns the nodes on which a step was, or may have been, run again, with the place of that: {@code step 2 of run X}. */
    private Map<String, String> places(JournaledStep step) {
        Map<String, String> places = new HashMap<>();
        for (Rerun again : all.getOrDefault(first.name(step), List.of())) {
            String place =
                    "step " + again.step().number() + " of run " + again.run().id();
            again.step().submissions().stream()
                    .flatMap(sent -> sent.nodes().stream())
                    .forEach(node -> places.putIfAbsent(node.id(), place));
        }
        return places;
    }

    /** Returns the nodes of a step with one of some outcomes on which the command was not run again yet. */
    public NodeSet left(JournaledStep step, Set<Outcome> outcomes) {
        NodeSet wanted = step.nodes(outcomes);
        Map<String, String> places = places(step);
        List<Node> left =
                wanted.stream().filter(node -> !places.containsKey(node.id())).toList();
        return NodeSet.of(step.cluster(), left, wanted.origin());
    }

    /**
     * Does the same, if there is such a node.
     *
     * @throws ResumeRefusedException if the command was run again on all nodes with one of these outcomes; the message has the places
     */
    public NodeSet leftOrRefuse(JournaledStep step, Set<Outcome> outcomes) {
        NodeSet left = left(step, outcomes);
        NodeSet wanted = step.nodes(outcomes);
        if (left.isEmpty() && !wanted.isEmpty()) {
            throw new ResumeRefusedException(step.title() + " was run again on " + wanted.folded() + " in "
                    + places(step).values().stream().distinct().sorted().collect(Collectors.joining(", "))
                    + "; rerun that step instead");
        }
        return left;
    }

    /** Returns a step with the outcomes of its reruns by other runs in place of its own. */
    JournaledStep updated(JournaledStep step) {
        Map<String, NodeResult> later = new HashMap<>();
        boolean withheld = update(later, first.name(step));
        return later.isEmpty() ? step : step.updated(later, withheld);
    }

    /** Returns whether the output of a node was withheld. */
    private boolean update(Map<String, NodeResult> later, String name) {
        boolean withheld = false;
        for (Rerun again : all.getOrDefault(name, List.of())) {
            if (!again.run().id().equals(first.id())) {
                for (Node node : again.step().nodes()) {
                    NodeResult result = again.step().outcome(node);
                    if (result.outcome() != Outcome.NOT_RUN) {
                        later.put(node.id(), result);
                    }
                }
                withheld |= again.step().isWithheld();
                withheld |= update(later, again.name());
            }
        }
        return withheld;
    }
}
