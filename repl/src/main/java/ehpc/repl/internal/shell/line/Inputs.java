package ehpc.repl.internal.shell.line;

import ehpc.repl.internal.files.Directories;
import ehpc.repl.internal.shell.Input;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.terminal.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Chooses how a shell reads: with an editor where the terminal can show one. */
public final class Inputs {

    private Inputs() {}

    /** The input of a shell on this process's terminal. */
    public static Input open(ShellAtPrompt shell) {
        Console console = shell.console();
        HistoryFile history = HistoryFile.in(Directories.state(console.env()));
        Optional<Terminal> terminal = console.isClever() ? terminal() : Optional.empty();
        return terminal.<Input>map(t -> new Editor(shell, t, history))
                .orElseGet(() -> new PlainInput(console, history));
    }

    /** The terminal, asked through the system's own calls, or where these are not to be had through stty; never through its own answers. */
    static Optional<Terminal> terminal() {
        return terminal("jni").or(() -> terminal("exec"));
    }

    private static Optional<Terminal> terminal(String provider) {
        // While a line is read Ctrl-C is a key like the others; told as a signal as well, it would drop the next line
        // too.
        System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
        try {
            return Optional.of(TerminalBuilder.builder()
                    .system(true)
                    .provider(provider)
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
