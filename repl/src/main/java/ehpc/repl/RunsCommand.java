package ehpc.repl;

import ehpc.journal.JournaledRun;
import ehpc.journal.JournaledStep;
import ehpc.journal.Journals;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.render.Table;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.RecordStream;
import ehpc.repl.internal.result.ResultRecords;
import ehpc.repl.internal.terminal.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc runs}: the journals of runs. */
final class RunsCommand implements Subcommand {

    private static final String PRUNE = "--prune";
    private static final String UNSETTLED = "--unsettled";
    private static final Pattern AGE = Pattern.compile("([0-9]{1,4})([hdw])");
    private static final Map<String, Duration> UNITS =
            Map.of("h", Duration.ofHours(1), "d", Duration.ofDays(1), "w", Duration.ofDays(7));

    private static final List<String> RUN_FIELDS =
            List.of("run", "began", "state", "exitCode", "script", "region", "steps", "unsettled");
    private static final List<String> STEP_FIELDS =
            List.of("step", "line", "title", "cluster", "nodes", "commands", "outcomes", "unsettled");

    private final List<String> ids;
    private final boolean unsettled;
    private final Optional<String> prune;

    private RunsCommand(List<String> ids, boolean unsettled, Optional<String> prune) {
        this.ids = ids;
        this.unsettled = unsettled;
        this.prune = prune;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "runs",
                        given -> new RunsCommand(
                                CommandSpecs.operands(given),
                                given.hasMatchedOption(UNSETTLED),
                                Optional.ofNullable(given.matchedOptionValue(PRUNE, null))),
                        List.of(
                                "Usage: ehpc runs [--unsettled]",
                                "       ehpc runs RUN",
                                "       ehpc runs --prune AGE"),
                        List.of(
                                "Lists the runs in the journal, the newest first, or shows the steps of one.",
                                "",
                                "A run is unsettled if it sent a command whose results it did not collect; 'ehpc"
                                        + " attach RUN'",
                                "collects them. The journals are in $XDG_STATE_HOME/ehpc/runs. Sends nothing.",
                                ""))
                .addOption(CommandSpecs.flag("List only unsettled runs.", UNSETTLED))
                .addOption(CommandSpecs.value(
                        PRUNE,
                        "AGE",
                        "Delete ended runs older than AGE, such as 12h, 30d or 8w, except unsettled ones."))
                .addPositional(CommandSpecs.operands("0..*", "RUN", "The id of a run, or its beginning or end."));
    }

    @Override
    public int execute(Invocation invocation) {
        Console console = invocation.console();
        if (ids.size() > 1 || prune.isPresent() && (!ids.isEmpty() || unsettled) || unsettled && !ids.isEmpty()) {
            throw new UsageException("runs accepts only one of RUN, " + UNSETTLED + " and " + PRUNE);
        }
        Journals journals = RunJournal.journals(console.env())
                .orElseThrow(() -> new UsageException("the journals cannot be found: HOME is not set"));
        Format format = invocation.options().output().orElse(Format.TEXT);
        if (prune.isPresent()) {
            int deleted = journals.prune(age(prune.get()));
            console.note(deleted + (deleted == 1 ? " run deleted" : " runs deleted"));
        } else if (ids.isEmpty()) {
            List<String> unreadable = new ArrayList<>();
            List<JournaledRun> runs = journals.runs(unreadable::add).stream()
                    .filter(run -> !unsettled || run.isUnsettled())
                    .toList();
            show(
                    console,
                    format,
                    RUN_FIELDS,
                    runs.stream().map(RunsCommand::row).toList());
            unreadable.forEach(reason -> console.printError("ehpc: " + reason));
            return (unreadable.isEmpty() ? ExitCode.OK : ExitCode.FAILED).number();
        } else {
            JournaledRun run = journals.run(ids.get(0));
            if (!format.isForMachines()) {
                console.note(title(run));
            }
            show(
                    console,
                    format,
                    STEP_FIELDS,
                    run.steps().stream().map(RunsCommand::row).toList());
        }
        return ExitCode.OK.number();
    }

    private static Duration age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw new UsageException(PRUNE + " must be a number with h, d or w, such as 30d, is '" + text + "'");
        }
        return UNITS.get(age.group(2)).multipliedBy(Long.parseLong(age.group(1)));
    }

    private static String title(JournaledRun run) {
        return run.id() + ": " + run.header().script() + ", " + state(run);
    }

    private static String state(JournaledRun run) {
        return run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Object> row(JournaledRun run) {
        List<Object> row = new ArrayList<>();
        row.add(run.id());
        row.add(run.began().toString().substring(0, "2026-01-01T00:00:00".length()) + "Z");
        row.add(state(run));
        row.add(run.exitCode().isPresent() ? run.exitCode().getAsInt() : null);
        row.add(run.header().script());
        row.add(run.header().region());
        row.add(run.steps().size());
        row.add(run.isUnsettled());
        return row;
    }

    private static List<Object> row(JournaledStep step) {
        List<Object> row = new ArrayList<>();
        row.add(step.number());
        row.add(step.line() == 0 ? null : step.line());
        row.add(step.title());
        row.add(step.cluster());
        row.add(step.nodes().size());
        row.add(step.submissions().stream()
                .map(one -> one.isDoubtful() ? "unknown" : one.commandId())
                .collect(Collectors.joining(" ")));
        row.add(
                step.nodes().isEmpty()
                        ? step.failure().orElse("done")
                        : step.counts().entrySet().stream()
                                .map(count ->
                                        count.getValue() + " " + count.getKey().word())
                                .collect(Collectors.joining(", ")));
        row.add(step.isUnsettled());
        return row;
    }

    private static void show(Console console, Format format, List<String> fields, List<List<Object>> rows) {
        switch (format) {
            case TEXT, TABLE -> {
                if (!rows.isEmpty()) {
                    console.print(
                            Table.of(fields.stream().map(RunsCommand::heading).toList(), rows));
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
