package ehpc.repl;

import ehpc.journal.JournaledRun;
import ehpc.journal.Journals;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.journal.RunTables;
import ehpc.repl.internal.journal.UserJournals;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc runs}: the journals of runs. */
final class RunsCommand implements Subcommand {

    private static final String PRUNE = "--prune";
    private static final String SETTLE = "--settle";
    private static final String UNSETTLED = "--unsettled";
    private final List<String> ids;
    private final boolean unsettled;
    private final Optional<String> settle;
    private final Optional<String> prune;

    private RunsCommand(List<String> ids, boolean unsettled, Optional<String> settle, Optional<String> prune) {
        this.ids = ids;
        this.unsettled = unsettled;
        this.settle = settle;
        this.prune = prune;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "runs",
                        given -> new RunsCommand(
                                CommandSpecs.operands(given),
                                given.hasMatchedOption(UNSETTLED),
                                Optional.ofNullable(given.matchedOptionValue(SETTLE, null)),
                                Optional.ofNullable(given.matchedOptionValue(PRUNE, null))),
                        List.of(
                                "Usage: ehpc runs [--unsettled]",
                                "       ehpc runs RUN",
                                "       ehpc runs --settle RUN",
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
                        SETTLE, "RUN", "Give up the missing results of RUN: it is not unsettled any more."))
                .addOption(CommandSpecs.value(
                        PRUNE,
                        "AGE",
                        "Delete ended runs older than AGE, such as 12h, 30d or 8w, except unsettled ones."))
                .addPositional(CommandSpecs.operands("0..*", "RUN", "The id of a run, or its beginning or end."));
    }

    @Override
    public int execute(Invocation invocation) {
        Console console = invocation.console();
        long given = ids.size()
                + Stream.of(unsettled, prune.isPresent(), settle.isPresent())
                        .filter(one -> one)
                        .count();
        if (given > 1) {
            throw new UsageException("runs accepts only one of RUN, " + UNSETTLED + ", " + SETTLE + " and " + PRUNE);
        }
        Journals journals = UserJournals.of(console.env());
        Format format = invocation.options().output().orElse(Format.TEXT);
        if (prune.isPresent()) {
            int deleted = journals.prune(TimeSpan.of(PRUNE, prune.get()).duration());
            console.note(deleted + (deleted == 1 ? " run deleted" : " runs deleted"));
            return ExitCode.OK.number();
        }
        if (settle.isPresent()) {
            JournaledRun run = journals.run(settle.get());
            if (run.isUnsettled()) {
                run.settle();
            }
            console.note("run " + run.id() + (run.isUnsettled() ? " is settled" : " has no results to collect"));
            return ExitCode.OK.number();
        }
        if (!ids.isEmpty()) {
            RunTables.print(journals.run(ids.get(0)), format, console);
            return ExitCode.OK.number();
        }
        List<String> unreadable = new ArrayList<>();
        List<JournaledRun> runs = journals.runs(unreadable::add).stream()
                .filter(run -> !unsettled || run.isUnsettled())
                .toList();
        RunTables.print(runs, format, console);
        unreadable.forEach(reason -> console.printError("ehpc: " + reason));
        return (unreadable.isEmpty() ? ExitCode.OK : ExitCode.FAILED).number();
    }
}
