package ehpc.repl.internal.shell;

import ehpc.repl.internal.terminal.AbovePrompt;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The input of a shell. */
public interface Input extends AbovePrompt, AutoCloseable {

    /** The result of reading. */
    sealed interface Read {}

    /** A complete entry or command. */
    record Typed(String text) implements Read {}

    /** The user dropped an unfinished input. */
    record Dropped() implements Read {}

    /** The input has ended. */
    record Ended() implements Read {}

    /** Reads an entry or a command. */
    Read read(Prompt prompt);

    /** Shows another prompt, if a line is being edited. */
    void prompt(Prompt prompt);

    /** Asks a question and reads a line; returns an empty text if no answer is possible. */
    String answer(String question);

    /** Returns the inputs of this shell and earlier ones, oldest first. */
    List<String> history();

    /** Adds a text to the history. */
    void remember(String text);

    /** Sets the action of Ctrl-C outside of reading. */
    void atInterrupt(Runnable action);

    /**
     * Runs a program on the terminal, waits for its end and returns its exit code.
     *
     * @param text its standard input; empty for the terminal
     */
    int launch(List<String> program, Optional<String> text) throws IOException;

    /** Returns the number of lines of the terminal. */
    int height();

    /** Clears the screen. */
    void clear();

    @Override
    void close();
}
