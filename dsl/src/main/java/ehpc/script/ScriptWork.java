package ehpc.script;

import ehpc.EhpcClient;
import ehpc.dsl.EhpcScript;
import ehpc.dsl.ScriptExit;
import ehpc.plan.EffectRefused;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.PlannedScript;
import ehpc.script.internal.runtime.DefaultSession;
import ehpc.script.internal.runtime.PlanningSession;
import ehpc.script.internal.runtime.RunSettings;
import ehpc.script.internal.runtime.ScriptFailures;
import java.util.List;

/** Runs and plans a script. */
record ScriptWork(CompiledScript script) implements ScriptRun.Work<ScriptResult> {

    @Override
    public ScriptResult run(EhpcClient ehpc, RunSettings settings) {
        DefaultSession session = new DefaultSession(ehpc, settings, EhpcScript::$checkInterrupt, this::line);
        EhpcScript instance = script.newInstance();
        instance.open(session);
        try {
            Object value = instance.$evaluate();
            session.end();
            return session.result(value);
        } catch (VirtualMachineError e) {
            if (e instanceof StackOverflowError) {
                throw stopped(session, e);
            }
            throw e;
        } catch (Throwable e) {
            throw stopped(session, e);
        }
    }

    @Override
    public Plan plan(EhpcClient ehpc, RunSettings settings, PlanPlace place) {
        PlanningSession session = new PlanningSession(ehpc, settings, this::line);
        EhpcScript instance = script.newInstance();
        instance.open(session);
        try {
            session.evaluate(instance::$evaluate);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // The script may have caught the end of its plan and thrown something else.
            boolean ended = session.planner().end().isPresent() || e instanceof ScriptExit;
            if (!ended || e instanceof EffectRefused) {
                throw ScriptException.stopped(failures().problems(e), ScriptResult.NOTHING, e);
            }
        }
        return session.plan(
                PlannedScript.of(script.name(), script.file(), script.source().text()), place);
    }

    /** Returns the line that is being evaluated; 0 if none is. */
    private int line() {
        return ScriptFailures.line(script.texts(), new Throwable());
    }

    private ScriptException stopped(DefaultSession session, Throwable raised) {
        Throwable failure = session.ended(raised);
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        List<ScriptProblem> problems = failures().problems(failure);
        return Thread.currentThread().isInterrupted()
                ? ScriptException.interrupted(problems, session.result(null), failure)
                : ScriptException.stopped(problems, session.result(null), failure);
    }

    private ScriptFailures failures() {
        return new ScriptFailures(script.source(), script.texts(), script.type());
    }
}
