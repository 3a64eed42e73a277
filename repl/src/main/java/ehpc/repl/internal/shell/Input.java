package ehpc.repl.internal.shell;

import ehpc.repl.internal.terminal.AbovePrompt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the lines of a shell come from. */
public interface Input extends AbovePrompt, AutoCloseable {

    /** The outcome of reading. */
    sealed interface Read {}

    /** A complete entry or command. */
    record Typed(String text) implements Read {}

    /** The unfinished input is dropped. */
    record Dropped() implements Read {}

    /** There is no more. */
    record Ended() implements Read {}

    /** Reads an entry or a command. */
    Read read(Prompt prompt);

    /** Shows another prompt, if a line is being edited. */
    void prompt(Prompt prompt);

    /** Reads one line of an answer; empty if none can be read. */
    String answer(String question);

    /** Returns the lines typed so far, in this shell and before. */
    List<String> history();

    /** Puts a text into the history as if it had been typed. */
    void remember(String text);

    /** Sets the action of Ctrl-C while no line is read. */
    void atInterrupt(Runnable action);

    /**
     * Gives the terminal to a program, waits for its end and gives its exit code.
     *
     * @param text what it reads; empty where it reads the terminal
     */
    int launch(List<String> program, Optional<String> text) throws IOException;

    /** Returns how many lines the terminal shows at once. */
    int height();

    /** Empties the screen. */
    void clear();

    @Override
    void close();
}
