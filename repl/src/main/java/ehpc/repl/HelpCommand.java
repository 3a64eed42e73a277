package ehpc.repl;

import ehpc.api.help.OperationHelp.Section;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.help.Topics;
import ehpc.repl.internal.shell.command.ShellGuide;
import ehpc.repl.internal.shell.command.StandardCommands;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc help}. */
final class HelpCommand implements Subcommand {

    private static final String OPERATIONS = "operations";
    private static final String WORDS = "words";
    private static final String SHELL = "shell";

    private final List<String> topics;

    private HelpCommand(List<String> topics) {
        this.topics = topics;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "help",
                        given -> new HelpCommand(CommandSpecs.operands(given)),
                        List.of(
                                "Usage: ehpc help [COMMAND | OPERATION | WORD | operations | words | shell]",
                                "       ehpc help TEXT..."),
                        List.of("Shows help. For any other text, such as 'list jobs', lists the matching topics.", ""))
                .addPositional(CommandSpecs.operands(
                        "0..*",
                        "TOPIC",
                        "A command, an operation of the API such as ListNodes, a word of the language such as waves;"
                                + " 'operations' or 'words' for their lists; 'shell' for a summary of the shell."));
    }

    @Override
    public int execute(Invocation invocation) {
        return help(invocation).number();
    }

    private ExitCode help(Invocation invocation) {
        Help help = new Help(invocation);
        if (topics.isEmpty()) {
            return help.of(invocation.commands());
        }
        String topic = String.join(" ", topics);
        CommandLine command = invocation.commands().getSubcommands().get(topic);
        if (command != null) {
            help.of(command);
        }
        Pages pages = new Pages(invocation.console(), invocation.options().color());
        boolean found = page(topic, pages, command != null) || command != null;
        if (!found && (isSlip(topic, invocation) || !pages.about(topic))) {
            throw new UsageException("no help for '" + topic + "'" + hint(topic, invocation));
        }
        return ExitCode.OK;
    }

    /** Prints the page of a topic other than a command; some words of the language have the name of a command, too. */
    private static boolean page(String topic, Pages pages, boolean afterAnother) {
        if (topic.equals(OPERATIONS)) {
            pages.operations();
            return true;
        }
        if (topic.equals(WORDS)) {
            pages.words();
            return true;
        }
        if (topic.equals(SHELL)) {
            pages.print(ShellGuide.of(StandardCommands.all(), pages));
            return true;
        }
        Optional<List<Section>> page = Topics.page(topic, pages.width());
        page.ifPresent(sections -> pages.print(sections, afterAnother));
        return page.isPresent();
    }

    /** Returns whether the topic differs from the name of a page by one letter. */
    private static boolean isSlip(String topic, Invocation invocation) {
        return !topic.contains(" ") && Nearest.to(topic, known(invocation), 1).isPresent();
    }

    private static String hint(String topic, Invocation invocation) {
        String hint = Nearest.hint(topic, known(invocation));
        return hint.isEmpty() ? "; 'ehpc help words' and 'ehpc help operations' list the topics" : hint;
    }

    private static List<String> known(Invocation invocation) {
        List<String> known =
                new ArrayList<>(invocation.commands().getSubcommands().keySet());
        known.add(OPERATIONS);
        known.add(WORDS);
        known.add(SHELL);
        known.addAll(Topics.names());
        return known;
    }
}
