package ehpc.repl.internal.shell;

import ehpc.RunResult;
import ehpc.journal.JournalOnDemand;
import ehpc.plan.NotApproved;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.result.RunOutput;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.Entry;
import ehpc.script.EntryResult;
import ehpc.script.InteractiveSession;
import ehpc.script.ScriptException;
import ehpc.script.ScriptRun;
import ehpc.syntax.TokenizedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs entries and prints their results. */
final class Entries {

    private final DefaultShell shell;
    private final Console console;

    Entries(DefaultShell shell) {
        this.shell = shell;
        this.console = shell.console();
    }

    /**
     * Runs an entry on the calling thread.
     *
     * @return whether it succeeded; a failure has been reported
     */
    boolean enter(String text) {
        return run(session -> session.compile(TokenizedText.of(text).joined()));
    }

    /** Runs the text of a file in the same way; messages contain the name of the file. */
    boolean run(ScriptSource source) {
        return run(session ->
                session.compile(source.name(), TokenizedText.of(source.text()).joined()));
    }

    private boolean run(Function<InteractiveSession, Entry> compiling) {
        Settings settings = shell.settings();
        try (RunOutput output = RunOutput.ofEntry(console, settings.output(), settings.color())) {
            Entry entry = compiling.apply(shell.session());
            return run(entry, output);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            report(e);
            return false;
        }
    }

    /** Reports a failure; after Ctrl-C only a refused step, to state whether it was sent. */
    private void report(Throwable failure) {
        if (failure instanceof ScriptException script && script.exitCode().isPresent()) {
            shell.leave(script.exitCode().getAsInt());
            return;
        }
        if (shell.work().isInterrupted() && !(failure.getCause() instanceof NotApproved)) {
            shell.note("stopped by Ctrl-C");
        } else {
            shell.errors().report(failure);
        }
    }

    private boolean run(Entry entry, RunOutput output) {
        Optional<JournalOnDemand> journal = shell.runs().begin("shell");
        EntryResult result = shell.performing(journal, Optional.empty(), ehpc -> {
            ScriptRun<EntryResult> run = entry.over(ehpc)
                    .environment(console.env())
                    .secrets(secret -> {
                        console.secrets().add(secret);
                        shell.runs().secret(secret, journal);
                    })
                    .output(output.prints())
                    .printer(output.printer())
                    .results(output::ran)
                    .marked(shell.runs().marks());
            return shell.asking(run).run();
        });
        show(result, output);
        return true;
    }

    private void show(EntryResult result, RunOutput output) {
        if (result.value().isPresent() && !result.printed()) {
            new ValuePrinter(shell, output).print(result.value().get());
        }
        output.close(); // completes the records before any note
        List<String> unseen = result.unseen().stream()
                .map(run -> title(run, result) + ": " + run.summary())
                .toList();
        unseen.forEach(shell::note);
        Footer.of(result).ifPresent(shell::note);
    }

    /** Returns the title of a result that was not printed: its variable if there is one, otherwise its command. */
    private static String title(RunResult run, EntryResult result) {
        return result.declared().entrySet().stream()
                .filter(variable -> variable.getValue() instanceof RunResult kept
                        && kept.commandIds().equals(run.commandIds()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> "run '" + run.command().shortened() + "'");
    }
}
