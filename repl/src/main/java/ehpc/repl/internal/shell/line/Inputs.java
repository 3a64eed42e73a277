package ehpc.repl.internal.shell.line;

import ehpc.repl.internal.files.Directories;
import ehpc.repl.internal.shell.Input;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.terminal.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Chooses how a shell reads: with an editor where the terminal can show one. */
public final class Inputs {

    /** What the library has to say of a terminal is nothing that a user could mend; the field keeps the level from being forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("org.jline");

    private Inputs() {}

    /** Returns the input of a shell on this process's terminal. */
    public static Input open(ShellAtPrompt shell) {
        Console console = shell.console();
        HistoryFile history = HistoryFile.in(Directories.state(console.env()));
        Optional<Terminal> terminal =
                console.isInteractive() ? terminal(console.env().getOrDefault("TERM", "")) : Optional.empty();
        return terminal.<Input>map(t -> new Editor(shell, t, history))
                .orElseGet(() -> new PlainInput(console, history));
    }

    /**
     * Returns the terminal, asked through the system's own calls, or where these are not to be had through stty; never through its own
     * answers.
     *
     * @param name how {@code TERM} calls it
     */
    static Optional<Terminal> terminal(String name) {
        LIBRARY.setLevel(Level.OFF);
        return TerminalType.of(name).flatMap(type -> terminal("jni", type).or(() -> terminal("exec", type)));
    }

    private static Optional<Terminal> terminal(String provider, String type) {
        // While a line is read Ctrl-C is a key like the others; told as a signal as well, it would drop the next line
        // too.
        System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
        try {
            return Optional.of(TerminalBuilder.builder()
                    .system(true)
                    .provider(provider)
                    .type(type)
                    .dumb(false)
                    // To find out about those it would ask the terminal, and wait for one that does not answer.
                    .graphemeCluster(false)
                    .encoding(StandardCharsets.UTF_8)
                    .build());
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
