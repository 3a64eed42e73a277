package ehpc.plan;

import ehpc.Ehpc;
import ehpc.NodeNames;
import ehpc.PlannedRun;
import ehpc.PostScriptEntry;
import ehpc.Recorder;
import ehpc.Secret;
import ehpc.api.Request;
import ehpc.api.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Takes a plan down while a script is evaluated over {@link Ehpc#recording}. Ends it where the script looks at something that is not there
 * yet; everything the script asks after that ends the same way. Safe for use by several threads.
 */
public final class Planner implements Recorder {

    private static final String SET_POST_SCRIPTS = "SetPostScripts";

    private final Ehpc ehpc;
    private final IntSupplier line;
    private final Handed handed = new Handed();
    private final List<Step> steps = new ArrayList<>();
    private final ThreadLocal<String> word = new ThreadLocal<>();
    private int declaredAt;
    private PlanEnd end;

    /**
     * @param ehpc where reads go
     * @param line tells the script's line that is being evaluated
     */
    public Planner(Ehpc ehpc, IntSupplier line) {
        this.ehpc = ehpc;
        this.line = line;
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
    public synchronized List<String> withheld() {
        return handed.withheld();
    }

    /** A text with stars in place of the secrets that the script was given. */
    public synchronized String masked(String text, String what) {
        return handed.masked(text, what);
    }

    /** The script was given a secret: its name stands in the plan in place of its value. */
    public synchronized void gave(Secret secret) {
        handed.add(secret);
    }

    /** The line that is being evaluated declares what a later call will send. */
    public synchronized void declared() {
        declaredAt = declaredAt == 0 ? line.getAsInt() : declaredAt;
    }

    /** Evaluates what has a word of its own in the script. */
    public <T> T saying(String said, Supplier<T> work) {
        word.set(said);
        try {
            return work.get();
        } finally {
            word.remove();
        }
    }

    @Override
    public synchronized Supplier<? extends Error> call(Request request) {
        refuseWhenEnded();
        boolean postScripts = request.operation().name().equals(SET_POST_SCRIPTS);
        return add(postScripts ? postScripts(request) : plain(request));
    }

    private Step plain(Request request) {
        int at = line.getAsInt();
        return new Step.Call(at, word(request), cluster(request), call(request, at));
    }

    private PlannedCall call(Request request, int at) {
        return handed.call(request, at > 0 ? "line " + at + ": " : "");
    }

    private Step postScripts(Request request) {
        String said = word(request);
        int at = declaredAt > 0 && said.equals("postScript") ? declaredAt : line.getAsInt();
        declaredAt = 0;
        String cluster = cluster(request);
        List<PostScriptEntry> before = steps.stream()
                .filter(step ->
                        step instanceof Step.PostScripts && step.cluster().equals(cluster))
                .map(step -> ((Step.PostScripts) step).after())
                .reduce((first, last) -> last)
                .orElseGet(() -> shown(
                        ehpc.in(request.region().orElseThrow()).cluster(cluster).postScripts()));
        return new Step.PostScripts(at, said, cluster, call(request, at), before, shown(entries(request)));
    }

    private static List<PostScriptEntry> entries(Request request) {
        List<PostScriptEntry> entries = new ArrayList<>();
        if (request.parameters().get("PostInstallScripts") instanceof List<?> scripts) {
            for (Object script : scripts) {
                Map<?, ?> fields = (Map<?, ?>) script;
                entries.add(new PostScriptEntry(
                        Objects.toString(fields.get("Url"), ""), Objects.toString(fields.get("Args"), "")));
            }
        }
        return entries;
    }

    private List<PostScriptEntry> shown(List<PostScriptEntry> entries) {
        String what = "post scripts";
        return entries.stream()
                .map(entry -> new PostScriptEntry(handed.masked(entry.url(), what), handed.masked(entry.args(), what)))
                .toList();
    }

    @Override
    public synchronized Supplier<? extends Error> run(PlannedRun run) {
        refuseWhenEnded();
        int at = line.getAsInt();
        List<Step.Wave> waves = run.waves().stream().map(wave -> wave(wave, at)).toList();
        return add(new Step.Run(
                at,
                "run",
                run.cluster().id(),
                handed.stars(run.command().text()),
                run.directory(),
                run.timeout().toSeconds(),
                run.tolerated(),
                run.waves().stream()
                        .anyMatch(wave -> wave.portions().get(0).nodes().isEvery()),
                run.targets().stream()
                        .map(node -> new PlannedNode(node.id(), node.name()))
                        .toList(),
                waves));
    }

    private Step.Wave wave(PlannedRun.Wave wave, int at) {
        List<String> names = wave.portions().stream()
                .flatMap(portion -> portion.nodes().names().stream())
                .toList();
        List<PlannedCall> calls = wave.portions().stream()
                .map(portion -> call(portion.request(), at))
                .toList();
        return new Step.Wave(NodeNames.fold(names), names.size(), calls);
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
            end = new PlanEnd(line.getAsInt(), "it depends on what " + on.title() + place + " brings");
        }
        return new PlanEnded(end);
    }

    private String word(Request request) {
        String said = word.get();
        return said == null ? "api." + Spelling.SCRIPT.of(request.operation().name()) + "()" : said;
    }

    private static String cluster(Request request) {
        return Objects.toString(request.parameters().get("ClusterId"), "");
    }
}
