package ehpc.script;

import ehpc.EhpcClient;
import ehpc.Initialization;
import ehpc.Origin;
import ehpc.PlannedRun;
import ehpc.Remedy;
import ehpc.RunFailedException;
import ehpc.RunResult;
import ehpc.api.Request;
import ehpc.api.Secret;
import ehpc.node.NodeSet;
import ehpc.plan.Drift;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.PlanRefusedException;
import ehpc.plan.PlannedCall;
import ehpc.plan.Step;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.runtime.DefaultSession;
import ehpc.script.internal.runtime.FailureAdvice;
import ehpc.script.internal.runtime.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies a plan: sends exactly its requests, in order. All its preconditions are checked first, and nothing is sent if any differs.
 * Immutable; each method returns a new object, and {@link #run} starts it.
 */
public final class PlanRun {

    private final Plan plan;
    private final EhpcClient ehpc;
    private final Optional<PlanPlace> place;
    private final RunSettings settings;

    private PlanRun(Plan plan, EhpcClient ehpc, Optional<PlanPlace> place, RunSettings settings) {
        this.plan = plan;
        this.ehpc = ehpc;
        this.place = place;
        this.settings = settings;
    }

    /** Prepares a plan for an account. */
    public static PlanRun of(Plan plan, EhpcClient ehpc) {
        return new PlanRun(plan, ehpc, Optional.empty(), RunSettings.usual());
    }

    private PlanRun told(RunSettings more) {
        return new PlanRun(plan, ehpc, place, more);
    }

    /** Sets the service that the account belongs to; the plan's own by default. */
    public PlanRun place(PlanPlace service) {
        return new PlanRun(plan, ehpc, Optional.of(service), settings);
    }

    /** Sets the variables for secrets; the environment of the process by default. */
    public PlanRun environment(Map<String, String> variables) {
        return told(settings.environment(variables));
    }

    /** Sets the output for results; standard output by default. */
    public PlanRun output(Appendable out) {
        return told(settings.output(out));
    }

    /** Sets the printer of results; grouped text by default. */
    public PlanRun printer(ResultPrinter results) {
        return told(settings.printer(results));
    }

    /** Passes each result to a consumer as soon as it arrives, and keeps none: {@link ScriptResult#runs} is then empty. */
    public PlanRun results(Consumer<RunResult> everyResult) {
        return told(settings.taker(everyResult));
    }

    /**
     * Passes each secret of the plan to a consumer before anything is sent, so that the program can omit its text from logs: the service
     * may repeat it in a message.
     */
    public PlanRun secrets(Consumer<Secret> everySecret) {
        return told(settings.secrets(everySecret));
    }

    /**
     * Checks all preconditions of the plan, and changes nothing.
     *
     * @return the differences, one line each; empty if the plan can be applied
     */
    public List<String> drift() {
        return Drift.since(plan, ehpc, place, settings.environment()).found();
    }

    /**
     * Applies the plan on the calling thread. It stops after a run in which more nodes are not ok than tolerated, or after a refused call.
     *
     * @return the result
     * @throws PlanRefusedException if the state differs from the plan
     * @throws ehpc.api.InvalidRequestException if an operation does not take a secret; nothing is sent
     * @throws ScriptException if the script stopped; the cause is the reason, and the exception lists the completed effects
     */
    public ScriptResult run() {
        Drift drift = Drift.since(plan, ehpc, place, settings.environment());
        if (!drift.found().isEmpty()) {
            throw new PlanRefusedException(drift.found(), false);
        }
        // Find requests that cannot be sent before the first call.
        plan.steps().forEach(step -> step.calls().forEach(this::request));
        DefaultSession session = new DefaultSession(ehpc, settings.args(plan.args()));
        plan.steps().stream()
                .flatMap(step -> step.calls().stream())
                .flatMap(call -> call.secrets().stream())
                .distinct()
                .forEach(name -> session.recordSecret(
                        new Secret(name, settings.environment().get(name))));
        for (Step step : plan.steps()) {
            try {
                carryOut(step, drift, session);
            } catch (PlanRefusedException e) {
                throw e;
            } catch (RuntimeException e) {
                throw ScriptException.stopped(List.of(problem(step, e)), session.result(null), e);
            }
        }
        return session.result(null);
    }

    private void carryOut(Step step, Drift drift, DefaultSession session) {
        Origin origin = new Origin(step.line(), step.word());
        if (step instanceof Step.Run run) {
            if (!run.waves().isEmpty()) {
                run(run, drift, ehpc.withRegion(plan.region()).withOrigin(origin), session);
            }
        } else {
            Request request = request(step.calls().get(0));
            boolean role = step.word().equals("initialize()");
            session.changing(
                    origin, there -> role ? Initialization.by(() -> there.send(request)) : there.send(request));
        }
    }

    private void run(Step.Run run, Drift drift, EhpcClient there, DefaultSession session) {
        NodeSet nodes = drift.nodes(run.cluster());
        if (run.everyNode()) {
            nodes = there.cluster(run.cluster()).nodes();
            List<String> found = Drift.ofNodes(run, nodes);
            if (!found.isEmpty()) {
                throw new PlanRefusedException(found, session.result(null).changed());
            }
        }
        List<List<Request>> waves = run.waves().stream()
                .map(wave -> wave.calls().stream().map(this::request).toList())
                .toList();
        RunResult result = there.perform(PlannedRun.of(there.cluster(run.cluster()), nodes, run.tolerated(), waves));
        session.recordResult(result);
        session.show(among() ? result.amongClusters() : result);
        if (result.isFailed()) {
            throw new RunFailedException(result);
        }
    }

    /** Returns whether the plan has results of several clusters. */
    private boolean among() {
        return plan.steps().stream().map(Step::cluster).distinct().count() > 1;
    }

    private Request request(PlannedCall call) {
        return call.request(ehpc.catalogue(), plan.region(), settings.environment());
    }

    private ScriptProblem problem(Step step, RuntimeException failure) {
        Finding finding = Finding.of(Rule.STOPPED, String.valueOf(failure.getMessage()));
        return new Source(plan.script().name(), text())
                .problem(step.line(), 0, finding, FailureAdvice.on(failure), Remedy.of(failure));
    }

    /** Returns the text of the script as planned; empty if it was not a file. */
    private String text() {
        try {
            return plan.script().file().isPresent()
                    ? Files.readString(plan.script().file().get())
                    : "";
        } catch (IOException e) {
            return ""; // the line is only shown beside the message
        }
    }
}
