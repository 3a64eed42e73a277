package ehpc.plan;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.Ehpc;
import ehpc.PostScriptEntry;
import ehpc.api.Catalogue;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Takes a plan down while a script is evaluated: effects that are recorded and not carried out. Ends the plan where the script looks at
 * something that is not there yet; everything the script asks after that ends the same way. Safe for use by several threads.
 */
public final class Planner implements Effects {

    private final Ehpc ehpc;
    private final IntSupplier line;
    private final StepMaker maker = new StepMaker();
    private final List<Step> steps = new ArrayList<>();
    /** By cluster, as the steps so far leave them; with their secrets, which its steps do not tell. */
    private final Map<String, List<PostScriptEntry>> postScripts = new HashMap<>();

    private PlanEnd end;

    /**
     * @param ehpc where reads go
     * @param line tells the script's line that looks at something that is not there
     */
    public Planner(Ehpc ehpc, IntSupplier line) {
        this.ehpc = ehpc;
        this.line = line;
    }

    /** Returns the steps so far. */
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

    /** Returns a text with stars in place of the secrets that the script was given. */
    public String masked(String text, String what) {
        return maker.masked(text, what);
    }

    /** The script was given a secret: its name stands in the plan in place of its value. */
    public void gave(Secret secret) {
        maker.gave(secret);
    }

    @Override
    public synchronized <R> R perform(Effect<R> effect) {
        refuseWhenEnded();
        Step step = maker.of(effect, this::postScripts);
        if (step instanceof Step.PostScripts && effect instanceof Effect.Call call) {
            postScripts.put(step.cluster(), StepMaker.entries(call.request()));
        }
        steps.add(step);
        return effect.deferred(() -> ended(step));
    }

    private List<PostScriptEntry> postScripts(Request request) {
        String id = StepMaker.cluster(request);
        List<PostScriptEntry> planned = postScripts.get(id);
        return planned != null
                ? planned
                : ehpc.in(request.region().orElseThrow()).cluster(id).postScripts();
    }

    @Override
    public synchronized void reading(Request request) {
        refuseWhenEnded();
        steps.stream()
                .filter(Step::changes)
                .filter(step -> sees(request, step))
                .reduce((first, last) -> last)
                .ifPresent(step -> {
                    throw ended(step);
                });
    }

    /** Returns whether a read would see what a step does: it looks at such things, and not at another cluster's. */
    private static boolean sees(Request read, Step step) {
        String where = Objects.toString(read.parameters().get("ClusterId"), "");
        boolean elsewhere = !where.isEmpty() && !step.cluster().isEmpty() && !where.equals(step.cluster());
        String change = step.calls().get(0).operation();
        return !elsewhere && read.operation().sees(Catalogue.ehpc().operation(change));
    }

    private void refuseWhenEnded() {
        if (end != null) {
            throw new PlanEnded(end);
        }
    }

    private synchronized PlanEnded ended(Step on) {
        if (end == null) {
            String place = on.line() > 0 ? " (line " + on.line() + ")" : "";
            end = new PlanEnd(line.getAsInt(), "it depends on what " + on.title() + place + " brings");
        }
        return new PlanEnded(end);
    }
}
