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
 * repeated in their order; those of other threads, as in {@code parallel}, in any order. There, a step that the journal does not have is new,
 * unless it is a recorded command on other nodes: some of them would run it again. Thread-safe.
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
    synchronized Optional<JournaledStep> next(EffectFacts effect, boolean isMain) {
        if (refused != null) {
            throw refused;
        }
        if (!isMain) {
            return other(effect);
        }
        JournaledStep recorded = main.peek();
        if (recorded != null && !recorded.key().equals(effect.key())) {
            throw refusal(recorded, effect);
        }
        return Optional.ofNullable(main.poll());
    }

    private Optional<JournaledStep> other(EffectFacts effect) {
        Deque<JournaledStep> same = others.getOrDefault(effect.key(), new ArrayDeque<>());
        if (same.isEmpty()) {
            others.values().stream()
                    .flatMap(Deque::stream)
                    .filter(effect::isOnSomeNodesOf)
                    .findFirst()
                    .ifPresent(changed -> {
                        throw refusal(changed, effect);
                    });
        }
        return Optional.ofNullable(same.poll());
    }

    private ResumeRefusedException refusal(JournaledStep recorded, EffectFacts effect) {
        refused = new ResumeRefusedException("the journal has " + recorded.title() + place(recorded.line(), recorded)
                + " here, not " + effect.title() + place(effect.line(), null) + "; the run cannot be resumed");
        return refused;
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
