package ehpc.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the compiler's messages into the words of the language. */
final class CompilerMessages {

    private static final Pattern PREFIX = Pattern.compile("^\\[Static type checking\\] - ");
    private static final Pattern PLACE = Pattern.compile(" @ line \\d+, column \\d+\\.\\s*$");
    private static final Pattern UNDECLARED = Pattern.compile("^The variable \\[(.+)] is undeclared\\.?$");
    private static final Pattern UNEXPECTED = Pattern.compile("^Unexpected input: '(.*)'.*$", Pattern.DOTALL);

    private static final Pattern QUOTE = Pattern.compile("^Unexpected character: '\\\\?['\"].*$", Pattern.DOTALL);

    private CompilerMessages() {}

    /** Whether a message speaks of what the static compiler cannot do, not of what the script must not. */
    static boolean isLimit(String message) {
        return message.startsWith("Cannot access method: ");
    }

    /** Whether a message only says that inferred types, which nobody wrote, do not fit: at run time the values decide. */
    static boolean isInference(String message) {
        boolean types = message.contains("Cannot call ")
                || message.contains("Cannot assign ")
                || message.contains("Cannot return ")
                || message.contains("Incompatible generic ");
        return types && (message.contains("<") || message.contains(" & "));
    }

    static Finding own(String message, Source source, int line) {
        Rule rule = PREFIX.matcher(message).find() ? Rule.WRONG_TYPE : Rule.SYNTAX;
        return Finding.of(rule, text(message, source, line));
    }

    private static String text(String message, Source source, int line) {
        String text =
                PLACE.matcher(PREFIX.matcher(message.strip()).replaceFirst("")).replaceFirst("");
        Matcher undeclared = UNDECLARED.matcher(text);
        if (undeclared.matches()) {
            return "unknown word '" + undeclared.group(1) + "'";
        }
        Matcher unexpected = UNEXPECTED.matcher(text);
        if (unexpected.matches()) {
            return unexpected(unexpected.group(1), source, line);
        }
        if (text.contains("LexerNoViableAltException") || text.startsWith("token recognition error")) {
            return "a $ in double quotes must begin ${...}; for the shell's $ use single quotes or write \\$";
        }
        if (QUOTE.matcher(text).matches()) {
            return "a text must end with the quote that began it, on the same line";
        }
        return text.lines().findFirst().orElse("").strip().replace("runCommand(", "run(");
    }

    private static String unexpected(String input, Source source, int line) {
        if (line > source.text().lines().count()) {
            return "the script must not end here: a bracket or quote before is still open";
        }
        String what = input.strip();
        return "unexpected '" + what.substring(what.lastIndexOf('\n') + 1).strip() + "'";
    }
}
