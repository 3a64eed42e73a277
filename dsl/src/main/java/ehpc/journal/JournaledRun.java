package ehpc.journal;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.Outcome;
import ehpc.RunResult;
import ehpc.command.Command;
import ehpc.node.NodeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run as its journal describes it at one moment. Immutable.
 *
 * @param directory its directory
 * @param header the facts known before it began
 * @param began the time of its beginning
 * @param state whether it is active, over, or broken off
 * @param exitCode its exit code; empty unless it is over
 * @param hasSecrets whether its script read secrets
 * @param steps its changes of the service, in order
 */
public record JournaledRun(
        Path directory,
        JournalHeader header,
        Instant began,
        State state,
        OptionalInt exitCode,
        boolean hasSecrets,
        List<JournaledStep> steps) {

    /** The state of a run. */
    public enum State {
        /** A process is writing the journal. */
        ACTIVE,
        /** It came to its end. */
        ENDED,
        /** Its process ended without an end of the run: it was killed, or the machine stopped. */
        BROKEN_OFF
    }

    /** Copies the steps. */
    public JournaledRun {
        steps = List.copyOf(steps);
    }

    /** Returns the id, such as {@code 20261129-130501-4f2a}. */
    public String id() {
        return directory.getFileName().toString();
    }

    /** Returns whether a command was sent, or may have been, whose results are not complete. */
    public boolean isUnsettled() {
        return steps.stream().anyMatch(JournaledStep::isUnsettled);
    }

    /**
     * Collects the results of all commands of the run that were sent and are not settled, and records them in the journal. Waits for
     * commands that are still running, at most for their time limit and a grace period. Sends no command. The journal of a
     * run that read secrets gets the outcomes without the outputs, because the secrets are not known here.
     *
     * @param ehpc the account of the run
     * @param results receives the result of each command as soon as it is complete; a node of a submit whose answer was lost is unknown
     * @throws JournalException if the run is active, or its journal cannot be written
     * @throws ResumeRefusedException if the service lists another command under the id of one of the run
     */
    public void collect(EhpcClient ehpc, Consumer<RunResult> results) {
        Held held = opened("attach", now -> List.of());
        try (Journal journal = held.journal()) {
            for (JournaledStep step : held.now().steps()) {
                if (step.isUnsettled()) {
                    Cluster cluster = ehpc.withRegion(step.region()).cluster(step.cluster());
                    Command command = Command.of(step.command());
                    RunResult now = cluster.collect(command, step.timeout(), step.tolerated(), step.submissions(ehpc));
                    RunResult result = RunResult.collected(cluster, command, step.completed(now), step.tolerated());
                    journal.collected(step.number(), result, hasSecrets);
                    results.accept(result);
                }
            }
        }
    }

    /**
     * Reads the reruns of the commands of this run: the nodes that they left are those on which {@link #rerun} would run a command again.
     *
     * @throws ResumeRefusedException if the journal of a later run cannot be read: it may have run a command again
     */
    public Reruns reruns() {
        return Reruns.of(this);
    }

    /** Returns the name of a step in all journals. */
    String name(JournaledStep step) {
        return id() + "." + step.number();
    }

    /**
     * Runs a command again on the nodes with one of some outcomes that {@link #reruns} have left, with the same settings, and records it as a step that names this one. No other process
     * can resume, attach to or rerun the run meanwhile.
     *
     * @param ehpc the account of the run; its changes are recorded in the journal of a new run
     * @param step a command of the run
     * @param outcomes any but {@link Outcome#OK}. A node whose outcome is unknown may run the command twice: collect the results first
     * @return one result for each node; none without such a node
     * @throws JournalException if the run is active
     * @throws ResumeRefusedException if all such nodes were left out, or the command contained a secret, which no journal has
     */
    public RunResult rerun(EhpcClient ehpc, JournaledStep step, Set<Outcome> outcomes) {
        if (hasSecrets && step.isRedacted()) {
            throw new ResumeRefusedException(
                    step.title() + " contained a secret, which the journal does not have; run the script again");
        }
        Held held = opened("rerun", now -> List.of());
        try {
            JournaledStep now = held.now().step(step.number());
            Cluster cluster = ehpc.withRegion(step.region()).cluster(step.cluster());
            NodeSet nodes = held.now().reruns().leftOrRefuse(now, outcomes);
            return nodes.isEmpty()
                    ? RunResult.collected(cluster, Command.of(step.command()), List.of(), step.tolerated())
                    : cluster.rerun(
                            now.result(cluster, nodes, name(now), hasSecrets), outcomes.toArray(Outcome[]::new));
        } finally {
            held.journal().close();
        }
    }

    private JournaledStep step(int number) {
        return steps.stream()
                .filter(step -> step.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Records that the missing results are no longer awaited: the run is not unsettled any more, and can be pruned. The outcomes stay unknown.
     *
     * @throws JournalException if the run is active, or its journal cannot be written
     */
    public void settle() {
        opened("settle", now -> List.of()).journal().close();
    }

    /**
     * Checks that a text is that of the script.
     *
     * @throws ResumeRefusedException if it differs; the message has the first line that does
     */
    public void checkText(String text) {
        int line = header.firstDifference(text);
        if (line > 0) {
            throw new ResumeRefusedException(header.script() + ":" + line + ": the script has changed since run " + id()
                    + "; it cannot be resumed");
        }
    }

    /**
     * Opens the journal to run the script again. Steps that the journal has are not performed again: a request that was answered, and a command
     * that was sent, return what the journal or the service has of them, and a request that may have been carried out fails as lost, like
     * the first time. Requests that were refused or never sent are sent now.
     *
     * <p>Run the same text with the same arguments, on the thread that calls this method: there, the steps must come in their order.
     *
     * @throws JournalException if the run is active, or its journal cannot be written
     * @throws ResumeRefusedException if the run came to a successful end, or did not run a script
     */
    public Journal resume() {
        checkResume();
        return opened("resume", now -> {
                    now.checkResume();
                    Reruns reruns = now.reruns();
                    return now.steps().stream()
                            .map(step -> now.resumed(step, reruns))
                            .toList();
                })
                .journal();
    }

    private void checkResume() {
        if (exitCode.isPresent() && exitCode.getAsInt() == 0) {
            throw new ResumeRefusedException("run " + id() + " came to its end; there is nothing to resume");
        }
        if (header.text().isEmpty()) {
            throw new ResumeRefusedException("run " + id() + " was not a script; only scripts can be resumed");
        }
    }

    /** Returns a step with the outcomes of its reruns; what was run again elsewhere must not be sent here. */
    private JournaledStep resumed(JournaledStep step, Reruns reruns) {
        JournaledStep updated = reruns.updated(step);
        if (updated != step && !updated.isComplete()) {
            throw new ResumeRefusedException(step.title() + " (step " + step.number()
                    + ") was run again on some of its nodes by another run, and is not complete; run it again on the others"
                    + " before this run is resumed");
        }
        return updated;
    }

    /**
     * A run that no other process can change, and its journal.
     *
     * @param now the run as it is since then
     */
    private record Held(JournaledRun now, Journal journal) {}

    /** @param recorded returns the steps that the script may repeat; an exception leaves the journal as it is */
    private Held opened(String kind, Function<JournaledRun, List<JournaledStep>> recorded) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("time", Instant.now().toString());
        line.put("process", ProcessHandle.current().pid());
        JournaledRun[] read = new JournaledRun[1];
        try {
            Journal journal = Journals.opened(
                    directory,
                    header.marked(),
                    () -> {
                        read[0] = JournalReader.read(directory);
                        return recorded.apply(read[0]);
                    },
                    line);
            return new Held(read[0], journal);
        } catch (IOException e) {
            throw new JournalException("the journal of run " + id() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
