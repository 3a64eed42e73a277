package ehpc.repl;

import ehpc.NodeResult;
import ehpc.RunResult;
import ehpc.repl.internal.render.Json;
import ehpc.repl.internal.render.Printable;
import ehpc.repl.internal.render.Table;
import ehpc.script.ResultPrinter;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what came of a {@code run} in the form that {@code --output} asks for. */
final class RunResults {

    private static final List<String> HEADINGS = List.of("Node", "Id", "Outcome", "ExitCode", "Output");

    private RunResults() {}

    static ResultPrinter printer(Options options, Console console) {
        return switch (options.output().orElse(Format.TEXT)) {
            case TEXT -> console.colored(options.color()) ? RunResults::colored : ResultPrinter.GATHERED;
            case TABLE -> (result, out) -> console.print(table(result));
            case JSON -> (result, out) -> out.append(Json.text(json(result))).append('\n');
        };
    }

    /** Gathered text, in which the lines that are not indented are the headers of the groups, in order. */
    private static void colored(RunResult result, Appendable out) throws IOException {
        Iterator<RunResult.Group> groups = result.gathered().iterator();
        for (String line : result.toString().lines().toList()) {
            boolean header = !line.startsWith("  ");
            out.append(header ? color(groups.next()).on(line) : line).append('\n');
        }
    }

    private static Color color(RunResult.Group group) {
        return group.first().isOk() ? Color.GOOD : Color.BAD;
    }

    private static Table table(RunResult result) {
        return new Table(
                HEADINGS,
                result.stream()
                        .map(node -> List.of(
                                node.node().name(),
                                node.node().id(),
                                node.outcome().word(),
                                exitCode(node),
                                Printable.line(node.output().stripTrailing())))
                        .toList());
    }

    private static String exitCode(NodeResult node) {
        return node.exitCode().isPresent() ? String.valueOf(node.exitCode().getAsInt()) : "";
    }

    private static Map<String, Object> json(RunResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cluster", result.clusterId());
        json.put("command", result.command().toString());
        json.put("ok", result.isOk());
        json.put("nodes", result.stream().map(RunResults::json).toList());
        return json;
    }

    private static Map<String, Object> json(NodeResult node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", node.node().name());
        json.put("id", node.node().id());
        json.put("outcome", node.outcome().word());
        json.put("exitCode", node.exitCode().isPresent() ? node.exitCode().getAsInt() : null);
        json.put("output", node.output());
        json.put("detail", node.detail());
        json.put("commandId", node.commandId());
        json.put("finishedTime", node.finishedTime());
        return json;
    }
}
