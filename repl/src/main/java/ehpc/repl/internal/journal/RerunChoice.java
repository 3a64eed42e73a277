package ehpc.repl.internal.journal;

import ehpc.Outcome;
import ehpc.api.Phrases;
import ehpc.journal.JournaledRun;
import ehpc.journal.JournaledStep;
import ehpc.journal.Reruns;
import ehpc.node.NodeSet;
import ehpc.repl.internal.failure.UsageException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nodes of a recorded run on which a command is to be run again.
 *
 * @param step the number of the command's step; empty for the only one with such nodes
 * @param outcomes the outcomes of the nodes
 */
public record RerunChoice(OptionalInt step, Set<Outcome> outcomes) {

    /** The options that choose outcomes. */
    private static final Map<String, Set<Outcome>> OPTIONS = Map.of(
            "--failed", EnumSet.of(Outcome.FAILED, Outcome.TIMED_OUT, Outcome.NOT_DELIVERED),
            "--not-run", EnumSet.of(Outcome.NOT_RUN),
            "--unknown", EnumSet.of(Outcome.UNKNOWN));

    /** The names of the options, in the order of their help. */
    public static final List<String> NAMES = List.of("--failed", "--not-run", "--unknown");

    /** The message after a refused question. */
    public static final String NOTHING_SENT = "nothing was sent";

    /** The option for the number of the step. */
    public static final String STEP = "--step";

    /** Returns the outcomes that some options choose. */
    public static Set<Outcome> outcomes(List<String> options) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        options.forEach(option -> outcomes.addAll(OPTIONS.get(option)));
        return outcomes;
    }

    /** @throws UsageException if no outcomes were chosen */
    public void check() {
        if (outcomes.isEmpty()) {
            throw new UsageException("at least one of " + Phrases.or(NAMES) + " must be given");
        }
    }

    /** Returns whether a command may run twice on one of the nodes. */
    public boolean mayRepeat() {
        return outcomes.contains(Outcome.UNKNOWN);
    }

    /**
     * Returns the step of a run; empty if no step has such nodes.
     *
     * @throws UsageException if several steps have such nodes, or the given step is not a command
     */
    public Optional<JournaledStep> in(JournaledRun run, Reruns reruns) {
        if (step.isPresent()) {
            JournaledStep given = run.steps().stream()
                    .filter(one -> one.number() == step.getAsInt())
                    .findFirst()
                    .orElseThrow(() -> new UsageException("run " + run.id() + " has no step " + step.getAsInt()
                            + (run.steps().isEmpty()
                                    ? ""
                                    : "; it has 1 to " + run.steps().size())));
            if (!given.isRun()) {
                throw new UsageException(
                        "step " + given.number() + " of run " + run.id() + " is " + given.title() + ", not a command");
            }
            return Optional.of(given).filter(this::isWanted);
        }
        List<JournaledStep> wanted = run.steps().stream().filter(this::isWanted).toList();
        List<JournaledStep> left = wanted.stream()
                .filter(one -> !reruns.left(one, outcomes).isEmpty())
                .toList();
        if (left.size() > 1) {
            throw new UsageException("several steps of run " + run.id() + " have " + words() + " nodes: "
                    + left.stream().map(this::words).collect(Collectors.joining(", ")) + "; choose one with "
                    + STEP);
        }
        if (left.isEmpty() && !wanted.isEmpty()) {
            reruns.leftOrRefuse(wanted.get(0), outcomes); // reports where it was run again
        }
        return left.stream().findFirst();
    }

    private boolean isWanted(JournaledStep one) {
        return one.isRun() && one.counts().keySet().stream().anyMatch(outcomes::contains);
    }

    /** Returns the message for a run without such nodes. */
    public String none(JournaledRun run) {
        String missing = run.isUnsettled() && !mayRepeat() ? "; it has results to collect: attach " + run.id() : "";
        return "run " + run.id() + " has no " + words() + " nodes" + missing;
    }

    /** Returns a line on the nodes on which a step was run again before; empty if there are none. */
    public Optional<String> leftOut(Reruns reruns, JournaledStep one) {
        Map<Outcome, Integer> counts = one.counts();
        counts.keySet().retainAll(outcomes);
        int wanted = counts.values().stream().mapToInt(Integer::intValue).sum();
        int left = reruns.leftOrRefuse(one, outcomes).size();
        return wanted == left
                ? Optional.empty()
                : Optional.of((wanted - left) + " of " + wanted
                        + " nodes are left out: the command was run again there before");
    }

    private String words(JournaledStep one) {
        Map<Outcome, Integer> counts = one.counts();
        counts.keySet().retainAll(outcomes);
        return one.number() + " (" + one.title() + ": " + RunTables.words(counts) + ")";
    }

    /** Returns the outcomes for a sentence, such as {@code failed, timed-out or not-delivered}. */
    public String words() {
        return Phrases.or(outcomes.stream().sorted().map(Outcome::word).toList());
    }

    /** Returns the nodes on which a command may run twice. */
    public NodeSet doubtful(Reruns reruns, JournaledStep one) {
        return mayRepeat() ? reruns.left(one, EnumSet.of(Outcome.UNKNOWN)) : NodeSet.of(one.cluster(), List.of(), "");
    }

    /** Returns the reason for a question before a command may run twice. */
    public static String doubt(NodeSet nodes) {
        String where = nodes.size() == 1 ? nodes.folded() : nodes.folded() + " (" + nodes.size() + ")";
        return "the command may have run, or may still run, on " + where;
    }
}
