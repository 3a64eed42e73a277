package ehpc.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * Describes commands and options to picocli. Without annotations, because its reader of those starts Groovy's runtime, which takes longer
 * than all the rest of {@code ehpc --version}.
 */
final class CommandSpecs {

    private static final IFactory FACTORY = new IFactory() {
        @Override
        public <K> K create(Class<K> type) {
            return type.cast(new ArrayList<String>()); // the values of a repeatable option or operand
        }
    };

    private CommandSpecs() {}

    /** Returns a command; its subcommand is created from the parsed values. */
    static CommandSpec command(
            String name, Function<ParseResult, Subcommand> subcommand, List<String> synopsis, List<String> about) {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(subcommand, FACTORY).name(name);
        spec.usageMessage()
                .synopsisHeading("")
                .customSynopsis(synopsis.toArray(String[]::new))
                .description(about.toArray(String[]::new))
                .width(120);
        return spec;
    }

    static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec, FACTORY);
    }

    /** Returns the subcommand of the last command on a command line. */
    @SuppressWarnings("unchecked") // only command() sets user objects
    static Subcommand subcommand(ParseResult last) {
        return ((Function<ParseResult, Subcommand>) last.commandSpec().userObject()).apply(last);
    }

    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** Returns an option with known values, which are read when a completion script is created. */
    static OptionSpec choice(String name, String label, Iterable<String> values, String description) {
        return value(name, label, description).toBuilder()
                .completionCandidates(values)
                .build();
    }

    /** Returns a repeatable option. */
    static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** Returns the option as a common one. */
    static OptionSpec everywhere(OptionSpec option) {
        return option.toBuilder().scopeType(ScopeType.INHERIT).build();
    }

    /** Returns the operands. */
    static PositionalParamSpec operands(String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .index("0..*")
                .arity(arity)
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    static List<String> operands(ParseResult given) {
        return given.matchedPositionalValue(0, List.of());
    }
}
