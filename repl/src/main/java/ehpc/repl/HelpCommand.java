package ehpc.repl;

import ehpc.api.Nearest;
import ehpc.api.OperationHelp.Section;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.help.Topics;
import ehpc.repl.internal.shell.command.ShellGuide;
import ehpc.repl.internal.shell.command.StandardCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc help}. */
final class HelpCommand implements Verb {

    private static final String OPERATIONS = "operations";
    private static final String WORDS = "words";
    private static final String SHELL = "shell";

    private final List<String> topics;

    private HelpCommand(List<String> topics) {
        this.topics = topics;
    }

    static CommandSpec spec() {
        return Specs.command(
                        "help",
                        given -> new HelpCommand(Specs.operands(given)),
                        List.of("Usage: ehpc help [COMMAND | OPERATION | WORD | operations | words | shell]"),
                        List.of("Shows help.", ""))
                .addPositional(Specs.operands(
                        "0..*",
                        "TOPIC",
                        "A command, an operation of the API such as ListNodes, a word of the language such as waves;"
                                + " 'operations' or 'words' for their lists; 'shell' for what ehpc alone begins."));
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
        if (topics.size() > 1) {
            throw new UsageException("one topic must be given, there are " + topics.size());
        }
        String topic = topics.get(0);
        CommandLine command = invocation.commands().getSubcommands().get(topic);
        if (command != null) {
            help.of(command);
        }
        boolean found =
                page(topic, new Pages(invocation.console(), invocation.options().color()), command != null);
        if (!found && command == null) {
            throw new UsageException("'" + topic + "' must be a command, an operation or a word of the language"
                    + hint(topic, invocation));
        }
        return ExitCode.OK;
    }

    /** Prints the page of what is no command; some words of the language have the name of a command as well. */
    private static boolean page(String topic, Pages pages, boolean behindAnother) {
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
        page.ifPresent(sections -> pages.print(sections, behindAnother));
        return page.isPresent();
    }

    private static String hint(String topic, Invocation invocation) {
        List<String> known =
                new ArrayList<>(invocation.commands().getSubcommands().keySet());
        known.add(OPERATIONS);
        known.add(WORDS);
        known.add(SHELL);
        known.addAll(Topics.names());
        return Nearest.hint(topic, known);
    }
}
