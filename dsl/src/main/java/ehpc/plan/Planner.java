package ehpc.plan;

import ehpc.Ehpc;
import ehpc.PlannedRun;
import ehpc.PostScriptEntry;
import ehpc.Recorder;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Takes a plan down while a script is evaluated over {@link Ehpc#recording}. Ends it where the script looks at something that is not there
 * yet; everything the script asks after that ends the same way. Safe for use by several threads.
 */
public final class Planner implements Recorder {

    private final Ehpc ehpc;
    private final StepMaker maker;
    private final List<Step> steps = new ArrayList<>();
    /** By cluster, as the steps so far leave them; with their secrets, which its steps do not tell. */
    private final Map<String, List<PostScriptEntry>> postScripts = new HashMap<>();

    private PlanEnd end;

    /**
     * @param ehpc where reads go
     * @param line tells the script's line that is being evaluated
     */
    public Planner(Ehpc ehpc, IntSupplier line) {
        this.ehpc = ehpc;
        this.maker = new StepMaker(line);
    }

    /** The steps so far. */
    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Where the plan ends, when it ends before its script does. */
    public synchronized Optional<PlanEnd> end() {
        return Optional.ofNullable(end);
    }

    /** What was left out of the plan because it is secret; a line each. */
    public List<String> withheld() {
        return maker.withheld();
    }

    /** A text with stars in place of the secrets that the script was given. */
    public String masked(String text, String what) {
        return maker.masked(text, what);
    }

    /** The script was given a secret: its name stands in the plan in place of its value. */
    public void gave(Secret secret) {
        maker.gave(secret);
    }

    /** The line that is being evaluated declares what a later call will send. */
    public void declared() {
        maker.declared();
    }

    /** Evaluates what has a word of its own in the script. */
    public <T> T saying(String said, Supplier<T> work) {
        return maker.saying(said, work);
    }

    @Override
    public synchronized Supplier<? extends Error> call(Request request) {
        refuseWhenEnded();
        Step step = maker.of(request, this::postScripts);
        if (step instanceof Step.PostScripts) {
            postScripts.put(step.cluster(), StepMaker.entries(request));
        }
        return add(step);
    }

    private List<PostScriptEntry> postScripts(Request request) {
        String id = StepMaker.cluster(request);
        List<PostScriptEntry> planned = postScripts.get(id);
        return planned != null
                ? planned
                : ehpc.in(request.region().orElseThrow()).cluster(id).postScripts();
    }

    @Override
    public synchronized Supplier<? extends Error> run(PlannedRun run) {
        refuseWhenEnded();
        return add(maker.of(run));
    }

    private Supplier<? extends Error> add(Step step) {
        steps.add(step);
        return () -> ended(step);
    }

    @Override
    public synchronized void read(Request request) {
        refuseWhenEnded();
        steps.stream()
                .filter(Step::changes)
                .filter(step -> Sight.sees(request, step.calls().get(0).operation(), step.cluster()))
                .reduce((first, last) -> last)
                .ifPresent(step -> {
                    throw ended(step);
                });
    }

    private void refuseWhenEnded() {
        if (end != null) {
            throw new PlanEnded(end);
        }
    }

    private synchronized PlanEnded ended(Step on) {
        if (end == null) {
            String place = on.line() > 0 ? " (line " + on.line() + ")" : "";
            end = new PlanEnd(maker.line(), "it depends on what " + on.title() + place + " brings");
        }
        return new PlanEnded(end);
    }
}
