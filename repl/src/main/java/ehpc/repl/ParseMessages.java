package ehpc.repl;

import ehpc.text.Nearest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Converts the errors of the option parser to messages of ehpc. */
final class ParseMessages {

    private ParseMessages() {}

    /**
     * Returns the errors, one line each.
     *
     * @param words the words that were parsed
     */
    static List<String> of(ParameterException e, List<String> words) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched(), command);
        }
        if (e instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(ParseMessages::missing).toList();
        }
        if (e instanceof OverwrittenOptionException twice) {
            return List.of(name(twice.getOverwritten()) + " must be given once, is given twice");
        }
        return words.stream()
                .filter(word -> isFlagWithValue(word, command))
                .map(word -> word.split("=", 2))
                .map(word -> word[0] + " expects no value, got '" + word[1] + "'")
                .findFirst()
                .map(List::of)
                .orElseGet(() -> List.of(e.getMessage()));
    }

    private static boolean isFlagWithValue(String word, CommandSpec command) {
        OptionSpec option = word.contains("=") ? command.findOption(word.split("=", 2)[0]) : null;
        return option != null && option.arity().max() == 0;
    }

    private static String missing(ArgSpec argument) {
        return argument.isOption()
                ? name(argument) + " must have a value: " + name(argument) + " " + argument.paramLabel()
                : argument.paramLabel() + " must be given";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Returns only unknown options if there are any: the words after one are most likely its value. */
    private static List<String> unmatched(List<String> words, CommandSpec command) {
        List<String> options = words.stream().filter(ParseMessages::isOption).toList();
        if (options.isEmpty()) {
            return words.stream()
                    .map(word -> "unexpected argument '" + word + "' after '" + command.qualifiedName(" ") + "'")
                    .toList();
        }
        return options.stream()
                .map(option -> option.split("=", 2)[0])
                .map(name -> unknown(name, command))
                .toList();
    }

    /** Returns the message for an unknown option, with the correct position if it belongs to a command. */
    private static String unknown(String name, CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> sub.optionsMap().containsKey(name))
                .findFirst()
                .map(sub -> "option '" + name + "' must come after '" + sub.name() + "'")
                .orElseGet(() -> "unknown option '" + name + "'"
                        + Nearest.hint(name, command.optionsMap().keySet()));
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }
}
