package ehpc.repl.internal.shell;

import ehpc.repl.internal.connect.Tracing;
import ehpc.repl.internal.terminal.Screen;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads and runs inputs until the end of the shell. */
public final class ShellLoop {

    private final ShellConfig config;
    private final DefaultShell shell;
    private final Startup startup;

    private ShellLoop(ShellConfig config, DefaultShell shell) {
        this.config = config;
        this.shell = shell;
        this.startup = new Startup(shell, config.startupFile());
    }

    /**
     * Runs a shell to its end.
     *
     * @param inputs opens its input
     * @return the exit code: 0, unless an entry ended the shell with another ({@code System.exit})
     */
    public static int run(
            ShellConfig config, List<ShellCommand> commands, Function<? super ShellAtPrompt, ? extends Input> inputs) {
        try (Account account = new Account(config.account());
                DefaultShell shell = new DefaultShell(config, account, new ShellCommands(commands), inputs)) {
            shell.console().allColumnsBy("/set output json");
            if (shell.settings().trace()) {
                account.through(
                        Tracing.to(shell.console()::printError, shell.console().secrets()));
            }
            new ShellLoop(config, shell).run();
            return shell.exitCode();
        }
    }

    private void run() {
        if (!config.quiet()) {
            Banner.lines(config.version(), shell).forEach(shell.console().err()::println);
        }
        startup.begin();
        boolean more = true;
        while (more && !shell.isLeaving()) {
            shell.console().screen().ifPresent(Screen::endLine);
            Input.Read read = shell.input().read(shell.prompt());
            more = !(read instanceof Input.Ended);
            if (read instanceof Input.Typed typed && !typed.text().isBlank()) {
                perform(typed.text());
            }
        }
        end();
    }

    private void perform(String text) {
        ForegroundTask.End end = shell.work()
                .run(
                        () -> {
                            if (startup.await()) {
                                enter(text);
                            }
                        },
                        () -> shell.pending().leave().forEach(shell::note),
                        () -> shell.note("still waiting for the end of the entry; Ctrl-C again abandons it"));
        if (end == ForegroundTask.End.ABANDONED) {
            shell.engine().renew();
            shell.note("the entry ignores Ctrl-C and continues in the background; the shell starts a new session,"
                    + " without its variables");
        }
    }

    /** Runs the entries and commands of a text in order, up to the first failure. */
    private void enter(String text) {
        List<String> parts = shell.commands().parts(text);
        for (int i = 0; i < parts.size(); i++) {
            boolean done = enterOne(parts.get(i));
            int left = parts.size() - i - 1;
            if (left > 0 && (!done || shell.work().isInterrupted() || shell.isLeaving())) {
                shell.note("the rest of the input was not run: " + left + (left == 1 ? " part" : " parts"));
                return;
            }
        }
    }

    private boolean enterOne(String text) {
        if (ShellCommands.isCommand(text)) {
            return command(text);
        }
        Optional<String> bare = ShellCommands.bare(text, shell.declared());
        return bare.isPresent() ? command(bare.get()) : shell.perform(text);
    }

    /** Returns whether it succeeded; a failure has been reported. */
    private boolean command(String line) {
        try {
            shell.commands().run(shell, line);
            return true;
        } catch (Exception | LinkageError | StackOverflowError e) {
            shell.errors().report(e);
            return false;
        }
    }

    private void end() {
        shell.pending().atEnd(shell::ehpc).forEach(shell::note);
    }
}
