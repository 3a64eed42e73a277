package ehpc.script;

import ehpc.Ehpc;
import ehpc.RunResult;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.Step;
import ehpc.script.internal.run.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An entry of a shell and what it stands on: an account, an environment, a place to write. Immutable; every word returns a new one, and
 * {@link #run} runs it.
 */
public final class EntryRun {

    private final Entry entry;
    private final Ehpc ehpc;
    private final List<String> args;
    private final RunSettings settings;

    EntryRun(Entry entry, Ehpc ehpc, List<String> args, RunSettings settings) {
        this.entry = entry;
        this.ehpc = ehpc;
        this.args = args;
        this.settings = settings;
    }

    /** What the entry sees as {@code args}; nothing when not said. */
    public EntryRun args(List<String> arguments) {
        return new EntryRun(entry, ehpc, List.copyOf(arguments), settings);
    }

    /** What the entry sees as {@code env}, and where {@code secret} looks; the process's environment when not said. */
    public EntryRun environment(Map<String, String> variables) {
        return new EntryRun(entry, ehpc, args, settings.environment(variables));
    }

    /** Where results go and what the entry prints; standard output when not said. */
    public EntryRun output(Appendable out) {
        return new EntryRun(entry, ehpc, args, settings.output(out));
    }

    /** How the results of standing runs are shown; gathered text when not said. */
    public EntryRun printer(ResultPrinter results) {
        return new EntryRun(entry, ehpc, args, settings.printer(results));
    }

    /** Gives what each run brings to a taker as soon as it is there, and keeps none of it: {@link EntryResult#runs} stays empty. */
    public EntryRun results(Consumer<RunResult> everyResult) {
        return new EntryRun(entry, ehpc, args, settings.taker(everyResult));
    }

    /**
     * Shows each step that would change something to somebody before it is sent, as a plan would show it, and sends it only when that is
     * approved; a {@code run} is asked about once, with all its waves. What is not approved ends the entry. What only reads, and what
     * changes nothing, is not asked about.
     *
     * @param asked whether a step may be sent, one question at a time; called by the thread that wants to send, which in {@code parallel}
     *     is one of the branch. What it throws ends the entry too, and keeps the step from being sent.
     */
    public EntryRun approval(Predicate<Step> asked) {
        return new EntryRun(entry, ehpc, args, settings.approval(asked));
    }

    /**
     * Lets the entry change something by itself while it is planned: write files, start processes, open connections. Unless this is said, a
     * plan is refused there, with an {@link ehpc.plan.EffectRefused} as the cause.
     */
    public EntryRun allowEffects() {
        return new EntryRun(entry, ehpc, args, settings.allowingEffects());
    }

    /**
     * Runs the entry on the calling thread, and lets the session know what it declared. An interrupt of the thread ends it.
     *
     * @return what it did
     * @throws ScriptException it stopped; what it had declared until then is known to the session. Its cause is an {@link
     *     ehpc.plan.NotApproved} where a step was not approved.
     */
    public EntryResult run() {
        return entry.session().run(entry, ehpc, args, settings);
    }

    /**
     * Finds out what the entry would change, and changes nothing, neither at the service nor in the session's variables.
     *
     * @param place which service the account is of, for the plan to tell
     * @throws ScriptException the entry stopped; the cause says why
     */
    public Plan plan(PlanPlace place) {
        return entry.session().plan(entry, ehpc, args, settings, place);
    }
}
