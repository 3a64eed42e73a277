package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.api.Nearest;
import ehpc.api.Operation;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc help}. */
final class HelpCommand implements Verb {

    private static final String OPERATIONS = "operations";

    private final List<String> topics;

    private HelpCommand(List<String> topics) {
        this.topics = topics;
    }

    static CommandSpec spec() {
        return Specs.command(
                        "help",
                        given -> new HelpCommand(Specs.operands(given)),
                        List.of("Usage: ehpc help [COMMAND | OPERATION | operations]"),
                        List.of("Shows help.", ""))
                .addPositional(Specs.operands(
                        "0..*",
                        "TOPIC",
                        "A command, an operation of the API such as ListNodes, or 'operations' for their list."));
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
        if (topic.equals(OPERATIONS)) {
            return help.operations();
        }
        CommandLine command = invocation.commands().getSubcommands().get(topic);
        if (command != null) {
            return help.of(command);
        }
        Optional<Operation> operation = Catalogue.ehpc().find(topic);
        if (operation.isEmpty()) {
            throw new UsageException("'" + topic + "' must be a command or an operation" + hint(topic, invocation));
        }
        return help.of(operation.get());
    }

    private static String hint(String topic, Invocation invocation) {
        List<String> known =
                new ArrayList<>(invocation.commands().getSubcommands().keySet());
        known.add(OPERATIONS);
        known.addAll(Catalogue.ehpc().names());
        return Nearest.hint(topic, known);
    }
}
