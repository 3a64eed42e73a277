package ehpc.script;

import ehpc.Ehpc;
import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.Step;
import ehpc.script.internal.run.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A script or an entry of a shell, and what it stands on: an account, arguments, an environment, a place to write. Immutable; every word
 * returns a new one, and {@link #run} runs it.
 *
 * @param <R> what running it gives: {@link ScriptResult} for a script, {@link EntryResult} for an entry
 */
public final class ScriptRun<R> {

    private final Ehpc ehpc;
    private final RunSettings settings;
    private final Work<R> work;

    /** What is run. */
    interface Work<R> {

        R run(Ehpc ehpc, RunSettings settings);

        Plan plan(Ehpc ehpc, RunSettings settings, PlanPlace place);
    }

    ScriptRun(Ehpc ehpc, RunSettings settings, Work<R> work) {
        this.ehpc = ehpc;
        this.settings = settings;
        this.work = work;
    }

    private ScriptRun<R> told(RunSettings more) {
        return new ScriptRun<>(ehpc, more, work);
    }

    /** What the script sees as {@code args}; nothing when not said. */
    public ScriptRun<R> args(List<String> arguments) {
        return told(settings.args(arguments));
    }

    /** What the script sees as {@code env}, and where {@code secret} looks; the process's environment when not said. */
    public ScriptRun<R> environment(Map<String, String> variables) {
        return told(settings.environment(variables));
    }

    /** Where results go and what the script prints; standard output when not said. */
    public ScriptRun<R> output(Appendable out) {
        return told(settings.output(out));
    }

    /** How the results of standing runs are shown; gathered text when not said. */
    public ScriptRun<R> printer(ResultPrinter results) {
        return told(settings.printer(results));
    }

    /**
     * Gives what each run brings to a taker as soon as it is there, also what the script does not show, and keeps none of it:
     * {@link ScriptResult#runs} and {@link EntryResult#runs} stay empty. For scripts whose results together would fill the memory.
     */
    public ScriptRun<R> results(Consumer<RunResult> everyResult) {
        return told(settings.taker(everyResult));
    }

    /**
     * Shows each step that would change something to somebody before it is sent, as a plan would show it, and sends it only when that is
     * approved; a {@code run} is asked about once, with all its waves. What is not approved ends the script
     * with all branches of {@code parallel}: nothing more is sent, and commands that were sent go on. What only reads, and what
     * changes nothing, is not asked about.
     *
     * @param asked whether a step may be sent, one question at a time; called by the thread that wants to send, which in {@code parallel}
     *     is one of the branch. What it throws ends the script too, and keeps the step from being sent.
     */
    public ScriptRun<R> approval(Predicate<Step> asked) {
        return told(settings.approval(asked));
    }

    /**
     * Gives each secret that the script is given ({@code secret('NAME')}) to a taker, so that a log of the program's own can leave its text
     * out: a script may put it into a command by {@code reveal()}.
     *
     * @param everySecret called by the thread that evaluates the script
     */
    public ScriptRun<R> secrets(Consumer<Secret> everySecret) {
        return told(settings.secrets(everySecret));
    }

    /**
     * Lets the script change something by itself while it is planned: write files, start processes, open connections. Unless this is said, a
     * plan is refused there, with an {@link ehpc.plan.EffectRefused} as the cause. Where the script runs, this says nothing.
     */
    public ScriptRun<R> allowEffects() {
        return told(settings.allowingEffects());
    }

    /**
     * Runs the script on the calling thread. An interrupt of the thread ends it: in a loop or a block of the script, in {@code sleep}, and
     * where it waits for commands, which go on on their nodes. The thread stays interrupted; after an entry it does not, and the session
     * knows what the entry declared until then.
     *
     * <p>A script that says {@code System.exit} ends, and not the program: see {@link ScriptException#exitCode}.
     *
     * @return what it did
     * @throws ScriptException if the script stopped; the cause is the reason ({@link ehpc.plan.NotApproved} if a step was not approved),
     *     and the exception lists the completed effects
     */
    public R run() {
        return work.run(ehpc, settings);
    }

    /** Finds out what the script would change, and changes nothing: see {@link #plan(PlanPlace)}, for the region's own service. */
    public Plan plan() {
        return plan(PlanPlace.REGION);
    }

    /**
     * Finds out what the script would change, and changes nothing, neither at the service nor in the variables of a session. The script is
     * evaluated on the calling thread: what only reads is sent, what would change something is taken down. Where the script looks at what
     * that would bring, the plan ends. What the script prints is dropped. What it is about to change by itself, past the words of the
     * language, is refused: see {@link #allowEffects}.
     *
     * @param place which service the account is of, for the plan to tell
     * @throws ScriptException if the script stopped for another reason; the cause is that reason
     */
    public Plan plan(PlanPlace place) {
        return work.plan(ehpc, settings, place);
    }
}
