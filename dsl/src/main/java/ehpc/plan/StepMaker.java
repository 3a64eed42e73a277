package ehpc.plan;

import ehpc.Node;
import ehpc.NodeNames;
import ehpc.PlannedRun;
import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import ehpc.api.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Tells what is about to be sent as a step of its script: with line and word, and without secrets. Each thread has its own word and
 * declaration; safe for use by several.
 */
final class StepMaker {

    private static final String SET_POST_SCRIPTS = "SetPostScripts";

    private final IntSupplier line;
    private final Redactor redactor = new Redactor();
    private final ThreadLocal<String> word = new ThreadLocal<>();
    private final ThreadLocal<Integer> declaredAt = ThreadLocal.withInitial(() -> 0);

    /**
     * @param line tells the script's line that is being evaluated by the thread that asks
     */
    StepMaker(IntSupplier line) {
        this.line = line;
    }

    int line() {
        return line.getAsInt();
    }

    /** What was left out because it is secret; a line each. */
    List<String> withheld() {
        synchronized (redactor) {
            return redactor.withheld();
        }
    }

    String masked(String text, String what) {
        synchronized (redactor) {
            return redactor.masked(text, what);
        }
    }

    void gave(Secret secret) {
        synchronized (redactor) {
            redactor.add(secret);
        }
    }

    /** The line that is being evaluated declares what a later call will send. */
    void declared() {
        if (declaredAt.get() == 0) {
            declaredAt.set(line());
        }
    }

    /** Evaluates what has a word of its own in the script. */
    <T> T saying(String said, Supplier<T> work) {
        word.set(said);
        try {
            return work.get();
        } finally {
            word.remove();
        }
    }

    /**
     * A call.
     *
     * @param before gives the post-processing scripts that a cluster has before it
     */
    Step of(Request request, Function<Request, List<PostScriptEntry>> before) {
        if (request.operation().name().equals(SET_POST_SCRIPTS)) {
            return postScripts(request, before.apply(request));
        }
        int at = line();
        return new Step.Call(at, word(request), cluster(request), call(request, at));
    }

    private Step postScripts(Request request, List<PostScriptEntry> before) {
        String said = word(request);
        int at = declaredAt.get() > 0 && said.equals("postScript") ? declaredAt.get() : line();
        declaredAt.remove();
        synchronized (redactor) {
            List<List<PostScriptEntry>> shown = redactor.masked(List.of(before, entries(request)), "post scripts");
            return new Step.PostScripts(at, said, cluster(request), call(request, at), shown.get(0), shown.get(1));
        }
    }

    /** The post-processing scripts that a request sets, with their secrets. */
    static List<PostScriptEntry> entries(Request request) {
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

    /** A command on its nodes. */
    Step of(PlannedRun run) {
        int at = line();
        List<Step.Wave> waves = run.waves().stream().map(wave -> wave(wave, at)).toList();
        return new Step.Run(
                at,
                "run",
                run.cluster().id(),
                stars(run.command().text()),
                stars(run.directory()),
                run.timeout().toSeconds(),
                run.tolerated(),
                run.waves().stream()
                        .anyMatch(wave -> wave.portions().get(0).nodes().isEvery()),
                run.targets().stream()
                        .map(node -> new PlannedNode(node.id(), node.label()))
                        .toList(),
                waves);
    }

    private Step.Wave wave(PlannedRun.Wave wave, int at) {
        List<String> names = wave.portions().stream()
                .flatMap(portion -> portion.nodes().stream())
                .map(Node::label)
                .toList();
        List<PlannedCall> calls = wave.portions().stream()
                .map(portion -> call(portion.request(), at))
                .toList();
        return new Step.Wave(NodeNames.fold(names), names.size(), calls);
    }

    private PlannedCall call(Request request, int at) {
        synchronized (redactor) {
            return redactor.call(request, at > 0 ? "line " + at + ": " : "");
        }
    }

    private String stars(String text) {
        synchronized (redactor) {
            return redactor.stars(text);
        }
    }

    private String word(Request request) {
        String said = word.get();
        return said == null ? "api." + Spelling.SCRIPT.of(request.operation().name()) + "()" : said;
    }

    static String cluster(Request request) {
        return Objects.toString(request.parameters().get("ClusterId"), "");
    }
}
