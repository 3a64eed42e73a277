package ehpc.repl;

import ehpc.RunListener;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.journal.JournaledRun;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.journal.MissingResults;
import ehpc.repl.internal.result.RunOutput;
import ehpc.repl.internal.terminal.Console;
import ehpc.repl.internal.terminal.ProgressLine;
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
        JournaledRun run = RunJournal.named(ids, invocation);
        ConnectionOptions account = RunJournal.account(run, invocation);
        ExitCode code = ExitCode.OK;
        if (run.isUnsettled()) {
            code = collect(run, account, invocation);
        } else {
            console.note("run " + run.id() + " has no results to collect");
        }
        if (run.exitCode().orElse(1) != 0 && !run.header().text().isEmpty()) {
            console.note("the script did not come to its end; to continue it: ehpc resume " + run.id());
        }
        return code.number();
    }

    /** Collects and prints the missing results of a run. */
    static ExitCode collect(JournaledRun run, ConnectionOptions account, Invocation invocation) {
        Console console = invocation.console();
        Options options = invocation.options();
        Optional<ProgressLine> progress = console.progressLine();
        try (RunOutput output = RunOutput.open(console, options.output(), options.color(), false);
                Connection connection = Connection.open(account).through(Connecting.decorator(options, console))) {
            RunListener listener = progress.<RunListener>map(one -> one).orElse(RunListener.NONE);
            return MissingResults.collect(run, connection.ehpc().withListener(listener), output);
        } finally {
            progress.ifPresent(ProgressLine::close);
        }
    }
}
