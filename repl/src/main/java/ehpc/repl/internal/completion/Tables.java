package ehpc.repl.internal.completion;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.language.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Creates the tables of a completion script from the commands and the catalogue. */
final class Tables {

    private static final List<Choice> TRUTH = Choice.plain(List.of("true", "false"));

    private final CommandSpec root;
    private final Catalogue catalogue = Catalogue.ehpc();

    Tables(CommandSpec root) {
        this.root = root;
    }

    List<CompletionTable> all() {
        return List.of(
                CompletionTable.of("commands", commands()),
                options(),
                kinds(),
                values(),
                CompletionTable.of("operations", operations()),
                parameters(),
                parameterValues(),
                CompletionTable.of("topics", topics()));
    }

    private List<Choice> commands() {
        return root.subcommands().entrySet().stream()
                .map(entry -> Choice.of(entry.getKey(), about(entry.getValue())))
                .toList();
    }

    private static String about(CommandLine command) {
        return command.getCommandSpec().usageMessage().description()[0];
    }

    /** Returns the options of each command by its name, and the common ones under an empty name. */
    private CompletionTable options() {
        CompletionTable table = CompletionTable.of("options").with("", choices(root.options().stream()));
        root.subcommands()
                .forEach((name, command) -> table.with(
                        name,
                        choices(command.getCommandSpec().options().stream().filter(o -> !o.inherited()))));
        return table;
    }

    private static List<Choice> choices(Stream<OptionSpec> options) {
        return options.flatMap(option ->
                        Stream.of(option.names()).map(name -> Choice.of(name, String.join(" ", option.description()))))
                .toList();
    }

    /** Returns the kind of each option's value: words, file, directory or any. */
    private CompletionTable kinds() {
        CompletionTable table = CompletionTable.of("kind");
        withValue().forEach(option -> {
            for (String name : option.names()) {
                table.with(name, Choice.plain(List.of(kind(option))));
            }
        });
        return table;
    }

    private static String kind(OptionSpec option) {
        if (option.completionCandidates() != null) {
            return "words";
        }
        return switch (option.paramLabel()) {
            case "FILE", "PLAN" -> "file";
            case "DIR" -> "directory";
            default -> "any";
        };
    }

    private CompletionTable values() {
        CompletionTable table = CompletionTable.of("values");
        withValue().filter(option -> option.completionCandidates() != null).forEach(option -> {
            List<String> words = StreamSupport.stream(
                            option.completionCandidates().spliterator(), false)
                    .toList();
            table.with(option.longestName(), Choice.plain(words));
        });
        return table;
    }

    private Stream<OptionSpec> withValue() {
        Stream<OptionSpec> own = root.subcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.inherited());
        return Stream.concat(root.options().stream(), own)
                .filter(option -> option.arity().max() > 0);
    }

    private List<Choice> operations() {
        return catalogue.names().stream()
                .map(name -> Choice.of(name, catalogue.operation(name).help()))
                .toList();
    }

    private CompletionTable parameters() {
        CompletionTable table = CompletionTable.of("parameters");
        for (String name : catalogue.names()) {
            table.with(
                    name,
                    catalogue.operation(name).parameters().stream()
                            .map(parameter -> Choice.of("--" + parameter.name(), parameter.help()))
                            .toList());
        }
        return table;
    }

    /** Returns the values of parameters with a fixed set of them, by operation and parameter. */
    private CompletionTable parameterValues() {
        CompletionTable table = CompletionTable.of("parameter_values");
        for (String name : catalogue.names()) {
            Operation operation = catalogue.operation(name);
            operation.parameters().forEach(p -> table.with(name + "--" + p.name(), values(p)));
        }
        return table;
    }

    private static List<Choice> values(Parameter parameter) {
        if (parameter.type() == Parameter.Type.BOOLEAN) {
            return TRUTH;
        }
        return Choice.plain(parameter.rules().values().stream()
                .filter(value -> value.matches("[\\w.:-]+"))
                .toList());
    }

    private List<Choice> topics() {
        List<Choice> topics = new ArrayList<>(commands());
        topics.add(new Choice("operations", "lists the operations"));
        topics.add(new Choice("words", "lists the words of the language"));
        topics.add(new Choice("shell", "summarizes the shell"));
        Vocabulary.words().stream()
                .filter(word -> Character.isLetter(word.name().charAt(0)))
                .filter(word -> topics.stream().noneMatch(topic -> topic.text().equals(word.name())))
                .forEach(word -> topics.add(Choice.of(word.name(), word.help())));
        topics.addAll(operations());
        return topics;
    }
}
