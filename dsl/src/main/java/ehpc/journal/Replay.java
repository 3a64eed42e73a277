package ehpc.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recorded steps of a run that is resumed, as far as the script has not repeated them. Steps of the thread that began the run must be
 * repeated in their order; those of other threads, as in {@code parallel}, in any order. Thread-safe.
 */
final class Replay {

    private final Deque<JournaledStep> main = new ArrayDeque<>();
    private final Map<String, Deque<JournaledStep>> others = new HashMap<>();
    private ResumeRefusedException refused;

    Replay(List<JournaledStep> steps) {
        for (JournaledStep step : steps) {
            if (step.isMain()) {
                main.add(step);
            } else {
                others.computeIfAbsent(step.key(), key -> new ArrayDeque<>()).add(step);
            }
        }
    }

    /**
     * Returns the recorded step that the script repeats now; empty for a new one.
     *
     * @throws ResumeRefusedException if the journal has another step here; from then on, every step is refused
     */
    synchronized Optional<JournaledStep> next(String key, boolean isMain, int line, String title) {
        if (refused != null) {
            throw refused;
        }
        if (!isMain) {
            Deque<JournaledStep> same = others.get(key);
            return Optional.ofNullable(same == null ? null : same.poll());
        }
        JournaledStep recorded = main.peek();
        if (recorded != null && !recorded.key().equals(key)) {
            refused =
                    new ResumeRefusedException("the journal has " + recorded.title() + place(recorded.line(), recorded)
                            + " here, not " + title + place(line, null) + "; the run cannot be resumed");
            throw refused;
        }
        return Optional.ofNullable(main.poll());
    }

    private static String place(int line, JournaledStep step) {
        String nodes = step == null || step.nodes().isEmpty()
                ? ""
                : " on " + step.nodes().size() + " nodes";
        return nodes + (line > 0 ? " (line " + line + ")" : "");
    }

    /** Returns the recorded steps that the script has not repeated. */
    synchronized List<JournaledStep> unrepeated() {
        List<JournaledStep> left = new ArrayList<>(main);
        others.values().forEach(left::addAll);
        return left;
    }
}
