package ehpc.script;

import ehpc.Ehpc;
import ehpc.RunResult;
import ehpc.dsl.EhpcScript;
import ehpc.dsl.ScriptExit;
import ehpc.plan.EffectRefused;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.PlannedScript;
import ehpc.plan.Step;
import ehpc.script.internal.run.DefaultSession;
import ehpc.script.internal.run.Failures;
import ehpc.script.internal.run.PlanningSession;
import ehpc.script.internal.run.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A script and what it stands on: an account, arguments, an environment, a place to write. Immutable; every word returns a new
 * one, and {@link #run} runs it.
 */
public final class ScriptRun {

    private final CompiledScript script;
    private final Ehpc ehpc;
    private final List<String> args;
    private final RunSettings settings;

    private ScriptRun(CompiledScript script, Ehpc ehpc, List<String> args, RunSettings settings) {
        this.script = script;
        this.ehpc = ehpc;
        this.args = args;
        this.settings = settings;
    }

    static ScriptRun of(CompiledScript script, Ehpc ehpc) {
        return new ScriptRun(script, ehpc, List.of(), RunSettings.usual());
    }

    private ScriptRun told(RunSettings more) {
        return new ScriptRun(script, ehpc, args, more);
    }

    /** What the script sees as {@code args}; nothing when not said. */
    public ScriptRun args(List<String> arguments) {
        return new ScriptRun(script, ehpc, List.copyOf(arguments), settings);
    }

    /** What the script sees as {@code env}, and where {@code secret} looks; the process's environment when not said. */
    public ScriptRun environment(Map<String, String> variables) {
        return told(settings.environment(variables));
    }

    /** Where results go and what the script prints; standard output when not said. */
    public ScriptRun output(Appendable out) {
        return told(settings.output(out));
    }

    /** How the results of standing runs are shown; gathered text when not said. */
    public ScriptRun printer(ResultPrinter results) {
        return told(settings.printer(results));
    }

    /**
     * Gives what each run brings to a taker as soon as it is there, also what the script does not show, and keeps none of it:
     * {@link ScriptResult#runs} stays empty. For scripts whose results together would fill the memory.
     */
    public ScriptRun results(Consumer<RunResult> everyResult) {
        return told(settings.taker(everyResult));
    }

    /**
     * Shows each step that would change something to somebody before it is sent, as a plan would show it, and sends it only when that is
     * approved; a {@code run} is asked about once, with all its waves. What is not approved ends the script. What only reads, and what
     * changes nothing, is not asked about.
     *
     * @param asked whether a step may be sent, one question at a time; called by the thread that wants to send, which in {@code parallel}
     *     is one of the branch. What it throws ends the script too, and keeps the step from being sent.
     */
    public ScriptRun approval(Predicate<Step> asked) {
        return told(settings.approval(asked));
    }

    /**
     * Lets the script change something by itself while it is planned: write files, start processes, open connections. Unless this is said, a
     * plan is refused there, with an {@link ehpc.plan.EffectRefused} as the cause. Where the script runs, this says nothing.
     */
    public ScriptRun allowEffects() {
        return told(settings.allowingEffects());
    }

    /**
     * Runs the script on the calling thread. An interrupt of the thread ends it: in a loop or a block of the script, in {@code sleep}, and
     * where it waits for commands, which go on on their nodes. The thread stays interrupted.
     *
     * <p>A script that says {@code System.exit} ends, and not the program: see {@link ScriptException#exitCode}.
     *
     * @return what it did
     * @throws ScriptException it stopped; the cause says why, and the exception what had been done. The cause is an {@link
     *     ehpc.plan.NotApproved} where a step was not approved.
     */
    public ScriptResult run() {
        DefaultSession session = new DefaultSession(ehpc, args, settings, EhpcScript::$goOn, this::line);
        EhpcScript instance = script.newInstance();
        instance.open(session);
        try {
            Object value = instance.run();
            instance.$close();
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

    /** Finds out what the script would change, and changes nothing: see {@link #plan(PlanPlace)}, for the region's own service. */
    public Plan plan() {
        return plan(PlanPlace.REGION);
    }

    /**
     * Finds out what the script would change, and changes nothing. The script is evaluated on the calling thread: what only reads is
     * sent, what would change something is taken down. Where the script looks at what that would bring, the plan ends. What the script
     * prints is dropped. What it is about to change by itself, past the words of the language, is refused: see {@link #allowEffects}.
     *
     * @param place which service the account is of, for the plan to tell
     * @throws ScriptException the script stopped for another reason; the cause says why
     */
    public Plan plan(PlanPlace place) {
        PlanningSession session = new PlanningSession(ehpc, args, settings.environment(), this::line);
        EhpcScript instance = script.newInstance();
        instance.open(session);
        try {
            session.evaluate(instance::run, settings.effects());
            instance.$close();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // What the script makes of the end of its plan is of no interest: it may have caught it and thrown
            // something else.
            boolean ended = session.planner().end().isPresent() || e instanceof ScriptExit;
            if (!ended || e instanceof EffectRefused) {
                throw ScriptException.stopped(failures().problems(e), ScriptResult.NOTHING, e);
            }
        }
        return session.plan(
                PlannedScript.of(script.name(), script.file(), script.source().text()), place);
    }

    /** The line that is being evaluated; 0 when there is none. */
    private int line() {
        return Failures.line(script.texts(), new Throwable());
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

    private Failures failures() {
        return new Failures(script.source(), script.texts(), script.type());
    }
}
