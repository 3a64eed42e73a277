package ehpc.repl.internal.shell.command;

import ehpc.EhpcClient;
import ehpc.RunFailedException;
import ehpc.RunResult;
import ehpc.journal.JournalHeader;
import ehpc.journal.JournalOnDemand;
import ehpc.journal.JournaledRun;
import ehpc.journal.JournaledStep;
import ehpc.journal.Reruns;
import ehpc.node.NodeSet;
import ehpc.plan.ApprovalGate;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.journal.MissingResults;
import ehpc.repl.internal.journal.RerunChoice;
import ehpc.repl.internal.journal.RunTables;
import ehpc.repl.internal.result.RunOutput;
import ehpc.repl.internal.shell.Settings;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.shell.Suggestions.Suggestion;
import ehpc.script.CompiledScript;
import ehpc.script.ScriptResult;
import ehpc.script.ScriptRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code /runs}, {@code /attach}, {@code /rerun} and {@code /resume}: the recorded runs. */
final class RunCommands {

    private static final String UNSETTLED = "--unsettled";

    private RunCommands() {}

    static void runs(Shell shell, String argument) {
        Settings settings = shell.settings();
        if (argument.startsWith("-") && !argument.equals(UNSETTLED)) {
            throw new UsageException("/runs expects a run or " + UNSETTLED + ", got '" + argument + "'");
        }
        if (!argument.isEmpty() && !argument.equals(UNSETTLED)) {
            RunTables.print(shell.runs().journals().run(argument), settings.output(), shell.console());
            return;
        }
        List<String> unreadable = new ArrayList<>();
        List<JournaledRun> runs = shell.runs().journals().runs(unreadable::add).stream()
                .filter(run -> argument.isEmpty() || run.isUnsettled())
                .toList();
        RunTables.print(runs, settings.output(), shell.console());
        unreadable.forEach(shell::note);
        if (runs.isEmpty()) {
            shell.note(argument.isEmpty() ? "no runs" : "no unsettled runs");
        }
    }

    static void attach(Shell shell, String argument) {
        JournaledRun run = shell.runs().run(only("/attach", argument));
        if (!run.isUnsettled()) {
            shell.note("run " + run.id() + " has no results to collect");
            return;
        }
        collect(shell, run);
    }

    private static void collect(Shell shell, JournaledRun run) {
        try (RunOutput output = output(shell)) {
            shell.performing(
                    Optional.empty(), Optional.of(run.id()), ehpc -> MissingResults.collect(run, ehpc, output));
        }
    }

    private static RunOutput output(Shell shell) {
        return RunOutput.ofEntry(
                shell.console(), shell.settings().output(), shell.settings().color());
    }

    static void resume(Shell shell, String argument) {
        JournaledRun run = shell.runs().run(only("/resume", argument));
        JournalHeader header = run.header();
        ScriptSource source = header.file().isEmpty()
                ? new ScriptSource(header.script(), header.text())
                : ScriptSource.file(header.file()).named(header.script());
        run.checkText(source.text());
        CompiledScript script = source.compiled(shell.console().env());
        JournalOnDemand journal = JournalOnDemand.of(run.resume());
        try (RunOutput output = output(shell)) {
            shell.performing(
                    Optional.of(journal),
                    Optional.empty(),
                    ehpc -> approved(shell, script.over(ehpc))
                            .args(header.args())
                            .environment(shell.console().env())
                            .secrets(secret -> {
                                shell.console().secrets().add(secret);
                                shell.runs().secret(secret, Optional.of(journal));
                            })
                            .output(output.prints())
                            .printer(output.printer())
                            .results(output::ran)
                            .run());
        } finally {
            journal.unrepeated().forEach(step -> shell.note("the script did not repeat " + step + " of the journal"));
            int steps = journal.stepsTaken();
            if (steps > 0) {
                shell.note(RunTables.taken(steps));
            }
        }
    }

    private static ScriptRun<ScriptResult> approved(Shell shell, ScriptRun<ScriptResult> run) {
        return shell.asking(run.marked(shell.runs().marks()));
    }

    static void rerun(Shell shell, String argument) {
        List<String> words = words(argument);
        List<String> options =
                RerunChoice.NAMES.stream().filter(words::contains).toList();
        words.removeAll(options);
        OptionalInt step = step(words);
        RerunChoice choice = new RerunChoice(step, RerunChoice.outcomes(options));
        choice.check();
        JournaledRun run = shell.runs().run(only("/rerun", String.join(" ", words)));
        Reruns reruns = run.reruns();
        Optional<JournaledStep> chosen = choice.in(run, reruns);
        if (chosen.isPresent() && choice.mayRepeat() && chosen.get().isUnsettled()) {
            collect(shell, run);
            if (Thread.currentThread().isInterrupted()) {
                shell.note(RerunChoice.NOTHING_SENT);
                return;
            }
            run = shell.runs().run(run.id());
            reruns = run.reruns();
            chosen = choice.in(run, reruns);
        }
        if (chosen.isEmpty()) {
            shell.note(choice.none(run));
            return;
        }
        choice.leftOut(reruns, chosen.get()).ifPresent(shell::note);
        NodeSet doubtful = choice.doubtful(reruns, chosen.get());
        if (!doubtful.isEmpty() && !shell.confirm(RerunChoice.doubt(doubtful) + "; run it again?")) {
            shell.note(RerunChoice.NOTHING_SENT);
            return;
        }
        perform(shell, run, chosen.get(), choice);
    }

    private static void perform(Shell shell, JournaledRun run, JournaledStep step, RerunChoice choice) {
        try (RunOutput output = output(shell)) {
            shell.performing(
                    shell.runs().begin("rerun of " + run.id() + "." + step.number()), Optional.empty(), ehpc -> {
                        RunResult result = run.rerun(approving(shell, ehpc), step, choice.outcomes());
                        MissingResults.print(result, output);
                        if (result.isFailed()) {
                            throw new RunFailedException(result);
                        }
                        return result;
                    });
        }
    }

    /** With {@code /plan on}, each step needs an approval before it is sent. */
    private static EhpcClient approving(Shell shell, EhpcClient ehpc) {
        if (!shell.settings().plan()) {
            return ehpc;
        }
        ApprovalGate gate =
                new ApprovalGate(ehpc, shell.approval(), shell.runs().marks());
        return ehpc.withEffects(gate::before);
    }

    private static List<String> words(String argument) {
        return new ArrayList<>(argument.isEmpty() ? List.of() : List.of(argument.split("\\s+")));
    }

    /** Removes the option for the step and its number. */
    private static OptionalInt step(List<String> words) {
        int at = words.indexOf(RerunChoice.STEP);
        if (at < 0) {
            return OptionalInt.empty();
        }
        words.remove(at);
        String number = at < words.size() ? words.remove(at) : "";
        if (!number.matches("[0-9]{1,9}")) {
            throw new UsageException(RerunChoice.STEP + " must be the number of a step, is '" + number + "'");
        }
        return OptionalInt.of(Integer.parseInt(number));
    }

    private static String only(String command, String argument) {
        List<String> words = words(argument);
        if (words.size() != 1) {
            throw new UsageException(command + " expects one run, got "
                    + (words.isEmpty() ? "none" : "'" + argument + "'") + "; /runs lists them");
        }
        return words.get(0);
    }

    /** Suggests runs, the newest first. */
    static Suggestions complete(Shell shell, String argument) {
        return suggestions(shell, argument, List.of());
    }

    /** Suggests runs and the options of {@code /rerun}. */
    static Suggestions completeRerun(Shell shell, String argument) {
        List<String> options = new ArrayList<>(RerunChoice.NAMES);
        options.add(RerunChoice.STEP);
        options.removeAll(words(argument));
        return suggestions(shell, argument, options);
    }

    /** Suggests runs and the option of {@code /runs}. */
    static Suggestions completeRuns(Shell shell, String argument) {
        return suggestions(shell, argument, List.of(UNSETTLED));
    }

    private static Suggestions suggestions(Shell shell, String argument, List<String> options) {
        int from = argument.lastIndexOf(' ') + 1;
        List<Suggestion> all = new ArrayList<>();
        boolean hasRun = words(argument.substring(0, from)).stream().anyMatch(word -> !word.startsWith("-"));
        if (!hasRun && !argument.startsWith("-", from)) {
            shell.runs().recent().forEach(run -> all.add(new Suggestion(run, "", true)));
        }
        options.forEach(option -> all.add(new Suggestion(option, "", true)));
        return new Suggestions(from, all);
    }
}
