package ehpc.journal;

import ehpc.NodeResult;
import ehpc.Outcome;
import ehpc.node.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps that run the commands of a recorded run again, in its own journal and in those of later runs. */
final class Reruns {

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
        for (JournaledRun run : journals.runs((path, reason) -> reruns.refuse(path, reason))) {
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
        if (path.getFileName().toString().compareTo(first.id()) > 0) {
            throw new ResumeRefusedException(reason + "; it may have run a command of run " + first.id()
                    + " again: to forget it, delete " + path);
        }
    }

    /** Returns the nodes on which a step was, or may have been, run again, with the place of that: {@code step 2 of run X}. */
    Map<String, String> places(JournaledStep step) {
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
