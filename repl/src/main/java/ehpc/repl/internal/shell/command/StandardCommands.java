package ehpc.repl.internal.shell.command;

import ehpc.repl.internal.shell.ShellCommand;
import java.util.List;

/** The commands of every shell. */
public final class StandardCommands {

    private StandardCommands() {}

    /** New ones, in the order of {@code /help}: some remember what was before. */
    public static List<ShellCommand> all() {
        return List.of(
                new HelpCommand(),
                new UseCommand(),
                new SetCommand(),
                new PlanCommand(),
                new LoadCommand(),
                new SaveCommand(),
                new EditCommand(),
                new HistoryCommand(),
                new WhoamiCommand(),
                new DebugCommand(),
                new TraceCommand(),
                new ClearCommand(),
                new ExitCommand());
    }
}
