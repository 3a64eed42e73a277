package ehpc.repl.internal.shell;

import ehpc.repl.internal.terminal.Screen;
import java.util.List;
import java.util.function.Function;

/** Reads and does what is typed, until there is no more. */
public final class ShellLoop {

    private final ShellWishes wishes;
    private final DefaultShell shell;
    private final Startup startup;

    private ShellLoop(ShellWishes wishes, DefaultShell shell) {
        this.wishes = wishes;
        this.shell = shell;
        this.startup = new Startup(shell, wishes.startupFile());
    }

    /**
     * Runs a shell to its end, with these commands.
     *
     * @param inputs opens what reads its lines
     * @return the exit code: 0, unless an entry ended the shell with another ({@code System.exit})
     */
    public static int run(
            ShellWishes wishes, List<ShellCommand> commands, Function<? super ShellAtPrompt, ? extends Input> inputs) {
        try (Account account = new Account(wishes.account());
                DefaultShell shell = new DefaultShell(wishes, account, new ShellCommands(commands), inputs)) {
            new ShellLoop(wishes, shell).run();
            return shell.exitCode();
        }
    }

    private void run() {
        if (!wishes.quiet()) {
            Banner.lines(wishes.version(), shell).forEach(shell.console().err()::println);
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
        Work.End end = shell.work()
                .run(
                        () -> {
                            if (startup.await()) {
                                enter(text);
                            }
                        },
                        () -> shell.underWay().leave().forEach(shell::note),
                        () -> shell.note("still waiting for what runs to end; Ctrl-C again goes on without it"));
        if (end == Work.End.ABANDONED) {
            shell.engine().renew();
            shell.note(
                    "what was run does not heed Ctrl-C and goes on by itself; the shell begins anew, without its variables");
        }
    }

    private void enter(String text) {
        if (ShellCommands.isCommand(text)) {
            command(text);
        } else {
            ShellCommands.bare(text, shell.declared()).ifPresentOrElse(this::command, () -> shell.perform(text));
        }
    }

    private void command(String line) {
        try {
            shell.commands().run(shell, line);
        } catch (Exception | LinkageError | StackOverflowError e) {
            shell.complaints().tell(e);
        }
    }

    private void end() {
        shell.underWay().atEnd(shell::ehpc).forEach(shell::note);
    }
}
