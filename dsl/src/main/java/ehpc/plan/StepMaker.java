package ehpc.plan;

import ehpc.Effect;
import ehpc.Origin;
import ehpc.PlannedRun;
import ehpc.PostScriptEntry;
import ehpc.api.NameStyle;
import ehpc.api.Request;
import ehpc.api.Secret;
import ehpc.command.Marker;
import ehpc.node.Node;
import ehpc.node.NodeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Converts effects to the steps of a plan: with line and word, and without secrets. Thread-safe. */
final class StepMaker {

    private static final String SET_POST_SCRIPTS = "SetPostScripts";

    private final Redactor redactor = new Redactor();
    private final boolean marked;

    /** @param marked whether commands get a marker when they are sent */
    StepMaker(boolean marked) {
        this.marked = marked;
    }

    /** Returns the omitted secret parts, one line each. */
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

    void recordSecret(Secret secret) {
        synchronized (redactor) {
            redactor.add(secret);
        }
    }

    /**
     * Returns the step of an effect.
     *
     * @param before returns the post-processing scripts of a cluster before the step
     */
    Step of(Effect<?> effect, Function<Request, List<PostScriptEntry>> before) {
        if (effect instanceof PlannedRun run) {
            return of(run);
        }
        Request request = ((Effect.Call) effect).request();
        int line = effect.origin().line();
        String word = word(effect.origin(), request);
        if (!request.operation().name().equals(SET_POST_SCRIPTS)) {
            return new Step.Call(
                    line, word, cluster(request), request.operation().destroys(), call(request, line));
        }
        List<PostScriptEntry> had = before.apply(request);
        synchronized (redactor) {
            List<List<PostScriptEntry>> shown = redactor.masked(List.of(had, entries(request)), "post scripts");
            return new Step.PostScripts(line, word, cluster(request), call(request, line), shown.get(0), shown.get(1));
        }
    }

    private static String word(Origin origin, Request request) {
        return origin.word().isEmpty()
                ? "api." + NameStyle.SCRIPT.of(request.operation().name()) + "()"
                : origin.word();
    }

    /** Returns the post-processing scripts that a request sets, with their secrets. */
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

    private Step of(PlannedRun run) {
        int at = run.origin().line();
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
                waves,
                marked && isMarkable(run));
    }

    private static boolean isMarkable(PlannedRun run) {
        return !run.waves().isEmpty()
                && Marker.fits(run.waves().get(0).portions().get(0).request());
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

    static String cluster(Request request) {
        return Objects.toString(request.parameters().get("ClusterId"), "");
    }
}
