package ehpc.plan;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.EhpcClient;
import ehpc.PostScriptEntry;
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
 * Records the effects of a script as a plan instead of performing them. Ends the plan when the script reads a value that does not exist
 * yet; every later access of the script ends the same way. Thread-safe.
 */
public final class Planner implements Effects {

    private final EhpcClient ehpc;
    private final IntSupplier line;
    private final StepMaker maker;
    private final List<Step> steps = new ArrayList<>();
    /** By cluster, after the steps so far; with secrets, which the steps omit. */
    private final Map<String, List<PostScriptEntry>> postScripts = new HashMap<>();

    private PlanEnd end;

    /**
     * @param ehpc the account for reads
     * @param line returns the script's line that reads an absent value
     * @param marked whether commands get a marker when they are sent
     */
    public Planner(EhpcClient ehpc, IntSupplier line, boolean marked) {
        this.maker = new StepMaker(marked);
        this.ehpc = ehpc;
        this.line = line;
    }

    /** Returns the steps so far. */
    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Returns the end of an incomplete plan. */
    public synchronized Optional<PlanEnd> end() {
        return Optional.ofNullable(end);
    }

    /** Returns the omitted secret parts, one line each. */
    public List<String> withheld() {
        return maker.withheld();
    }

    /** Returns a text with the script's secrets replaced by asterisks. */
    public String masked(String text, String what) {
        return maker.masked(text, what);
    }

    /** Registers a secret that the script read: the plan contains its name instead of its value. */
    public void recordSecret(Secret secret) {
        maker.recordSecret(secret);
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
                : ehpc.withRegion(request.region().orElseThrow()).cluster(id).postScripts();
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

    /** Returns whether a read returns objects that a step changes, in the same cluster. */
    private boolean sees(Request read, Step step) {
        String where = Objects.toString(read.parameters().get("ClusterId"), "");
        boolean elsewhere = !where.isEmpty() && !step.cluster().isEmpty() && !where.equals(step.cluster());
        String change = step.calls().get(0).operation();
        return !elsewhere && read.operation().sees(ehpc.catalogue().operation(change));
    }

    private void refuseWhenEnded() {
        if (end != null) {
            throw new PlanEnded(end);
        }
    }

    private synchronized PlanEnded ended(Step on) {
        if (end == null) {
            String place = on.line() > 0 ? " (line " + on.line() + ")" : "";
            end = new PlanEnd(line.getAsInt(), "it depends on the result of " + on.title() + place);
        }
        return new PlanEnded(end);
    }
}
