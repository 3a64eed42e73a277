package ehpc.script.internal.compile;

import ehpc.script.Rule;
import ehpc.script.internal.compile.SyntaxErrorMessages.Position;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.words.Members;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates messages of the compiler into findings in the terms of the language. */
public final class CompilerMessages {

    /** The classes of errors that a script catches without an import. */
    private static final List<String> ERRORS =
            List.of("ApiException", "IncompleteListException", "InputException", "RunFailedException");

    private static final Pattern PREFIX = Pattern.compile("^\\[Static type checking\\] - ");
    private static final Pattern PLACE = Pattern.compile(" @ line \\d+, column \\d+\\.?\\s*$");
    private static final Pattern ON_UNKNOWN = Pattern.compile("Cannot call java\\.util\\.\\w+#"
            + "|Cannot call .* with arguments \\[(.*, )?java\\.lang\\.Object[,\\]]"
            + "|Cannot find matching constructor .*[(, ]java\\.lang\\.Object[,)]");
    /** An assignment of a list or map to a variable of another type, or of another value to a list or map. */
    private static final Pattern CERTAIN = Pattern.compile(
            "Cannot assign value of type (java\\.util\\.\\w+<[^&]*> to variable of type [\\w.]+|[\\w.]+ to variable of"
                    + " type [^&]+)");

    private static final Pattern READ_ONLY = Pattern.compile("Cannot set read-only property: (\\w+)");
    private static final Pattern CLASS = Pattern.compile("^unable to resolve class ([\\w.$]+).*$", Pattern.DOTALL);

    /** The replacement for a message of the compiler. */
    private record Wording(Pattern pattern, Rule rule, Function<MatchResult, String> own) {}

    private static final List<Wording> WORDINGS = List.of(
            wording(
                    "The variable \\[(.+)] is undeclared\\.?",
                    Rule.UNKNOWN_WORD,
                    m -> "unknown word '" + m.group(1) + "'"),
            wording(
                    "Cannot assign value of type (.+) to variable of type (.+)",
                    Rule.WRONG_TYPE,
                    m -> "a value must be " + describe(m.group(2)) + " here, is " + describe(m.group(1))),
            wording(
                    "Cannot return value of type (\\S+) (?:on method|for method|for closure expecting|from)"
                            + " ?.*?(?:returning type|expecting)? ?(\\S+)",
                    Rule.WRONG_TYPE,
                    m -> "the returned value must be " + describe(m.group(2)) + ", is " + describe(m.group(1))),
            wording(
                    "Inconvertible types: cannot cast (\\S+) to (\\S+)",
                    Rule.WRONG_TYPE,
                    m -> "a value must be " + describe(m.group(2)) + " here, is " + describe(m.group(1))),
            wording(
                    "(?:Cannot set read-only property: (\\w+)|Cannot modify final field '?(\\w+)'?.*)",
                    Rule.WRONG_TYPE,
                    m -> "'" + (m.group(1) == null ? m.group(2) : m.group(1))
                            + "' cannot be assigned; use a variable of your own: def x = ..."),
            wording(
                    "The variable \\[(\\w+)] is declared final but is reassigned.*",
                    Rule.WRONG_TYPE,
                    m -> "'" + m.group(1) + "' cannot be assigned: it is final"),
            wording(
                    "No such property: (\\w+) for class: (?:[\\w.]+\\.)?(\\w+)",
                    Rule.UNKNOWN_NAME,
                    m -> "unknown name '" + m.group(1) + "' on " + m.group(2)),
            wording(
                    "Cannot find matching method ([\\w.$]+)(?:<.*>)?#(negative|positive|bitwiseNegate)\\(\\).*",
                    Rule.WRONG_TYPE,
                    m -> "'"
                            + Map.of("negative", "-", "positive", "+", "bitwiseNegate", "~")
                                    .get(m.group(2)) + "' is not allowed before " + describe(m.group(1))),
            wording(
                    "The current parameter list already contains a parameter of the name (\\w+)",
                    Rule.TWICE,
                    m -> "'" + m.group(1) + "' must have another name: a variable of this name is already defined"),
            wording(
                    "argument for named param '(\\w+)' has type '(.+)' but expected '(.+)'\\.",
                    Rule.WRONG_TYPE,
                    m -> "'" + m.group(1) + "' must be " + describe(m.group(3)) + ", is " + describe(m.group(2))),
            wording(
                    "(break|continue) statement is only allowed inside .*",
                    Rule.SYNTAX,
                    m -> m.group(1) + " is only allowed in a loop or a switch"),
            wording(
                    "String too long\\. The given string is (\\d+) .* only a maximum of (\\d+) is allowed\\.",
                    Rule.SYNTAX,
                    m -> "a text must have at most " + m.group(2) + " characters, Groovy's limit, has " + m.group(1)
                            + "; join two with +, or read it from a file"),
            wording("Invalid octal number.*", Rule.SYNTAX, m -> "a number must not begin with 0"),
            wording(
                    "Can't have an abstract method in a non-abstract class\\. The class '(.+)' must be declared"
                            + " abstract or the method '.*?(\\w+)\\(.*",
                    Rule.MISSING,
                    m -> "class '" + m.group(1) + "' must implement the method '" + m.group(2) + "'"),
            wording(
                    "You cannot create an instance from the abstract class '(.+)'\\.",
                    Rule.WRONG_TYPE,
                    m -> "class '" + m.group(1) + "' cannot be created with new: it is abstract"),
            wording(
                    "You are not allowed to extend the final class '(?:[\\w.]+\\.)?(\\w+)'\\.",
                    Rule.WRONG_TYPE,
                    m -> "class '" + m.group(1) + "' cannot be extended: it is final"),
            wording(
                    "Invalid duplicate class definition of class (\\w+) .*",
                    Rule.TWICE,
                    m -> "class '" + m.group(1) + "' is already defined"),
            wording(
                    "The method .*?(\\w+)\\(.* duplicates another method of the same signature.*",
                    Rule.TWICE,
                    m -> "method '" + m.group(1) + "' is already defined for the same values"),
            wording(
                    "Apparent variable '(.+?)' was found in a static scope.*",
                    Rule.UNKNOWN_WORD,
                    m -> "unknown word '" + m.group(1)
                            + "' in a static method, where words of the language and fields are not available"),
            wording(
                    "The current scope already contains a variable of the name (\\w+)",
                    Rule.TWICE,
                    m -> "variable '" + m.group(1) + "' is already defined"),
            wording(
                    "Access to [\\w.$]+#(\\w+) is forbidden",
                    Rule.UNKNOWN_NAME,
                    m -> "'" + m.group(1) + "' must be called: " + m.group(1) + "()"),
            wording(
                    "Cannot find matching constructor (?:[\\w$]+\\.)*([\\w$]+)\\((.*)\\)\\..*",
                    Rule.WRONG_TYPE,
                    m -> "'new " + m.group(1) + "' does not accept " + describeAll(m.group(2))),
            wording(
                    "Duplicated named parameter '(.+)' found\\.?",
                    Rule.TWICE,
                    m -> m.group(1) + " must be given once, is given twice"),
            wording(
                    "No map entry allowed at this place.*",
                    Rule.SYNTAX,
                    m -> "a map after a word must be in parentheses, as in println([a: 1])"),
            wording("unexpected named arg: (\\w+)", Rule.UNKNOWN_NAME, m -> "unknown argument '" + m.group(1) + "'"),
            wording(
                    "Cannot call closure that accepts \\[(.*)] with \\[(.*)]",
                    Rule.WRONG_TYPE,
                    m -> "a block expects " + describeAll(m.group(1)) + ", got " + describeAll(m.group(2))),
            wording(
                    "Due to their dynamic nature, usage of categories .*",
                    Rule.WRONG_TYPE,
                    m -> "use(...) { } is not allowed: the methods that it adds cannot be checked; 10.minutes works"
                            + " without it"),
            wording(
                    "Unsupported command argument: .*",
                    Rule.SYNTAX,
                    m -> "the expression before this word must be in parentheses, as in timeout((x + 5).seconds)"));

    /** Messages about inferred types that lack the prefix of the type checker. */
    private static final Pattern NARROW = Pattern.compile(
            "^(?:Incorrect number of parameters\\. Expected \\d+ but found|Ambiguous prototypes for closure|Spread-dot"
                    + " operator can only be used on iterable types|Target method for method call expression hasn't been"
                    + " set|You are trying to use a GString in place of a String)");

    private CompilerMessages() {}

    private static Wording wording(String pattern, Rule rule, Function<MatchResult, String> own) {
        return new Wording(Pattern.compile(pattern, Pattern.DOTALL), rule, own);
    }

    private static String describe(String type) {
        String plain = type.replaceAll("<.*", "");
        return Members.descriptionOf(boxed(plain)).orElse(plain.substring(plain.lastIndexOf('.') + 1));
    }

    private static String describeAll(String types) {
        return types.isBlank()
                ? "nothing"
                : String.join(
                        ", ",
                        List.of(types.split(", ")).stream()
                                .map(CompilerMessages::describe)
                                .toList());
    }

    private static String boxed(String type) {
        return switch (type) {
            case "int" -> "java.lang.Integer";
            case "long" -> "java.lang.Long";
            case "boolean" -> "java.lang.Boolean";
            default -> type;
        };
    }

    /**
     * Returns whether a message is only about inferred types, so that the values decide at run time: any message of the type checker
     * without a replacement here.
     */
    static boolean isInference(String message) {
        boolean types = message.contains("Cannot call ")
                || message.contains("Cannot assign ")
                || message.contains("Cannot return ")
                || message.contains("Incompatible generic ");
        String text = bare(message);
        boolean worded =
                WORDINGS.stream().anyMatch(w -> w.pattern().matcher(text).matches());
        return types
                        && (message.contains("<") || message.contains(" & "))
                        && !CERTAIN.matcher(text).matches()
                || ON_UNKNOWN.matcher(message).find()
                || NARROW.matcher(text).find()
                || message.contains("Cannot find matching method java.lang.Object#")
                || PREFIX.matcher(message).find()
                        && !worded
                        && unknownClass(message).isEmpty();
    }

    /** Returns the name of the unknown class that a message is about. */
    public static Optional<String> unknownClass(String message) {
        Matcher unknown = CLASS.matcher(bare(message));
        return unknown.matches() ? Optional.of(unknown.group(1)) : Optional.empty();
    }

    private static String bare(String message) {
        String text = PREFIX.matcher(message.strip()).replaceFirst("");
        return PLACE.matcher(text).replaceFirst("");
    }

    /** Returns the position that a message is about. */
    static Position place(String message, Source source, int line, int column) {
        return SyntaxErrorMessages.place(bare(message), source, new Position(line, column));
    }

    static Finding own(String message, Source source, int line, int column) {
        String text = bare(message);
        Matcher fixed = READ_ONLY.matcher(text);
        if (fixed.matches() && source.line(line).contains("." + fixed.group(1))) {
            return Finding.of(Rule.WRONG_TYPE, "'" + fixed.group(1) + "' cannot be assigned: it is read-only");
        }
        for (Wording wording : WORDINGS) {
            Matcher match = wording.pattern().matcher(text);
            if (match.matches()) {
                return Finding.of(wording.rule(), wording.own().apply(match.toMatchResult()));
            }
        }
        Rule rule = PREFIX.matcher(message).find() ? Rule.WRONG_TYPE : Rule.SYNTAX;
        return unknownClass(message)
                .map(name -> unknown(name, source.line(line)))
                .orElseGet(() -> Finding.of(rule, SyntaxErrorMessages.message(text, source, line, column)));
    }

    private static Finding unknown(String className, String line) {
        boolean word = !line.strip().startsWith("import ")
                && Character.isLowerCase(className.charAt(0))
                && className.indexOf('.') < 0;
        Optional<String> error = word ? Optional.empty() : Nearest.to(className, ERRORS);
        if (error.isPresent()) {
            return Finding.unknown(Rule.UNKNOWN_WORD, "unknown class '" + className + "'", className, ERRORS);
        }
        return Finding.of(
                Rule.UNKNOWN_WORD,
                word
                        ? "unknown word '" + className + "'; declare a new variable with def: def x = ..."
                        : "unknown class '" + className
                                + "'; a script sees the classes of the JDK, of Groovy and of ehpc");
    }
}
