package ehpc.script.internal.check;

import ehpc.api.Problem;
import ehpc.script.Rule;
import ehpc.script.internal.source.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the catalogue says of an argument, as a finding of the script. */
final class ApiFinding {

    private static final Pattern NEAREST = Pattern.compile("; did you mean '([^']+)'\\?$");
    private static final Pattern TYPE = Pattern.compile(
            " must be (?:text|true or false|an? (?:whole number|number|object|list of|JSON)[^,]*), is .*| must not be a secret");

    private ApiFinding() {}

    /** Several problems at one place, at least one: told together, under the rule of the first. */
    static Finding of(List<Problem> problems) {
        String message = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
        Matcher nearest = NEAREST.matcher(message);
        Optional<String> suggestion = nearest.find() ? Optional.of(nearest.group(1)) : Optional.empty();
        return new Finding(rule(problems.get(0).message()), message, suggestion);
    }

    private static Rule rule(String message) {
        if (message.startsWith("unknown ")) {
            return Rule.UNKNOWN_PARAMETER;
        }
        if (message.contains(" must be given once")) {
            return Rule.TWICE;
        }
        if (message.contains(" must be given")) {
            return Rule.MISSING;
        }
        return TYPE.matcher(message).find() ? Rule.WRONG_TYPE : Rule.WRONG_VALUE;
    }
}
