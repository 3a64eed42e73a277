package ehpc.repl;

import ehpc.api.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in ehpc's words what the parser of options found wrong. */
final class ParseMessages {

    private ParseMessages() {}

    static List<String> of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched(), e.getCommandLine().getCommandSpec());
        }
        if (e instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(ParseMessages::missing).toList();
        }
        if (e instanceof OverwrittenOptionException twice) {
            return List.of(name(twice.getOverwritten()) + " must be given once only");
        }
        if (e.getArgSpec() != null && e.getArgSpec().isOption()) {
            return List.of(name(e.getArgSpec()) + " must be given without a value, has '" + e.getValue() + "'");
        }
        return List.of(e.getMessage());
    }

    private static String missing(ArgSpec argument) {
        return argument.isOption()
                ? name(argument) + " must have a value: " + name(argument) + " " + argument.paramLabel()
                : argument.paramLabel() + " must be given";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static List<String> unmatched(List<String> words, CommandSpec command) {
        List<String> lines = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("-") && word.length() > 1) {
                String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
                lines.add("unknown option '" + name + "'" + Nearest.hint(name, command.optionsMap().keySet()));
            } else {
                lines.add("unexpected argument '" + word + "' after '" + command.qualifiedName(" ") + "'");
            }
        }
        return lines;
    }
}
