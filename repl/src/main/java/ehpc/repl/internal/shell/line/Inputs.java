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

/** Opens the input of a shell: a line editor if the terminal supports one. */
public final class Inputs {

    /** The library's warnings about a terminal do not help a user; a strong reference to the logger keeps its level. */
    private static final Logger LIBRARY = Logger.getLogger("org.jline");

    private Inputs() {}

    /** Returns the input of a shell on this process's terminal. */
    public static Input open(ShellAtPrompt shell) {
        Console console = shell.console();
        HistoryFile history = HistoryFile.in(Directories.state(console.env()), console.secrets()::covers);
        Optional<Terminal> terminal =
                console.isInteractive() ? terminal(console.env().getOrDefault("TERM", "")) : Optional.empty();
        return terminal.<Input>map(t -> new Editor(shell, t, history))
                .orElseGet(() -> new PlainInput(console, history));
    }

    /**
     * Returns the terminal, controlled by system calls, or if these are not available, by stty; never by queries to the terminal.
     *
     * @param name the value of {@code TERM}
     */
    static Optional<Terminal> terminal(String name) {
        LIBRARY.setLevel(Level.OFF);
        return TerminalType.of(name).flatMap(type -> terminal("jni", type).or(() -> terminal("exec", type)));
    }

    private static Optional<Terminal> terminal(String provider, String type) {
        // While a line is edited, Ctrl-C is a normal key; as a signal in addition, it would also drop the next line.
        System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
        try {
            return Optional.of(TerminalBuilder.builder()
                    .system(true)
                    .provider(provider)
                    .type(type)
                    .dumb(false)
                    // Their detection sends a query to the terminal, and would wait for the missing reply.
                    .graphemeCluster(false)
                    .encoding(StandardCharsets.UTF_8)
                    .build());
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
