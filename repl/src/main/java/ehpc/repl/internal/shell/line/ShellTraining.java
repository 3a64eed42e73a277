package ehpc.repl.internal.shell.line;

import ehpc.connect.ConnectionOptions;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.shell.Settings;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.ShellConfig;
import ehpc.repl.internal.shell.ShellLoop;
import ehpc.repl.internal.terminal.ColorMode;
import ehpc.repl.internal.terminal.Console;
import ehpc.repl.internal.terminal.Terminals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** A shell with simulated input, on a terminal in memory. */
public final class ShellTraining {

    private static final String ENTER = "\r";
    private static final String TYPE = "xterm-256color";
    private static final String END = "\u0004";
    private static final String KEYS =
            "cluster('ehpc-hz-localdemo1')" + ENTER + "run 'true' on no\t" + ENTER + "nodes" + ENTER + END;

    private ShellTraining() {}

    /** Runs a few entries, without a history, a start-up file or output. */
    public static void run(ConnectionOptions account, List<ShellCommand> commands) {
        Inputs.terminal(TYPE).ifPresent(ShellTraining::close); // loads the classes of a real terminal, if there is one
        InputStream none = new ByteArrayInputStream(new byte[0]);
        Console console = new Console(
                none,
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                account.environment(),
                Terminals.NONE);
        Settings settings = new Settings(Format.TEXT, ColorMode.ALWAYS, false, false);
        ShellConfig config = new ShellConfig(console, account, settings, "", false, false, false, false);
        ShellLoop.run(config, commands, shell -> new Editor(shell, terminal(), new HistoryFile(Optional.empty(), 0)));
    }

    private static Terminal terminal() {
        try {
            InputStream keys = new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8));
            return new ExternalTerminal(
                    null,
                    "training",
                    TYPE,
                    keys,
                    OutputStream.nullOutputStream(),
                    StandardCharsets.UTF_8,
                    Terminal.SignalHandler.SIG_DFL,
                    false,
                    new Attributes(),
                    Size.of(100, 30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Terminal terminal) {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
