package ehpc.plan;

import ehpc.PostScriptEntry;
import ehpc.api.InputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the plans of {@link PlanWriter}. */
final class PlanReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanReader() {}

    static Plan read(String name, String text) {
        Map<String, Object> json = object(name, text);
        if (!PlanWriter.FORMAT.equals(json.get("format"))) {
            throw new InputException("'" + name + "' is not a plan of ehpc: it is other JSON");
        }
        if (!Integer.valueOf(PlanWriter.VERSION).equals(json.get("version"))) {
            throw new InputException("plan '" + name + "' must have version " + PlanWriter.VERSION + ", has version "
                    + json.get("version") + "; create it again with this ehpc");
        }
        Object digest = json.remove(PlanWriter.DIGEST);
        if (!PlanWriter.digest(json).equals(digest)) {
            throw new PlanRefusedException(List.of("plan '" + name + "' was changed after ehpc wrote it"), false);
        }
        return plan(new PlanFields(name, json));
    }

    private static Map<String, Object> object(String name, String text) {
        try {
            @SuppressWarnings("unchecked") // the names of an object are texts
            Map<String, Object> json = MAPPER.readValue(text, LinkedHashMap.class);
            if (json != null) {
                return json;
            }
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ", see line " + e.getLocation().getLineNr();
            throw new InputException("'" + name + "' is not a plan of ehpc: it is not a JSON object" + place);
        }
        throw new InputException("'" + name + "' is not a plan of ehpc: it is not a JSON object");
    }

    private static Plan plan(PlanFields json) {
        PlanFields script = json.object("script");
        PlannedScript planned = new PlannedScript(
                script.text("name"),
                script.optional("file").map(Path::of),
                script.text("sha256"),
                List.of(script.text("marks").split(" ")));
        return new Plan(
                planned,
                json.texts("args"),
                json.text("region"),
                json.flag("regionOfScript"),
                new PlanPlace(json.optional("endpoint"), json.flag("local")),
                json.objects("steps").stream().map(PlanReader::step).toList(),
                json.has("end") ? Optional.of(end(json.object("end"))) : Optional.empty(),
                json.texts("withheld"));
    }

    private static PlanEnd end(PlanFields json) {
        return new PlanEnd((int) json.number("line"), json.text("reason"));
    }

    private static Step step(PlanFields json) {
        int line = (int) json.number("line");
        String word = json.text("word");
        String cluster = json.optional("cluster").orElse("");
        return switch (json.text("kind")) {
            case "run" -> run(line, word, cluster, json);
            case "postScripts" ->
                new Step.PostScripts(
                        line,
                        word,
                        cluster,
                        call(json.object("call")),
                        entries(json, "before"),
                        entries(json, "after"));
            default -> new Step.Call(line, word, cluster, call(json.object("call")));
        };
    }

    private static Step.Run run(int line, String word, String cluster, PlanFields json) {
        return new Step.Run(
                line,
                word,
                cluster,
                json.text("command"),
                json.optional("directory").orElse(""),
                json.number("timeoutSeconds"),
                (int) json.number("tolerated"),
                json.flag("everyNode"),
                json.objects("nodes").stream()
                        .map(node -> new PlannedNode(node.text("id"), node.text("name")))
                        .toList(),
                json.objects("waves").stream().map(PlanReader::wave).toList());
    }

    private static Step.Wave wave(PlanFields json) {
        List<PlannedCall> calls =
                json.objects("calls").stream().map(PlanReader::call).toList();
        return new Step.Wave(json.text("nodes"), (int) json.number("count"), calls);
    }

    private static List<PostScriptEntry> entries(PlanFields json, String name) {
        return json.objects(name).stream()
                .map(entry -> new PostScriptEntry(entry.text("url"), entry.text("args")))
                .toList();
    }

    private static PlannedCall call(PlanFields json) {
        PlanFields parameters = json.object("parameters");
        Map<String, PlannedValue> values = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            values.put(
                    name,
                    parameters.isText(name)
                            ? new PlannedValue.Text(parameters.text(name))
                            : kept(parameters.object(name)));
        }
        return new PlannedCall(json.text("operation"), values);
    }

    private static PlannedValue kept(PlanFields json) {
        return json.has("secret") ? new PlannedValue.SecretName(json.text("secret")) : new PlannedValue.Withheld();
    }
}
