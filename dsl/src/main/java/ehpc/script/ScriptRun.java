package ehpc.script;

import ehpc.EhpcClient;
import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.Step;
import ehpc.script.internal.runtime.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A script or an entry of a shell, with its account, arguments, environment and output. Immutable; each method returns a new object, and
 * {@link #run} starts it.
 *
 * @param <R> the result: {@link ScriptResult} for a script, {@link EntryResult} for an entry
 */
public final class ScriptRun<R> {

    private final EhpcClient ehpc;
    private final RunSettings settings;
    private final Work<R> work;

    /** The work to run. */
    interface Work<R> {

        R run(EhpcClient ehpc, RunSettings settings);

        Plan plan(EhpcClient ehpc, RunSettings settings, PlanPlace place);
    }

    ScriptRun(EhpcClient ehpc, RunSettings settings, Work<R> work) {
        this.ehpc = ehpc;
        this.settings = settings;
        this.work = work;
    }

    private ScriptRun<R> told(RunSettings more) {
        return new ScriptRun<>(ehpc, more, work);
    }

    /** Sets the arguments, {@code args} in the script; none by default. */
    public ScriptRun<R> args(List<String> arguments) {
        return told(settings.args(arguments));
    }

    /** Sets the variables for {@code env} and {@code secret}; the environment of the process by default. */
    public ScriptRun<R> environment(Map<String, String> variables) {
        return told(settings.environment(variables));
    }

    /** Sets the output for results and for everything that the script prints; standard output by default. */
    public ScriptRun<R> output(Appendable out) {
        return told(settings.output(out));
    }

    /** Sets the printer for results of bare runs; grouped text by default. */
    public ScriptRun<R> printer(ResultPrinter results) {
        return told(settings.printer(results));
    }

    /**
     * Passes each result to a consumer as soon as it arrives, also those that the script does not print, and keeps none:
     * {@link ScriptResult#runs} and {@link EntryResult#runs} are then empty. For results that do not fit into memory.
     */
    public ScriptRun<R> results(Consumer<RunResult> everyResult) {
        return told(settings.taker(everyResult));
    }

    /**
     * Requires approval for each step before it is sent, in the form of a plan's step. A {@code run} needs one approval for all its waves.
     * A refusal ends the script with all branches of {@code parallel}: nothing more is sent, but commands already sent continue. Read-only
     * calls need no approval.
     *
     * @param asked returns whether a step may be sent; called for one step at a time, by the sending thread, which in {@code parallel} is
     *     one of the branch. An exception ends the script and prevents the step.
     */
    public ScriptRun<R> approval(Predicate<Step> asked) {
        return told(settings.approval(asked));
    }

    /**
     * Requires confirmation for each step that removes, stops or replaces something ({@link Step#destroys}) before it is sent; {@link #approval} includes
     * it. Without either, such a step is sent like any other. A refusal ends the script, as that of {@code approval}.
     *
     * @param asked returns whether a step may be sent; called for one step at a time, by the sending thread. An exception ends the script and prevents
     *     the step.
     */
    public ScriptRun<R> confirmation(Predicate<Step> asked) {
        return told(settings.confirmation(asked));
    }

    /**
     * Passes each secret that the script reads ({@code secret('NAME')}) to a consumer, so that the program can omit its text from logs:
     * {@code reveal()} may insert it into a command.
     *
     * @param everySecret called by the thread that evaluates the script
     */
    public ScriptRun<R> secrets(Consumer<Secret> everySecret) {
        return told(settings.secrets(everySecret));
    }

    /**
     * States that the journal of the account adds a marker to commands, so that plans and the steps to approve show it; false by default.
     *
     * @param marker whether it does
     */
    public ScriptRun<R> marked(boolean marker) {
        return told(settings.marked(marker));
    }

    /**
     * Allows side effects during planning: writing files, starting processes, opening connections. By default, a plan is refused there,
     * with an {@link ehpc.plan.EffectRefused} as the cause. Has no effect on a normal run.
     */
    public ScriptRun<R> allowEffects() {
        return told(settings.allowingEffects());
    }

    /**
     * Runs the script on the calling thread. An interrupt of the thread ends it: in a loop or a block of the script, in {@code sleep}, and
     * while it waits for commands, which continue on their nodes. The interrupt flag remains set after a script; an entry clears it, and
     * its declarations so far join the session.
     *
     * <p>{@code System.exit} ends only the script, not the program: see {@link ScriptException#exitCode}.
     *
     * @return the result
     * @throws ScriptException if the script stopped; the cause is the reason ({@link ehpc.plan.NotApproved} if a step was not approved),
     *     and the exception lists the completed effects
     */
    public R run() {
        return work.run(ehpc, settings);
    }

    /** Plans the script without changing anything: see {@link #plan(PlanPlace)}, for the region's own service. */
    public Plan plan() {
        return plan(PlanPlace.REGION);
    }

    /**
     * Plans the script without changing anything, neither at the service nor in the variables of a session. The script is evaluated on the
     * calling thread: read-only calls are sent, changes are recorded. The plan ends where the script reads the result of a change. Output
     * of the script is dropped. Side effects outside the words of the language are refused: see {@link #allowEffects}.
     *
     * @param place the service that the account belongs to, recorded in the plan
     * @throws ScriptException if the script stopped for another reason; the cause is that reason
     */
    public Plan plan(PlanPlace place) {
        return work.plan(ehpc, settings, place);
    }
}
