package ehpc.repl.internal.shell;

import ehpc.EhpcClient;
import ehpc.edit.KnownNames;
import ehpc.journal.JournalOnDemand;
import ehpc.plan.Step;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.InteractiveSession;
import ehpc.script.ScriptRun;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A running shell, as its commands see it. */
public interface Shell {

    /** Returns the streams of results and messages, and the environment. */
    Console console();

    /** Returns the user's settings. */
    Settings settings();

    /** Returns the account, which can change. */
    Account account();

    /** Returns the account in the current region: the one set by an entry with {@code region}, otherwise the account's own. */
    default EhpcClient ehpc() {
        EhpcClient ehpc = account().ehpc();
        return session().context().region().map(ehpc::withRegion).orElse(ehpc);
    }

    /** Returns the current region if it is known without waiting. */
    default Optional<String> region() {
        return session().context().region().or(account()::region);
    }

    /** Returns the session; waits until the language is loaded. */
    InteractiveSession session();

    /** Returns the commands. */
    ShellCommands commands();

    /** Returns the recorded runs. */
    ShellRuns runs();

    /**
     * Performs work on the calling thread: with its progress on the screen, with a report on its commands if Ctrl-C ends the waiting, and with a journal
     * of its changes, which is ended and closed.
     *
     * @param journal the journal; empty for none
     * @param run the id of the recorded run, if the journal does not have it
     * @param work receives the account in the current region of the account
     */
    <T> T performing(Optional<JournalOnDemand> journal, Optional<String> run, Function<? super EhpcClient, T> work);

    /** Returns the question that approves each step of work before it is sent, with {@code /plan on}. */
    Predicate<Step> approval();

    /** Returns a run that asks before each step with {@code /plan on}, otherwise before a step that deletes, stops or resets something. */
    default <R> ScriptRun<R> asking(ScriptRun<R> run) {
        if (settings().plan()) {
            return run.approval(approval());
        }
        return settings().confirmed() ? run : run.confirmation(approval());
    }

    /** Prints a message of the shell, on standard error. */
    void note(String line);

    /**
     * Runs a script as one entry, and reports its failure.
     *
     * @return whether it succeeded
     */
    boolean run(ScriptSource text);

    /**
     * Runs a text as an entry: adds it to the history and, if it succeeds, to the {@link #entries}.
     *
     * @return whether it succeeded
     */
    boolean enter(String text);

    /** Returns the successful entries in order, including loaded scripts, but not the start-up file. */
    List<HistoryItem> entries();

    /**
     * Returns the currently known names of the service without waiting; missing ones are fetched in the background.
     *
     * @param wanted the kind of the names
     */
    List<KnownNames.Name> known(KnownNames.Wanted wanted);

    /** Returns the inputs of this shell and earlier ones, oldest first. */
    List<String> history();

    /**
     * Asks a question and waits for a line as the answer. Any thread may ask, one at a time.
     *
     * @param question its text, with a blank at its end
     * @return the answer; empty without one, as after Ctrl-C
     */
    String answer(String question);

    /** Asks a yes-or-no question; returns false if no answer is possible. */
    default boolean confirm(String question) {
        String answer = answer(question + " [y/N] ");
        return Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Runs a program on the terminal, such as an editor, and waits for its end.
     *
     * @param program the program and its arguments
     * @return its exit code
     * @throws IOException if it cannot be started
     */
    int launch(List<String> program) throws IOException;

    /** Clears the screen. */
    void clear();

    /** Ends the shell after this command. */
    void leave();
}
