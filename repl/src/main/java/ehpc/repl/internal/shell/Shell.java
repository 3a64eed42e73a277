package ehpc.repl.internal.shell;

import ehpc.EhpcClient;
import ehpc.edit.KnownNames;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.InteractiveSession;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A shell at work, as its commands see it. */
public interface Shell {

    /** Where results and messages go, and the environment. */
    Console console();

    /** Returns the user's settings. */
    Settings settings();

    /** Returns the account, which can be changed. */
    Account account();

    /** Returns the account in the region that entries go to: the one that an entry chose with {@code region}, else the account's own. */
    default EhpcClient ehpc() {
        EhpcClient ehpc = account().ehpc();
        return session().context().region().map(ehpc::withRegion).orElse(ehpc);
    }

    /** Returns the region that entries go to, as far as it is known without waiting. */
    default Optional<String> region() {
        return session().context().region().or(account()::region);
    }

    /** Returns the language with the session so far; waits until it is loaded. */
    InteractiveSession session();

    /** Returns the commands. */
    ShellCommands commands();

    /** Shows a line of the shell's own, set apart from results. */
    void note(String line);

    /**
     * Runs a script as one entry, and tells what is wrong with it.
     *
     * @return whether it came to its end
     */
    boolean run(ScriptSource text);

    /**
     * Runs a text as an entry that was typed: it goes into the history and, when it runs to its end, among the {@link #entries}.
     *
     * @return whether it came to its end
     */
    boolean enter(String text);

    /** Returns the entries that ran to their end, in order; scripts that were loaded among them, but not the start-up file. */
    List<HistoryItem> entries();

    /**
     * Names that only the service knows, as far as they are known by now; what is not is fetched in the background. Waits for nothing.
     *
     * @param wanted what they name
     */
    List<KnownNames.Name> known(KnownNames.Wanted wanted);

    /** Returns the lines typed in this shell and in those before, oldest first. */
    List<String> history();

    /**
     * Asks a question and waits for the line that answers it; any thread may, one at a time.
     *
     * @param question shown as it is, with a blank at its end
     * @return an empty text where there is no answer, as after Ctrl-C, or nobody to ask
     */
    String answer(String question);

    /** Asks a yes-or-no question; returns false if no answer is possible. */
    default boolean confirm(String question) {
        String answer = answer(question + " [y/N] ");
        return Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Gives the terminal to a program, such as an editor, and waits for its end.
     *
     * @param program the program and its arguments
     * @return its exit code
     * @throws IOException if it cannot be started
     */
    int launch(List<String> program) throws IOException;

    /** Empties the screen. */
    void clear();

    /** Ends the shell after this command. */
    void leave();
}
