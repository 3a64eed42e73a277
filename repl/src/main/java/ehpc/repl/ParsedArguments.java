package ehpc.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The common options, given before or after the command's name. */
record ParsedArguments(List<ParseResult> parsed) {

    static ParsedArguments of(ParseResult root) {
        List<ParseResult> parsed = new ArrayList<>();
        for (ParseResult here = root; here != null; here = here.hasSubcommand() ? here.subcommand() : null) {
            parsed.add(here);
        }
        return new ParsedArguments(parsed);
    }

    ParseResult last() {
        return parsed.get(parsed.size() - 1);
    }

    boolean flag(String name) {
        return parsed.stream().anyMatch(p -> p.hasMatchedOption(name));
    }

    /** Returns the option's value; {@link #twice} has checked that it is given once. */
    Optional<String> value(String name) {
        return parsed.stream()
                .filter(p -> p.hasMatchedOption(name))
                .map(p -> p.<String>matchedOptionValue(name, null))
                .findFirst();
    }

    /** Returns the options with a value that were given both before and after the command. */
    List<String> twice(List<String> names) {
        return names.stream()
                .filter(name ->
                        parsed.stream().filter(p -> p.hasMatchedOption(name)).count() > 1)
                .toList();
    }
}
