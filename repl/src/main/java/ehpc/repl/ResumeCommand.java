package ehpc.repl;

import ehpc.journal.JournalHeader;
import ehpc.journal.JournaledRun;
import ehpc.repl.internal.files.ScriptSource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc resume}: runs the script of a run again, without repeating the recorded steps. */
final class ResumeCommand implements Subcommand {

    private final List<String> ids;

    private ResumeCommand(List<String> ids) {
        this.ids = ids;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "resume",
                        given -> new ResumeCommand(CommandSpecs.operands(given)),
                        List.of("Usage: ehpc [OPTION...] resume RUN"),
                        List.of(
                                "Continues a run that was cut off, interrupted or refused: runs its script again with"
                                        + " its arguments.",
                                "",
                                "Recorded steps are not performed again: their results come from the journal, and"
                                        + " missing",
                                "results of sent commands are collected. Refused and unsent requests are sent now. A"
                                        + " request that",
                                "may have been carried out is never repeated; the run ends there with 4. If the script"
                                        + " was changed,",
                                "or differs from the journal, nothing more is sent.",
                                ""))
                .addPositional(CommandSpecs.operands("0..*", "RUN", "The id of a run, or its beginning or end."));
    }

    @Override
    public int execute(Invocation invocation) {
        JournaledRun run = RunJournal.named(ids, invocation);
        JournalHeader header = run.header();
        ScriptSource source = header.file().isEmpty()
                ? new ScriptSource(header.script(), header.text())
                : ScriptSource.file(header.file()).named(header.script());
        run.checkText(source.text());
        return new Scripting(
                        invocation,
                        RunJournal.account(run, invocation),
                        false,
                        false,
                        connection -> RunJournal.resume(run))
                .run(source, header.args());
    }
}
