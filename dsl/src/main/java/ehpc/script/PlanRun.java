package ehpc.script;

import ehpc.Ehpc;
import ehpc.Initialization;
import ehpc.Origin;
import ehpc.PlannedRun;
import ehpc.Remedy;
import ehpc.RunFailedException;
import ehpc.RunResult;
import ehpc.api.Request;
import ehpc.node.NodeSet;
import ehpc.plan.Drift;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.PlanRefusedException;
import ehpc.plan.PlannedCall;
import ehpc.plan.Step;
import ehpc.script.internal.run.Advice;
import ehpc.script.internal.run.DefaultSession;
import ehpc.script.internal.run.RunSettings;
import ehpc.script.internal.source.Finding;
import ehpc.script.internal.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out a plan: sends exactly what stands in it, in its order. Everything that it stands on is looked at first, and nothing is sent
 * when any of it is different. Immutable; every word returns a new one, and {@link #run} runs it.
 */
public final class PlanRun {

    private final Plan plan;
    private final Ehpc ehpc;
    private final Optional<PlanPlace> place;
    private final RunSettings settings;

    private PlanRun(Plan plan, Ehpc ehpc, Optional<PlanPlace> place, RunSettings settings) {
        this.plan = plan;
        this.ehpc = ehpc;
        this.place = place;
        this.settings = settings;
    }

    /** Begins to carry out a plan on an account. */
    public static PlanRun of(Plan plan, Ehpc ehpc) {
        return new PlanRun(plan, ehpc, Optional.empty(), RunSettings.usual());
    }

    private PlanRun told(RunSettings more) {
        return new PlanRun(plan, ehpc, place, more);
    }

    /** Which service the account is of; the plan's own when not said. */
    public PlanRun place(PlanPlace service) {
        return new PlanRun(plan, ehpc, Optional.of(service), settings);
    }

    /** Where secrets are looked up; the process's environment when not said. */
    public PlanRun environment(Map<String, String> variables) {
        return told(settings.environment(variables));
    }

    /** Where results go; standard output when not said. */
    public PlanRun output(Appendable out) {
        return told(settings.output(out));
    }

    /** How the results are shown; gathered text when not said. */
    public PlanRun printer(ResultPrinter results) {
        return told(settings.printer(results));
    }

    /** Gives what each run brings to a taker as soon as it is there, and keeps none of it: {@link ScriptResult#runs} stays empty. */
    public PlanRun results(Consumer<RunResult> everyResult) {
        return told(settings.taker(everyResult));
    }

    /**
     * Looks at everything that the plan stands on, and sends nothing.
     *
     * @return everything that is different, one line each; empty when the plan can be carried out
     */
    public List<String> drift() {
        return Drift.since(plan, ehpc, place, settings.environment()).found();
    }

    /**
     * Carries out the plan on the calling thread. A run in which more nodes are not ok than tolerated ends it, as does a call that is
     * refused.
     *
     * @return what it did
     * @throws PlanRefusedException if the state differs from the plan
     * @throws ehpc.api.InvalidRequestException if an operation does not take a secret; nothing is sent
     * @throws ScriptException if the script stopped; the cause is the reason, and the exception lists the completed effects
     */
    public ScriptResult run() {
        Drift drift = Drift.since(plan, ehpc, place, settings.environment());
        if (!drift.found().isEmpty()) {
            throw new PlanRefusedException(drift.found(), false);
        }
        // Whatever cannot be sent must be known before the first call.
        plan.steps().forEach(step -> step.calls().forEach(this::request));
        DefaultSession session = new DefaultSession(ehpc, settings.args(plan.args()));
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
                run(run, drift, ehpc.in(plan.region()).at(origin), session);
            }
        } else {
            Request request = request(step.calls().get(0));
            boolean role = step.word().equals("initialize()");
            session.changing(
                    origin, there -> role ? Initialization.by(() -> there.send(request)) : there.send(request));
        }
    }

    private void run(Step.Run run, Drift drift, Ehpc there, DefaultSession session) {
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
        session.ran(result);
        session.show(among() ? result.amongClusters() : result);
        if (result.isFailed()) {
            throw new RunFailedException(result);
        }
    }

    /** Returns whether results of several clusters stand beside each other. */
    private boolean among() {
        return plan.steps().stream().map(Step::cluster).distinct().count() > 1;
    }

    private Request request(PlannedCall call) {
        return call.request(plan.region(), settings.environment());
    }

    private ScriptProblem problem(Step step, RuntimeException failure) {
        Finding finding = Finding.of(Rule.STOPPED, String.valueOf(failure.getMessage()));
        return new Source(plan.script().name(), text())
                .problem(step.line(), 0, finding, Advice.on(failure), Remedy.of(failure));
    }

    /** Returns the script, which is as it was planned, or nothing when it was no file. */
    private String text() {
        try {
            return plan.script().file().isPresent()
                    ? Files.readString(plan.script().file().get())
                    : "";
        } catch (IOException e) {
            return ""; // the line is shown beside the message, which tells all without it
        }
    }
}
