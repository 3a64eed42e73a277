package ehpc.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The words of a command line, prepared for the option parser: {@code run} is inserted before a script, and the parameters of {@code call},
 * which have the API's names, are removed.
 *
 * @param words the words for the parser
 * @param runImplied whether {@code run} was inserted
 * @param parameters the parameters of {@code call} by name, each with its values in the order given; null without a value
 */
record RawArguments(List<String> words, boolean runImplied, Map<String, List<String>> parameters) {

    static RawArguments read(List<String> args, CommandSpec root) {
        int first = firstOperand(args, root);
        boolean textGiven = args.subList(0, first).stream().anyMatch(RawArguments::givesText);
        if (!textGiven && (first == args.size() || root.subcommands().containsKey(args.get(first)))) {
            boolean call = first < args.size() && args.get(first).equals("call");
            return call ? split(args, first + 1, root.subcommands().get("call").getCommandSpec()) : plain(args, false);
        }
        List<String> words = new ArrayList<>(args);
        words.add(0, "run");
        return plain(words, !textGiven);
    }

    private static RawArguments plain(List<String> words, boolean runImplied) {
        return new RawArguments(words, runImplied, Map.of());
    }

    /** Returns the index of the first word that is neither an option nor an option's value; the number of words if there is none. */
    private static int firstOperand(List<String> args, CommandSpec root) {
        int at = 0;
        while (at < args.size() && args.get(at).startsWith("-") && args.get(at).length() > 1) {
            if (args.get(at).equals("--")) {
                return at;
            }
            at += takesNext(args.get(at), root) ? 2 : 1;
        }
        return Math.min(at, args.size());
    }

    private static boolean givesText(String word) {
        return word.startsWith("-e");
    }

    private static boolean takesNext(String word, CommandSpec spec) {
        OptionSpec option = spec.findOption(word);
        return word.equals("-e") || option != null && option.arity().max() > 0;
    }

    /** Removes every {@code --Name value} that is not an option of ehpc. */
    private static RawArguments split(List<String> args, int from, CommandSpec call) {
        List<String> words = new ArrayList<>(args.subList(0, from));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int at = from; at < args.size(); at++) {
            String word = args.get(at);
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            boolean valueFollows = name.equals(word)
                    && at + 1 < args.size()
                    && !args.get(at + 1).startsWith("--");
            if (!word.startsWith("--") || name.length() == 2) {
                words.add(word);
            } else if (call.findOption(name) != null) {
                words.add(word);
                if (takesNext(word, call) && at + 1 < args.size()) {
                    words.add(args.get(++at));
                }
            } else {
                String value =
                        valueFollows ? args.get(++at) : name.equals(word) ? null : word.substring(name.length() + 1);
                parameters
                        .computeIfAbsent(name.substring(2), n -> new ArrayList<>())
                        .add(value);
            }
        }
        return new RawArguments(words, false, parameters);
    }
}
