package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.OperationHelp;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.render.Table;
import ehpc.repl.internal.terminal.Color;
import ehpc.repl.internal.terminal.Console;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Prints help: of ehpc, of a command, of an operation. */
final class Help {

    private static final int USUAL_WIDTH = 100;

    private final Console console;
    private final boolean colored;

    Help(Invocation invocation) {
        this.console = invocation.console();
        this.colored = console.colored(invocation.options().color());
    }

    /** A command's page; with {@code --help} on a {@code call} that names an operation, the operation's. */
    ExitCode of(CommandLine command, Verb verb) {
        if (verb instanceof CallCommand call && call.named().isPresent()) {
            return of(call.named().get());
        }
        return of(command);
    }

    ExitCode of(CommandLine command) {
        console.out().print(page(command, colored ? Ansi.ON : Ansi.OFF));
        return ExitCode.OK;
    }

    /** The page of ehpc for somebody who gave nothing to do. */
    ExitCode nothingToDo(CommandLine commands) {
        console.err().print(page(commands, Ansi.OFF));
        return ExitCode.USAGE;
    }

    private String page(CommandLine command, Ansi ansi) {
        command.setUsageHelpWidth(Math.max(55, Math.min(width(), 120)));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Help::ownOptions);
        return command.getUsageMessage(ansi);
    }

    /** The options of the command itself: those that all commands take stand on the page of ehpc. */
    private static String ownOptions(CommandLine.Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited())
                .toList();
        return help.optionListExcludingGroups(own);
    }

    /** An operation's page, out of the catalogue. */
    ExitCode of(Operation operation) {
        String gap = "";
        for (OperationHelp.Section section :
                OperationHelp.of(operation, Math.min(width(), 120)).sections()) {
            console.out().println(gap + (colored ? Color.TITLE.on(section.title()) : section.title()));
            section.lines().forEach(console.out()::println);
            gap = System.lineSeparator();
        }
        return ExitCode.OK;
    }

    /** All operations, one line each. */
    ExitCode operations() {
        Catalogue catalogue = Catalogue.ehpc();
        List<List<String>> rows = catalogue.names().stream()
                .map(name -> List.of(name, catalogue.operation(name).help()))
                .toList();
        console.print(new Table(List.of("Operation", "What it does"), rows));
        return ExitCode.OK;
    }

    private int width() {
        return console.width().orElse(USUAL_WIDTH);
    }
}
