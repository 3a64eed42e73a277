package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.account.Whoami;
import ehpc.repl.internal.account.WhoamiOutput;
import ehpc.repl.internal.connect.Tracing;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.shell.Account;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.Suggestions;
import java.util.List;
import java.util.function.UnaryOperator;

/** The commands of every shell. */
public final class StandardCommands {

    private StandardCommands() {}

    /** New ones, in the order of {@code /help}: some remember what was before. */
    public static List<ShellCommand> all() {
        UseCommand use = new UseCommand();
        return List.of(
                new ShellCommand(
                        "/help [WORD | OPERATION | COMMAND]",
                        "Shows the commands, or the page of a word, an operation or a command.",
                        HelpCommand::run,
                        HelpCommand::complete),
                new ShellCommand(
                        "/use [CLUSTER | - | none]",
                        "Lists the clusters, or works on another one; - is the one before.",
                        use::run,
                        use::complete),
                new ShellCommand(
                        "/set [NAME [VALUE]]",
                        "Lists what can be set, or sets it for as long as the shell runs.",
                        SetCommand::run,
                        SetCommand::complete),
                new ShellCommand(
                        "/plan on | off | [--allow-effects] ENTRY",
                        "Shows each step of an entry before it is sent, and asks; or shows what one entry would send, and sends nothing.",
                        PlanCommand::run,
                        PlanCommand::complete),
                new ShellCommand(
                        "/load FILE",
                        "Runs a script as one entry; what it declares at its top is there afterwards.",
                        StandardCommands::load,
                        StandardCommands::scripts),
                new ShellCommand(
                        "/save FILE",
                        "Keeps the entries that ran well as a script, for its owner alone.",
                        SaveCommand::run,
                        StandardCommands::scripts),
                alone(
                        "/edit",
                        "Opens the last entry in $VISUAL or $EDITOR, and runs what was saved there.",
                        (shell, argument) -> EditCommand.run(shell)),
                new ShellCommand(
                        "/history [TEXT]",
                        "Shows what was typed, here and in shells before; only what contains a text.",
                        HistoryCommand::run),
                alone(
                        "/whoami",
                        "Shows which credentials are used and why, the region and the endpoint; no secret.",
                        (shell, argument) -> whoami(shell)),
                new ShellCommand(
                        "/debug on | off",
                        "Shows the stack trace of an error.",
                        StandardCommands::debug,
                        StandardCommands::onOff),
                new ShellCommand(
                        "/trace on | off",
                        "Shows each request to the service as it happens, without secrets.",
                        StandardCommands::trace,
                        StandardCommands::onOff),
                alone("/clear", "Empties the screen.", (shell, argument) -> shell.clear()),
                alone("/exit", "Ends the shell, as Ctrl-D does.", (shell, argument) -> shell.leave()));
    }

    /** Returns a command that takes no argument. */
    private static ShellCommand alone(String name, String help, ShellCommand.Action action) {
        return new ShellCommand(name, help, (shell, argument) -> {
            if (!argument.isEmpty()) {
                throw new UsageException(name + " must be given alone, '" + argument + "' is too much");
            }
            action.run(shell, argument);
        });
    }

    private static void load(Shell shell, String argument) {
        shell.run(ScriptSource.file(
                FileNames.path(argument, shell.console().env()).toString()));
    }

    private static Suggestions scripts(Shell shell, String argument) {
        return FileNames.suggest(argument, shell.console().env(), ".ehpc");
    }

    private static void whoami(Shell shell) {
        Account account = shell.account();
        Whoami whoami = Whoami.of(account.connection(), account.options(), shell.region());
        new WhoamiOutput(shell.console(), whoami).print(shell.settings().output());
        whoami.identity().problem().ifPresent(shell::note);
    }

    private static void debug(Shell shell, String argument) {
        if (!argument.isEmpty()) {
            shell.settings().debug(Choices.on("debug", argument));
        }
        shell.note("debug is " + Choices.said(shell.settings().debug()));
    }

    private static void trace(Shell shell, String argument) {
        if (!argument.isEmpty()) {
            boolean on = Choices.on("trace", argument);
            shell.settings().trace(on);
            shell.account()
                    .through(
                            on
                                    ? Tracing.to(
                                            shell.console()::complain,
                                            shell.console().secrets())
                                    : UnaryOperator.identity());
        }
        shell.note("trace is " + Choices.said(shell.settings().trace()));
    }

    private static Suggestions onOff(Shell shell, String argument) {
        return Choices.suggest(argument, Choices.ON_OFF);
    }
}
