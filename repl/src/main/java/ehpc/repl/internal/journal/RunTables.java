package ehpc.repl.internal.journal;

import ehpc.Outcome;
import ehpc.journal.JournaledRun;
import ehpc.journal.JournaledStep;
import ehpc.repl.internal.render.Table;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.RecordStream;
import ehpc.repl.internal.result.ResultRecords;
import ehpc.repl.internal.terminal.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs and their steps, as tables for people and as records for programs. */
public final class RunTables {

    private static final List<String> RUN_FIELDS =
            List.of("run", "began", "state", "exitCode", "script", "region", "steps", "unsettled");
    private static final List<String> STEP_FIELDS = List.of(
            "step", "line", "title", "cluster", "nodes", "commands", "outcomes", "failure", "reruns", "unsettled");

    private RunTables() {}

    /** Prints runs, one row each. */
    public static void print(List<JournaledRun> runs, Format format, Console console) {
        show(console, format, RUN_FIELDS, runs.stream().map(RunTables::row).toList());
    }

    /** Prints the steps of a run, one row each; for people, after a title. */
    public static void print(JournaledRun run, Format format, Console console) {
        if (!format.isForMachines()) {
            console.note(title(run));
        }
        boolean nested = format.isForMachines() && format != Format.CSV;
        List<List<Object>> rows =
                run.steps().stream().map(step -> row(step, nested)).toList();
        show(console, format, STEP_FIELDS, rows);
    }

    /** Returns a line on a run, such as {@code 20261129-130501-4f2a: deploy.ehpc, ended}. */
    public static String title(JournaledRun run) {
        return run.id() + ": " + run.header().script() + ", " + state(run);
    }

    /** Returns a line on how much of the output of a resumed script comes from the journal. */
    public static String taken(int steps) {
        return (steps == 1 ? "1 step was" : steps + " steps were") + " taken from the journal, not performed again";
    }

    private static String state(JournaledRun run) {
        return run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Object> row(JournaledRun run) {
        return Arrays.asList(
                run.id(),
                run.began().toString().substring(0, "2026-01-01T00:00:00".length()) + "Z",
                state(run),
                run.exitCode().isPresent() ? run.exitCode().getAsInt() : null,
                run.header().script(),
                run.header().region(),
                run.steps().size(),
                run.isUnsettled());
    }

    /** @param nested whether lists and maps are values; otherwise they are texts */
    private static List<Object> row(JournaledStep step, boolean nested) {
        List<String> commands = step.submissions().stream()
                .map(one -> one.isDoubtful() ? "unknown" : one.commandId())
                .toList();
        List<Object> row = new ArrayList<>();
        row.add(step.number());
        row.add(step.line() == 0 ? null : step.line());
        row.add(step.title());
        row.add(step.cluster());
        row.add(step.nodes().size());
        row.add(nested ? commands : String.join(" ", commands));
        row.add(outcomes(step, nested));
        row.add(step.failure().orElse(nested ? null : ""));
        row.add(step.reruns().isEmpty() && nested ? null : step.reruns());
        row.add(step.isUnsettled());
        return row;
    }

    private static Object outcomes(JournaledStep step, boolean nested) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        step.counts().forEach((outcome, count) -> counts.put(outcome.word(), count));
        if (nested) {
            return counts;
        }
        if (!step.isRun()) {
            return step.failure().isPresent() ? "" : "done";
        }
        return words(step.counts());
    }

    /** Returns counts such as {@code 3 ok, 1 failed}. */
    static String words(Map<Outcome, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private static void show(Console console, Format format, List<String> fields, List<List<Object>> rows) {
        switch (format) {
            case TEXT, TABLE -> {
                if (!rows.isEmpty()) {
                    console.print(
                            Table.of(fields.stream().map(RunTables::heading).toList(), rows));
                }
            }
            case JSON, NDJSON, CSV, YAML -> {
                try (var records = new RecordStream(ResultRecords.form(format, fields), console.out())) {
                    records.write(rows.stream());
                }
            }
        }
    }

    private static String heading(String field) {
        String words = field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
