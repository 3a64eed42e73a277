package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.api.Nearest;
import ehpc.api.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ehpc help}. */
@Command(
        name = "help",
        customSynopsis = "Usage: ehpc help [COMMAND | OPERATION | operations]",
        description = "Shows help: of ehpc, of a command, of an operation of the API, or the list of all operations.")
final class HelpCommand implements Verb {

    private static final String OPERATIONS = "operations";

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..1",
            description = "A command, an operation such as ListNodes, or 'operations' for their list.")
    private String topic;

    @Override
    public ExitCode execute(Invocation invocation) {
        Help help = new Help(invocation);
        if (topic == null) {
            return help.of(invocation.commands());
        }
        if (topic.equals(OPERATIONS)) {
            return help.operations();
        }
        CommandLine command = invocation.commands().getSubcommands().get(topic);
        if (command != null) {
            return help.of(command);
        }
        Optional<Operation> operation = Catalogue.ehpc().find(topic);
        if (operation.isEmpty()) {
            throw new UsageException("'" + topic + "' must be a command or an operation" + hint(invocation));
        }
        return help.of(operation.get());
    }

    private String hint(Invocation invocation) {
        List<String> known = new ArrayList<>(invocation.commands().getSubcommands().keySet());
        known.add(OPERATIONS);
        known.addAll(Catalogue.ehpc().names());
        return Nearest.hint(topic, known);
    }
}
