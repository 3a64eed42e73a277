package ehpc.repl;

import ehpc.EhpcClient;
import ehpc.Outcome;
import ehpc.RunFailedException;
import ehpc.RunListener;
import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.journal.JournaledRun;
import ehpc.journal.JournaledStep;
import ehpc.journal.ResumeRefusedException;
import ehpc.plan.Plan;
import ehpc.repl.internal.connect.PendingConnection;
import ehpc.repl.internal.failure.CommandLineAdvice;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.Failures;
import ehpc.repl.internal.failure.GracefulStop;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.journal.MissingResults;
import ehpc.repl.internal.journal.RunTables;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.Listeners;
import ehpc.repl.internal.result.MaxExitCode;
import ehpc.repl.internal.result.PendingCommands;
import ehpc.repl.internal.result.RunOutput;
import ehpc.repl.internal.terminal.Console;
import ehpc.repl.internal.terminal.ProgressLine;
import ehpc.script.CompiledScript;
import ehpc.script.PlanRun;
import ehpc.script.ScriptException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs a script, or applies a plan, on the account of the command line. */
final class Scripting {

    private final Console console;
    private final Options options;
    private final Confirmation confirmation;
    private final boolean diff;
    private final boolean maxExitCode;
    private final ConnectionOptions account;
    private final Function<Connection, RunJournal> journals;
    private final MaxExitCode codes = new MaxExitCode();
    private CommandLineAdvice advice;

    /**
     * @param account the account and its service
     * @param diff whether text output shows groups of results as their differences from the largest one
     * @param maxExitCode whether the maximum exit code of a command becomes that of ehpc
     * @param journals returns the journal of the run, when its connection is open
     */
    Scripting(
            Invocation invocation,
            ConnectionOptions account,
            boolean diff,
            boolean maxExitCode,
            Function<Connection, RunJournal> journals) {
        this.console = invocation.console();
        this.options = invocation.options();
        this.confirmation = new Confirmation(invocation);
        this.account = account;
        this.advice = CommandLineAdvice.of(account);
        this.diff = diff;
        this.maxExitCode = maxExitCode;
        this.journals = journals;
    }

    /** Runs the script and returns the exit code; sends nothing if the script has errors. */
    int run(ScriptSource source, List<String> args) {
        return run((opening, output) -> {
            CompiledScript script = source.compiled(console.env());
            confirmation.require(script);
            listening(
                    opening.connection(),
                    (ehpc, journal) -> script.over(ehpc)
                            .args(args)
                            .environment(console.env())
                            .secrets(hiding(journal))
                            .confirmation(confirmation)
                            .output(output.prints())
                            .printer(output.printer())
                            .results(result -> ran(result, output))
                            .run());
        });
    }

    /** Applies the plan and returns the exit code; sends nothing if the state differs from the plan. */
    int carryOut(Plan plan) {
        return run((opening, output) -> listening(
                opening.connection(),
                (ehpc, journal) -> PlanRun.of(plan, ehpc)
                        .place(Planning.place(options))
                        .environment(console.env())
                        .secrets(hiding(journal))
                        .output(output.prints())
                        .printer(output.printer())
                        .results(result -> ran(result, output))
                        .run()));
    }

    /** Runs a recorded command again on some nodes and returns the exit code. */
    int rerun(JournaledRun run, JournaledStep step, Set<Outcome> outcomes) {
        return run((opening, output) -> listening(opening.connection(), (ehpc, journal) -> {
            RunResult result = run.rerun(ehpc, step, outcomes);
            MissingResults.print(result, output);
            if (result.isFailed()) {
                throw new RunFailedException(result);
            }
        }));
    }

    private Consumer<Secret> hiding(RunJournal journal) {
        return secret -> {
            console.secrets().add(secret);
            journal.secret(secret);
        };
    }

    private void ran(RunResult result, RunOutput output) {
        output.ran(result);
        codes.ran(result);
    }

    private int run(BiConsumer<PendingConnection, RunOutput> work) {
        Connecting.announce(options, console);
        try (RunOutput output = RunOutput.open(console, options.output(), options.color(), diff);
                PendingConnection opening = PendingConnection.start(account, Connecting.decorator(options, console))) {
            work.accept(opening, output);
        } catch (RuntimeException e) {
            if (e instanceof ScriptException script && script.exitCode().isPresent()) {
                throw e;
            }
            ExitCode code = new Failures(console, options.debug(), advice).report(e);
            return maxExitCode && e instanceof ScriptException script && MaxExitCode.isCauseOf(script)
                    ? codes.greatest()
                    : code.number();
        }
        return code();
    }

    /** Returns the exit code of a run without a failure. */
    private int code() {
        return maxExitCode ? codes.greatest() : ExitCode.OK.number();
    }

    private void listening(Connection connection, BiConsumer<EhpcClient, RunJournal> work) {
        try (RunJournal journal = journals.apply(connection)) {
            advice = advice.withRun(journal::id);
            try {
                listening(connection, journal, ehpc -> work.accept(ehpc, journal));
                journal.end(code());
                journal.unrepeated()
                        .forEach(step -> console.note("the script did not repeat " + step + " of the journal"));
            } catch (ScriptException e) {
                end(journal, e.getCause(), e.exitCode().orElseGet(() -> Failures.code(e, console)));
                throw e;
            } catch (RuntimeException e) {
                end(journal, e, Failures.code(e, console));
                throw e;
            } finally {
                noteTaken(journal.stepsTaken());
            }
        }
    }

    /** Reports how much of the output of a resumed script comes from the journal. */
    private void noteTaken(int steps) {
        if (steps > 0) {
            console.note(RunTables.taken(steps));
        }
    }

    /** Records the end of a run, unless it was not resumed at all. */
    private static void end(RunJournal journal, Throwable cause, int exitCode) {
        if (!(cause instanceof ResumeRefusedException)) {
            journal.end(exitCode);
        }
    }

    private void listening(Connection connection, RunJournal journal, Consumer<EhpcClient> work) {
        boolean local = connection.service().isPresent();
        PendingCommands outstanding = new PendingCommands(local, advice);
        console.atSignal(() -> outstanding.lines().forEach(console::note));
        if (!local || options.output().filter(Format::isForMachines).isPresent()) {
            console.whenEnding(new GracefulStop(outstanding::isWaitedFor)::stop);
        }
        Optional<ProgressLine> progress = console.progressLine();
        List<RunListener> listeners =
                Stream.concat(Stream.of(outstanding), progress.stream()).toList();
        try {
            work.accept(journal.over(connection.ehpc().withListener(new Listeners(listeners))));
        } finally {
            progress.ifPresent(ProgressLine::close);
        }
    }
}
