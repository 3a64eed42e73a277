package ehpc.repl;

import ehpc.connect.ConnectionOptions;
import ehpc.journal.JournaledRun;
import ehpc.journal.JournaledStep;
import ehpc.journal.Reruns;
import ehpc.node.NodeSet;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.journal.RerunChoice;
import ehpc.repl.internal.journal.UserJournals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ehpc rerun}: a recorded command again, on nodes of chosen outcomes. */
final class RerunCommand implements Subcommand {

    private final List<String> ids;
    private final RerunChoice choice;

    private RerunCommand(List<String> ids, RerunChoice choice) {
        this.ids = ids;
        this.choice = choice;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpecs.command(
                "rerun",
                RerunCommand::of,
                List.of("Usage: ehpc [OPTION...] rerun RUN [--failed] [--not-run] [--unknown] [--step N] [--yes]"),
                List.of(
                        "Runs a command of a run again, with the same settings, on its nodes of the given outcomes.",
                        "",
                        "The command is recorded as a run of its own that names the earlier step. A node on which it"
                                + " was run",
                        "again before is left out: rerun that later run instead. 'ehpc runs RUN' shows the steps.",
                        ""));
        spec.aliases("retry");
        return spec.addOption(CommandSpecs.flag("Nodes that are failed, timed-out or not-delivered.", "--failed"))
                .addOption(CommandSpecs.flag("Nodes to which the command was not sent.", "--not-run"))
                .addOption(CommandSpecs.flag(
                        "Nodes on which the command may have run, or may still run, after a look for their results.",
                        "--unknown"))
                .addOption(CommandSpecs.value(
                        RerunChoice.STEP, "N", "The step, if several commands have such nodes: its number."))
                .addPositional(CommandSpecs.operands("0..*", "RUN", "The id of a run, or its beginning or end."));
    }

    private static RerunCommand of(ParseResult given) {
        String number = given.matchedOptionValue(RerunChoice.STEP, null);
        OptionalInt step = number == null
                ? OptionalInt.empty()
                : OptionalInt.of(WholeNumbers.within(RerunChoice.STEP, number, 1, Integer.MAX_VALUE));
        List<String> options =
                RerunChoice.NAMES.stream().filter(given::hasMatchedOption).toList();
        return new RerunCommand(CommandSpecs.operands(given), new RerunChoice(step, RerunChoice.outcomes(options)));
    }

    @Override
    public int execute(Invocation invocation) {
        choice.check();
        JournaledRun run = RunJournal.named(ids, invocation);
        ConnectionOptions account = RunJournal.account(run, invocation);
        Reruns reruns = run.reruns();
        Optional<JournaledStep> step = choice.in(run, reruns);
        if (step.isPresent() && choice.mayRepeat() && step.get().isUnsettled()) {
            ExitCode code = AttachCommand.collect(run, account, invocation);
            if (Thread.currentThread().isInterrupted()) {
                invocation.console().note(RerunChoice.NOTHING_SENT);
                return code.number();
            }
            run = UserJournals.of(invocation.console().env()).run(run.id());
            reruns = run.reruns();
            step = choice.in(run, reruns);
        }
        if (step.isEmpty()) {
            invocation.console().note(choice.none(run));
            return ExitCode.OK.number();
        }
        choice.leftOut(reruns, step.get()).ifPresent(invocation.console()::note);
        if (!isApproved(reruns, step.get(), invocation)) {
            invocation.console().note(RerunChoice.NOTHING_SENT);
            return ExitCode.STOPPED.number();
        }
        JournaledRun earlier = run;
        JournaledStep command = step.get();
        String title = "rerun of " + run.id() + "." + command.number();
        return new Scripting(
                        invocation,
                        account,
                        false,
                        false,
                        connection ->
                                RunJournal.onDemand(title, invocation.options().marker(), connection, invocation))
                .rerun(earlier, command, choice.outcomes());
    }

    /** Asks before a command may run twice. */
    private boolean isApproved(Reruns reruns, JournaledStep step, Invocation invocation) {
        NodeSet unknown = choice.doubtful(reruns, step);
        if (unknown.isEmpty() || invocation.options().yes()) {
            return true;
        }
        String doubt = RerunChoice.doubt(unknown);
        if (!invocation.canAsk()) {
            throw new UsageException(doubt + "; " + Options.YES + " runs it again");
        }
        return invocation.console().confirm(doubt + "; run it again?");
    }
}
