package ehpc.plan;

import ehpc.PostScriptEntry;
import ehpc.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes plans as JSON. */
final class PlanWriter {

    static final String FORMAT = "ehpc-plan";
    static final int VERSION = 1;
    static final String DIGEST = "digest";

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT));

    private PlanWriter() {}

    static String text(Plan plan) {
        Map<String, Object> json = whole(plan);
        json.put(DIGEST, digest(json));
        return PRETTY.writeValueAsString(json);
    }

    /** Returns a digest of the content of a plan, independent of white space. */
    static String digest(Map<String, Object> withoutDigest) {
        return "sha256:" + Sha256.hex(JsonMapper.shared().writeValueAsString(withoutDigest));
    }

    private static Map<String, Object> whole(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("script", script(plan.script()));
        json.put("args", plan.args());
        json.put("region", plan.region());
        json.put("regionOfScript", plan.regionOfScript());
        json.put("endpoint", plan.place().endpoint().orElse(null));
        json.put("local", plan.place().local());
        json.put("complete", plan.isComplete());
        json.put("end", plan.end().map(PlanWriter::end).orElse(null));
        json.put("changes", plan.changes());
        json.put("counts", counts(plan));
        json.put("withheld", plan.withheld());
        json.put("steps", plan.steps().stream().map(PlanWriter::step).toList());
        return json;
    }

    private static Map<String, Object> script(PlannedScript script) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", script.name());
        json.put("file", script.file().map(Object::toString).orElse(null));
        json.put("sha256", script.sha256());
        json.put("marks", String.join(" ", script.marks()));
        return json;
    }

    private static Map<String, Object> end(PlanEnd end) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", end.line());
        json.put("reason", end.reason());
        return json;
    }

    private static Map<String, Object> counts(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("clusters", plan.clusters());
        json.put("steps", plan.steps().size());
        json.put("calls", plan.calls());
        json.put("nodes", plan.nodes());
        return json;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", step.line());
        json.put("word", step.word());
        json.put("cluster", step.cluster().isEmpty() ? null : step.cluster());
        json.put("changes", step.changes());
        if (step instanceof Step.Run run) {
            run(json, run);
        } else if (step instanceof Step.PostScripts scripts) {
            json.put("kind", "postScripts");
            json.put("before", entries(scripts.before()));
            json.put("after", entries(scripts.after()));
            json.put("call", call(scripts.call()));
        } else {
            json.put("kind", "call");
            json.put("call", call(step.calls().get(0)));
        }
        return json;
    }

    private static void run(Map<String, Object> json, Step.Run run) {
        json.put("kind", "run");
        json.put("command", run.command());
        json.put("bytes", run.bytes());
        json.put("directory", run.directory().isEmpty() ? null : run.directory());
        json.put("timeoutSeconds", run.timeoutSeconds());
        json.put("tolerated", run.tolerated());
        json.put("everyNode", run.everyNode());
        json.put("nodes", run.nodes().stream().map(PlanWriter::node).toList());
        json.put("waves", run.waves().stream().map(PlanWriter::wave).toList());
    }

    private static Map<String, Object> node(PlannedNode node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", node.id());
        json.put("name", node.name());
        return json;
    }

    private static Map<String, Object> wave(Step.Wave wave) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nodes", wave.nodes());
        json.put("count", wave.count());
        json.put("calls", wave.calls().stream().map(PlanWriter::call).toList());
        return json;
    }

    private static List<Map<String, Object>> entries(List<PostScriptEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("url", entry.url());
                    json.put("args", entry.args());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> call(PlannedCall call) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        call.parameters().forEach((name, value) -> parameters.put(name, value(value)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", call.operation());
        json.put("parameters", parameters);
        return json;
    }

    private static Object value(PlannedValue value) {
        if (value instanceof PlannedValue.Text text) {
            return text.text();
        }
        return value instanceof PlannedValue.SecretName secret
                ? Map.of("secret", secret.name())
                : Map.of("withheld", true);
    }
}
