package ehpc.journal;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.EhpcClient;
import ehpc.NodeResult;
import ehpc.PlannedRun;
import ehpc.RunResult;
import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.Request;
import ehpc.api.Transport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Records each effect in a journal, with the requests of which it consists. Does not perform a step again that a resumed run had completed.
 * Thread-safe.
 */
final class RecordingEffects implements Effects {

    private final Supplier<Journal> journals;
    private final Effects beneath;
    private final EhpcClient ehpc;

    /**
     * @param journals returns the journal; called for each effect
     * @param ehpc the account for reads about earlier commands
     */
    RecordingEffects(Supplier<Journal> journals, Effects beneath, EhpcClient ehpc) {
        this.journals = journals;
        this.beneath = beneath;
        this.ehpc = ehpc;
    }

    @Override
    @SuppressWarnings("unchecked") // the result of a PlannedRun is a RunResult
    public <R> R perform(Effect<R> effect) {
        Journal journal = journal(effect);
        String key = journal.key(effect);
        Optional<JournaledStep> recorded = journal.recorded(effect, key);
        recorded.filter(JournaledStep::isDone).ifPresent(step -> journal.taken());
        if (effect instanceof PlannedRun run
                && recorded.filter(JournaledStep::isComplete).isPresent()) {
            return (R) result(
                    run, recorded(recorded.get()), journal.step(recorded.get().number()));
        }
        int number = recorded.map(JournaledStep::number).orElseGet(() -> journal.begin(effect, key));
        StepRequests requests = new StepRequests(
                journal, number, recorded.map(JournaledStep::requests).orElse(List.of()), ehpc);
        R result = beneath.through(to -> request -> requests.send(request, to)).perform(effect);
        if (effect instanceof PlannedRun run) {
            RunResult now = (RunResult) result;
            String name = journal.step(number);
            RunResult known =
                    recorded.map(step -> result(run, step.completed(now), name)).orElseGet(() -> now.recordedAs(name));
            journal.collected(number, known, run.isWithheld());
            return (R) known;
        }
        return result;
    }

    private Journal journal(Effect<?> effect) {
        try {
            return journals.get();
        } catch (JournalException e) {
            Request request = effect instanceof PlannedRun run
                    ? run.waves().get(0).portions().get(0).request()
                    : ((Effect.Call) effect).request();
            throw ApiException.unreachable(request.operation(), ErrorCategory.JOURNAL, e.getMessage(), e);
        }
    }

    /** Returns the results of a run that came to its end before. */
    private static List<NodeResult> recorded(JournaledStep step) {
        return step.nodes().stream()
                .map(node -> step.result(node.id()).orElseThrow())
                .toList();
    }

    private static RunResult result(PlannedRun run, List<NodeResult> results, String name) {
        return run.result(results).recordedAs(name);
    }

    @Override
    public boolean needsOrigin() {
        return true;
    }

    @Override
    public void reading(Request request) {
        beneath.reading(request);
    }

    @Override
    public Effects through(UnaryOperator<Transport> way) {
        return new RecordingEffects(journals, beneath.through(way), ehpc);
    }
}
