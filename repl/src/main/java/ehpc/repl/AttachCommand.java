package ehpc.repl;

import ehpc.RunListener;
import ehpc.RunResult;
import ehpc.connect.Connection;
import ehpc.journal.JournaledRun;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.result.RunOutput;
import ehpc.repl.internal.terminal.Console;
import ehpc.repl.internal.terminal.ProgressLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc attach}: collects the missing results of a run. */
final class AttachCommand implements Subcommand {

    private final List<String> ids;

    private AttachCommand(List<String> ids) {
        this.ids = ids;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "attach",
                        given -> new AttachCommand(CommandSpecs.operands(given)),
                        List.of("Usage: ehpc [OPTION...] attach RUN"),
                        List.of(
                                "Collects the results of the commands that a run sent and did not wait for.",
                                "",
                                "Waits for commands that are still running, prints the results like 'ehpc run', and"
                                        + " records them",
                                "in the journal. Sends no command. 'ehpc runs --unsettled' lists the runs.",
                                ""))
                .addPositional(CommandSpecs.operands("0..*", "RUN", "The id of a run, or its beginning or end."));
    }

    @Override
    public int execute(Invocation invocation) {
        Console console = invocation.console();
        Options options = invocation.options();
        JournaledRun run = RunJournal.named(ids, invocation);
        List<RunResult> results = new ArrayList<>();
        try (RunOutput output = RunOutput.open(console, options.output(), options.color(), false);
                Connection connection = Connection.open(RunJournal.account(run, invocation))
                        .through(Connecting.decorator(options, console))) {
            if (run.isUnsettled()) {
                collect(run, connection, output, console, results);
            } else {
                console.note("run " + run.id() + " has no results to collect");
            }
        }
        if (run.exitCode().orElse(1) != 0 && !run.header().text().isEmpty()) {
            console.note("the script did not come to its end; to continue it: ehpc resume " + run.id());
        }
        return code(results).number();
    }

    private static void collect(
            JournaledRun run, Connection connection, RunOutput output, Console console, List<RunResult> results) {
        Optional<ProgressLine> progress = console.progressLine();
        try {
            run.collect(
                    connection
                            .ehpc()
                            .withListener(progress.<RunListener>map(one -> one).orElse(RunListener.NONE)),
                    result -> {
                        results.add(result);
                        output.ran(result);
                        print(result, output);
                    });
        } finally {
            progress.ifPresent(ProgressLine::close);
        }
    }

    private static void print(RunResult result, RunOutput output) {
        try {
            output.printer().print(result, output.prints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExitCode code(List<RunResult> results) {
        if (results.stream().anyMatch(RunResult::isUnknown)) {
            return ExitCode.UNKNOWN;
        }
        return results.stream().anyMatch(RunResult::isFailed) ? ExitCode.FAILED : ExitCode.OK;
    }
}
