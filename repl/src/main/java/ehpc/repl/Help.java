package ehpc.repl;

import ehpc.api.Operation;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.help.OperationPage;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.terminal.Console;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Prints help on ehpc, a command, or the operation that a command names. */
final class Help {

    private static final int NARROWEST = 55;

    private final Console console;
    private final boolean colored;
    private final Pages pages;

    Help(Invocation invocation) {
        this.console = invocation.console();
        this.colored = console.colored(invocation.options().color());
        this.pages = new Pages(console, invocation.options().color());
    }

    /** Prints a command's page; with {@code --help} on a {@code call} of an operation, the operation's. */
    ExitCode of(CommandLine command, Subcommand subcommand) {
        if (subcommand instanceof CallCommand call && call.named().isPresent()) {
            return of(call.named().get());
        }
        return of(command);
    }

    ExitCode of(CommandLine command) {
        console.out().print(page(command, colored ? Ansi.ON : Ansi.OFF));
        return ExitCode.OK;
    }

    /** Prints the page on standard error, for a command line without a task. */
    ExitCode nothingToDo(CommandLine commands) {
        console.err().print(page(commands, Ansi.OFF));
        return ExitCode.USAGE;
    }

    private String page(CommandLine command, Ansi ansi) {
        command.setUsageHelpWidth(Math.max(NARROWEST, pages.width()));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Help::ownOptions);
        return command.getUsageMessage(ansi);
    }

    /** Returns the options of the command; the common ones are on the page of ehpc. */
    private static String ownOptions(CommandLine.Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited())
                .toList();
        return help.optionListExcludingGroups(own);
    }

    /** Prints an operation's page. */
    ExitCode of(Operation operation) {
        pages.print(OperationPage.of(operation, pages.width()));
        return ExitCode.OK;
    }
}
