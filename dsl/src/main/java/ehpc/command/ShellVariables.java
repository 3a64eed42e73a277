package ehpc.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds variables that contain a value and are evaluated elsewhere in the same command: {@code n=${value}; echo $((n + 1))} runs code in
 * the value. Ignores quotes and order, because functions and loops have no fixed order, so it reports too much rather than too little. Does
 * not follow the output of programs, except for commands that print their arguments.
 */
final class ShellVariables {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'";
    private static final String WORDS = "((?:" + QUOTED + "|\\\\.|[^;&|\\n\"'\\\\])*+)";
    private static final String AT_COMMAND =
            "(?:^|[;&|\\n(){}`!]|\\b(?:then|do|else|elif|if|while|until|time|command|builtin|exec)\\s)\\s*+"
                    + "(?:\"?\\$(?:\\{[^{}]*+}|" + ShellExpansions.PLAIN + ")\"?\\s*+)*+";

    private static final String VALUE = "\"?\\$\\{?(?:" + NAME + "|[@*1-9])";
    private static final String COMPARISON = "-(?:eq|ne|lt|le|gt|ge)\\s";

    private static final Pattern USED = Pattern.compile("\\$\\{?!?([@*1-9])|(" + NAME + ")");
    private static final Pattern SINGLE = Pattern.compile("'[^']*+'");

    /** Programs whose output is not followed. */
    private static final Pattern OUTPUT =
            Pattern.compile("\\$\\((?!\\(|\\s*(?:echo|printf|print)\\b)[^()]*\\)|`[^`]*`");

    /** Lengths are always numbers. */
    private static final Pattern LENGTH = Pattern.compile("\\$\\{#(?:" + NAME + "|[@*]|[0-9]+)}");

    private static final String NUMBER = "write ${... as int} for a number";

    private static final Map<String, String> HELP = Map.of(
            "eval", "put the variable in single quotes, as in eval 'ls \"$f\"'",
            "a command that takes names", "write the name itself",
            "a command that takes options", "write printf %s \"$f\", set -- \"$f\" or wait -- \"$f\"",
            "a redirection with &", "write > \"$f\" 2>&1, or < \"$f\"");

    private static final Pattern SET = Pattern.compile("(?<![A-Za-z0-9_$-])(" + NAME + ")(?:\\[[^\\]]*])?\\+?=" + "((?:"
            + QUOTED + "|\\([^()]*\\)|[^\\s;&|()\"'])*+)");
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|select)\\s+(" + NAME + ")\\s+in\\b" + WORDS);
    private static final Pattern BARE_LOOP =
            Pattern.compile("\\b(?:for|select)\\s+(" + NAME + ")\\s*(?:;|\\n|\\bdo\\b)");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{(" + NAME + "):?=([^}]*)}");
    private static final Pattern PRINTED_INTO = Pattern.compile("\\bprintf\\s+-v\\s*(" + NAME + ")" + WORDS);
    private static final Pattern POSITIONS = Pattern.compile(AT_COMMAND + "set\\b" + WORDS);
    private static final Pattern PRINTING = Pattern.compile("\\b(?:echo|printf|print)\\b" + WORDS);
    private static final Pattern READING = Pattern.compile("\\b(?:read|mapfile|readarray)\\b" + WORDS);
    private static final Pattern FUNCTION =
            Pattern.compile("(" + NAME + ")\\s*\\(\\s*\\)|\\bfunction\\s+(" + NAME + ")");

    /** Evaluated positions, with their names in messages. */
    private static final Map<Pattern, String> COMPUTED = Map.ofEntries(
            Map.entry(Pattern.compile("\\(\\((.*?)(?:\\)\\)|$)", Pattern.DOTALL), "(( ))"),
            Map.entry(Pattern.compile("\\$\\[([^\\]]*)"), "$[ ]"),
            Map.entry(Pattern.compile("[A-Za-z0-9_]\\[([^\\]]*)"), "a subscript"),
            Map.entry(Pattern.compile("(?:\\(|\\s)\\[([^\\]\\s]*)]\\+?="), "a subscript"),
            Map.entry(Pattern.compile("(\\$\\{!(?:" + NAME + "|[@*1-9]))"), "${!name}"),
            Map.entry(Pattern.compile("(\\$\\{(?:" + NAME + "|[@*1-9]))[0-9]*(?:\\[[^\\]]*])?@"), "${name@P}"),
            Map.entry(
                    Pattern.compile("\\$\\{#?(?:" + NAME + "|[@*]|[0-9]+)(?:\\[[^\\]]*])?:(?![-=+?])([^}]*)"),
                    "${name:offset}"),
            Map.entry(Pattern.compile("\\$\\{\\(([^}]*)"), "${(flags)name}"),
            Map.entry(
                    Pattern.compile("((?:" + QUOTED + "|[^;&|\\s\"']++|(?!\\n)\\s(?!" + COMPARISON + "))*+\\s"
                            + COMPARISON + WORDS + ")"),
                    "a comparison of numbers"),
            Map.entry(
                    Pattern.compile("(?:\\[\\[[^;\\n"
                            + "\\]]*?|\\[\\s[^;&|\\n"
                            + "]*?|\\btest\\s[^;&|\\n"
                            + "]*?)(?<=\\s)-[vRt]\\s+(\"?\\$\\{?(?:"
                            + NAME + "|[@*1-9]))"),
                    "a test of a name"),
            Map.entry(Pattern.compile(AT_COMMAND + "(?:let|integer|float|getln)\\b" + WORDS), "let"),
            Map.entry(
                    Pattern.compile(AT_COMMAND + "(?:break|continue|exit|repeat|return|shift|ulimit)\\b" + WORDS),
                    "a command that computes its argument"),
            Map.entry(
                    Pattern.compile(AT_COMMAND + "(?:declare|export|local|private|readonly|typeset|integer|float)"
                            + "(?=\\s)(?=" + WORDS + ")(?:\\s++-[rxgp]*+(?=\\s))*+\\s++-[rxgp]*+[^-rxgp\\s]" + WORDS),
                    "a declaration as a number, a list or a name"));

    private static final Map<Pattern, String> RUN = Map.of(
            Pattern.compile("[<>]&\\s*((?:" + QUOTED + "|[^\\s;&|()<>\"'])++)"), "a redirection with &",
            Pattern.compile(AT_COMMAND + "(?:eval|trap|alias|bind|complete|compgen|enable)\\b" + WORDS), "eval",
            Pattern.compile(AT_COMMAND + "(?:read|readarray|mapfile|getopts|unset|vared|zparseopts)\\b" + WORDS),
                    "a command that takes names",
            Pattern.compile(AT_COMMAND + "(?:declare|export|local|private|readonly|typeset)\\s+" + "(?:(?!" + VALUE
                            + ")[^\\s;&|]*+\\s++)*+(" + VALUE + ")"),
                    "a command that takes names",
            Pattern.compile(AT_COMMAND + "(?:printf|print|set|wait)\\s+(?:-v\\s*)?(\"?\\$\\{?(?:" + NAME
                            + "|[@*1-9]))"),
                    "a command that takes options",
            Pattern.compile(AT_COMMAND + "printf\\s+(?:--\\s+)?(?=" + "[\"']?[^\"'\\n]*?%[-+ #0-9.]*[*diouxXeEfFgGaA])"
                            + WORDS),
                    "a format of printf for numbers");

    private final String text;
    private final Set<String> held = new HashSet<>();

    private ShellVariables(String text, ShellValues values) {
        this.text = LENGTH.matcher(text).replaceAll(".");
        held.addAll(values.variables());
        spread(values);
    }

    /**
     * Returns an obstacle if a shell would run or evaluate a value of the text.
     *
     * @param text the command, with a text that is not a name in place of each value
     */
    static Optional<ShellObstacle> of(String text, ShellValues values) {
        return values.isEmpty() ? Optional.empty() : new ShellVariables(text, values).use(values);
    }

    /** Follows the values from variable to variable. */
    private void spread(ShellValues values) {
        int before = -1;
        while (before < held.size()) {
            before = held.size();
            pass(SET);
            pass(LOOP);
            pass(DEFAULT);
            pass(PRINTED_INTO);
            matches(POSITIONS)
                    .filter(m -> holds(m.group(1)))
                    .findFirst()
                    .ifPresent(m -> held.add(ShellValues.ARGUMENTS));
            if (held.contains(ShellValues.ARGUMENTS)) {
                matches(BARE_LOOP).forEach(m -> held.add(m.group(1)));
            }
            boolean printed = values.isPrinted() || matches(PRINTING).anyMatch(m -> holds(m.group(1)));
            if (printed) {
                matches(READING).forEach(m -> names(m.group(1)).forEach(held::add));
            }
            matches(FUNCTION)
                    .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                    .filter(function -> values.commands().contains(function) || isGiven(function))
                    .findFirst()
                    .ifPresent(m -> held.add(ShellValues.ARGUMENTS));
        }
    }

    private boolean isGiven(String function) {
        Pattern call = Pattern.compile(AT_COMMAND + function + "\\b(?!\\s*\\()" + WORDS);
        return matches(call).anyMatch(m -> holds(m.group(1)));
    }

    /** A variable derived from a variable with a value has the value, too. */
    private void pass(Pattern pattern) {
        matches(pattern).filter(m -> holds(m.group(2))).forEach(m -> held.add(m.group(1)));
    }

    private Stream<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    private boolean holds(String part) {
        return names(OUTPUT.matcher(part).replaceAll("")).stream().anyMatch(held::contains);
    }

    private static List<String> names(String part) {
        List<String> names = new ArrayList<>();
        Matcher used = USED.matcher(part);
        while (used.find()) {
            names.add(used.group(1) == null ? used.group(2) : ShellValues.ARGUMENTS);
        }
        return names;
    }

    private Optional<ShellObstacle> use(ShellValues values) {
        for (String variable : held) {
            if (ShellPlaces.isComputed(variable) || ShellPlaces.isRun(variable)) {
                return Optional.of(conflict(variable, "the shell computes", ""));
            }
        }
        for (Map.Entry<Pattern, String> place : COMPUTED.entrySet()) {
            Optional<ShellObstacle> found = used(place, false);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<Pattern, String> place : RUN.entrySet()) {
            Optional<ShellObstacle> found = used(place, true);
            if (found.isPresent()) {
                return found;
            }
        }
        return values.declared().stream()
                .filter(variable -> Pattern.compile("\\b" + variable + "(?:\\[|\\+?=\\()")
                        .matcher(text)
                        .find())
                .findFirst()
                .map(variable -> conflict(variable, "also contains a list", ""));
    }

    private Optional<ShellObstacle> used(Map.Entry<Pattern, String> place, boolean filledIn) {
        return matches(place.getKey())
                .flatMap(m -> IntStream.rangeClosed(1, m.groupCount()).mapToObj(m::group))
                .filter(part -> part != null)
                .flatMap(part -> (filledIn ? filledIn(part) : names(part)).stream())
                .filter(held::contains)
                .findFirst()
                .map(variable -> conflict(variable, place.getValue() + " evaluates", place.getValue()));
    }

    /** Returns the variables that a shell expands outside of single quotes. */
    private static List<String> filledIn(String part) {
        List<String> names = new ArrayList<>();
        Matcher used = Pattern.compile("\\$\\{?(?:([@*1-9])|(" + NAME + "))")
                .matcher(SINGLE.matcher(part).replaceAll("''"));
        while (used.find()) {
            names.add(used.group(1) == null ? used.group(2) : ShellValues.ARGUMENTS);
        }
        return names;
    }

    private static ShellObstacle conflict(String variable, String use, String place) {
        String name = variable.equals(ShellValues.ARGUMENTS) ? "$1" : variable;
        return new ShellObstacle(
                "in the variable " + name + ", which " + use,
                "a shell runs or computes the text there",
                HELP.getOrDefault(place, NUMBER),
                true);
    }
}
