package ehpc.script.internal.runtime;

import ehpc.EhpcClient;
import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.dsl.HostEffects;
import ehpc.plan.EffectRefused;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.PlannedScript;
import ehpc.plan.Planner;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** An execution of a script that records mutating calls instead of sending them. The output of the script is dropped. */
public final class PlanningSession extends BaseSession {

    private final Planner planner;
    private final IntSupplier line;
    private final boolean effects;
    private final Consumer<Secret> secrets;
    private boolean regionOfScript;

    public PlanningSession(EhpcClient real, RunSettings settings, IntSupplier line) {
        this(real, settings, line, new Planner(real, line, settings.marked()));
    }

    private PlanningSession(EhpcClient real, RunSettings settings, IntSupplier line, Planner planner) {
        super(real.withEffects(sending -> planner), settings);
        this.effects = settings.effects();
        this.secrets = settings.secrets();
        this.line = line;
        this.planner = planner;
    }

    public Planner planner() {
        return planner;
    }

    /**
     * Evaluates the script.
     *
     * @throws EffectRefused if it tried a side effect that is not allowed, even if the script caught the refusal
     */
    public void evaluate(Runnable script) {
        if (effects) {
            script.run();
            return;
        }
        HostEffects guard = new HostEffects();
        try {
            guard.refusing(script);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throwRefused(guard);
            throw e;
        }
        throwRefused(guard);
    }

    private static void throwRefused(HostEffects guard) {
        if (guard.refused().isPresent()) {
            throw guard.refused().get();
        }
    }

    /**
     * Returns the plan, after the script has ended or the rest is unknown.
     *
     * @param place the service of the account
     */
    public Plan plan(PlannedScript script, PlanPlace place) {
        return new Plan(
                script,
                args().stream().map(arg -> planner.masked(arg, "arguments")).toList(),
                ehpc().hasRegion() ? ehpc().region() : "",
                regionOfScript,
                place,
                planner.steps(),
                planner.end(),
                planner.withheld());
    }

    @Override
    public void region(String id) {
        super.region(id);
        regionOfScript = true;
    }

    @Override
    public void recordResult(RunResult result) {}

    @Override
    public void show(RunResult result) {}

    /** A plan assumes that every run succeeds; this is checked when the plan is carried out. */
    @Override
    public void requireOk(RunResult result) {}

    @Override
    public void write(String text) {}

    @Override
    public int width(int wanted) {
        return 1;
    }

    @Override
    public void recordSecret(Secret secret) {
        secrets.accept(secret);
        planner.recordSecret(secret);
    }

    @Override
    public int line() {
        return line.getAsInt();
    }

    @Override
    public void changed() {}
}
