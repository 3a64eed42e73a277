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

    /** Returns new commands, in the order of {@code /help}; {@code /use} has a state. */
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
                        "Lists the clusters, or selects one; - selects the previous one.",
                        use::run,
                        use::complete),
                new ShellCommand(
                        "/set [NAME [VALUE]]",
                        "Lists the settings, or changes one for this shell.",
                        SetCommand::run,
                        SetCommand::complete),
                new ShellCommand(
                        "/plan on | off | [--allow-effects] ENTRY",
                        "Asks for approval of each step before it is sent; or shows the steps of one entry, and sends"
                                + " nothing.",
                        PlanCommand::run,
                        PlanCommand::complete),
                new ShellCommand(
                        "/load FILE",
                        "Runs a script as one entry; its top-level declarations remain.",
                        StandardCommands::load,
                        StandardCommands::scripts),
                new ShellCommand(
                        "/save FILE",
                        "Saves the successful entries as a script, readable only by its owner.",
                        SaveCommand::run,
                        StandardCommands::scripts),
                alone(
                        "/edit",
                        "Opens the last entry in $VISUAL or $EDITOR, and runs the saved text.",
                        (shell, argument) -> EditCommand.run(shell)),
                new ShellCommand(
                        "/history [TEXT]",
                        "Shows the entries of this and earlier shells; with TEXT, those that contain it.",
                        HistoryCommand::run),
                new ShellCommand(
                        "/runs [RUN | --unsettled]",
                        "Lists the recorded runs, those with results to collect, or the steps of one.",
                        RunCommands::runs,
                        RunCommands::completeRuns),
                new ShellCommand(
                        "/attach RUN",
                        "Collects the missing results of a run; sends no command.",
                        RunCommands::attach,
                        RunCommands::complete),
                new ShellCommand(
                        "/rerun RUN [--failed] [--not-run] [--unknown] [--step N]",
                        "Runs a command of a run again, on its nodes of these outcomes.",
                        RunCommands::rerun,
                        RunCommands::completeRerun),
                new ShellCommand(
                        "/resume RUN",
                        "Runs the script of a run again, without repeating its recorded steps.",
                        RunCommands::resume,
                        RunCommands::complete),
                alone(
                        "/whoami",
                        "Shows the credentials in use and the reason, the region and the endpoint; no secret.",
                        (shell, argument) -> whoami(shell)),
                new ShellCommand(
                        "/debug on | off",
                        "Shows the stack traces of errors.",
                        StandardCommands::debug,
                        StandardCommands::suggestOnOff),
                new ShellCommand(
                        "/trace on | off",
                        "Shows each request to the service as it happens, without secrets.",
                        StandardCommands::trace,
                        StandardCommands::suggestOnOff),
                alone("/clear", "Clears the screen.", (shell, argument) -> shell.clear()),
                alone("/exit", "Ends the shell, like Ctrl-D.", (shell, argument) -> shell.leave()));
    }

    /** Returns a command that takes no argument. */
    private static ShellCommand alone(String name, String help, ShellCommand.Action action) {
        return new ShellCommand(name, help, (shell, argument) -> {
            if (!argument.isEmpty()) {
                throw new UsageException(name + " expects no argument, got '" + argument + "'");
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
        shell.note("debug is " + Choices.onOff(shell.settings().debug()));
    }

    private static void trace(Shell shell, String argument) {
        if (!argument.isEmpty()) {
            boolean on = Choices.on("trace", argument);
            shell.settings().trace(on);
            shell.account()
                    .through(
                            on
                                    ? Tracing.to(
                                            shell.console()::printError,
                                            shell.console().secrets())
                                    : UnaryOperator.identity());
        }
        shell.note("trace is " + Choices.onOff(shell.settings().trace()));
    }

    private static Suggestions suggestOnOff(Shell shell, String argument) {
        return Choices.suggest(argument, Choices.ON_OFF);
    }
}
