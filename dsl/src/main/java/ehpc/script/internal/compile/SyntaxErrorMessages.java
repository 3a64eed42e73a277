package ehpc.script.internal.compile;

import ehpc.script.internal.diagnostics.Source;
import ehpc.syntax.TokenizedText;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages for input that the parser does not expect. */
final class SyntaxErrorMessages {

    private static final Pattern INPUT = Pattern.compile("^Unexpected input: '(.*)'.*$", Pattern.DOTALL);
    private static final Pattern QUOTE = Pattern.compile("^Unexpected character: '\\\\?['\"].*$", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("^Unexpected character: '(.+?)'", Pattern.DOTALL);
    private static final Pattern DEFINED = Pattern.compile("^def (\\w+)$");
    private static final Pattern DASHED = Pattern.compile("^\\s*(?:def|final|int|String)\\s+\\w+-\\w");
    private static final Pattern UNPARENTHESISED =
            Pattern.compile("^\\s*(?:}\\s*)?(?:else\\s+)?(if|while|for|switch)\\s+[^(\\s].*");
    private static final Pattern NO_COMMA = Pattern.compile("^.*[\\w'\")\\]]\\s+('[^']*'|\"[^\"]*\")$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[btnrfs\"'\\\\$0-7]|u+[0-9a-fA-F]{4}|$)");
    private static final Map<String, String> KEYWORDS = Map.of(
            "else", "'else' must follow the block of an if",
            "case", "'case' is only allowed in a switch",
            "catch", "'catch' must follow the block of a try",
            "finally", "'finally' must follow the block of a try",
            "const", "a constant must be declared with final: final x = ...");

    private SyntaxErrorMessages() {}

    /**
     * Returns the message to print instead of a message of the parser.
     *
     * @param text the message of the parser, without its position; the first line of an unknown message is returned
     */
    static String message(String text, Source source, int line, int column) {
        Matcher unexpected = INPUT.matcher(text);
        if (unexpected.matches()) {
            return input(unexpected.group(1), source, line);
        }
        if (text.contains("LexerNoViableAltException") || text.startsWith("token recognition error")) {
            return "a $ in double quotes must begin ${...}; for the shell's $ use single quotes or write \\$";
        }
        if (QUOTE.matcher(text).matches()) {
            return quote(source, line, column);
        }
        Matcher character = CHARACTER.matcher(text);
        if (character.find()) {
            return character(character.group(1));
        }
        return text.lines().findFirst().orElse("").strip().replace("runCommand(", "run(");
    }

    private static String input(String input, Source source, int line) {
        if (line > source.text().lines().count()) {
            return "unexpected end of the script: "
                    + leftOpen(source.text())
                            .map(open -> open + " is not closed")
                            .orElse("its last line is incomplete");
        }
        String what = input.replace("\\n", "\n").strip();
        return known(what, source, line).orElseGet(() -> bracket(what, source, line));
    }

    /** Returns the message for unexpected input; an unclosed bracket before it may be the cause. */
    private static String bracket(String input, Source source, int line) {
        String last = input.substring(input.lastIndexOf('\n') + 1).strip();
        if (last.endsWith("(") || last.endsWith("[") || last.endsWith("{")) {
            return "'" + last.charAt(last.length() - 1) + "' is not closed, or a comma is missing after it";
        }
        if (last.isEmpty()) {
            return "unexpected end of the line: it is incomplete";
        }
        String before = String.join("\n", source.text().lines().limit(line - 1L).toList());
        Optional<String> open = leftOpen(before);
        if (")]}".contains(last)) {
            return "unexpected '" + last + "'" + (open.isEmpty() ? ": no bracket is open here" : "");
        }
        return "unexpected '" + last + "'"
                + open.map(bracket -> "; " + bracket + " is not closed").orElse("");
    }

    /** Returns the innermost bracket that a text leaves open, such as {@code the { of line 3}. */
    private static Optional<String> leftOpen(String text) {
        TokenizedText read = TokenizedText.of(text);
        return Optional.ofNullable(read.innermost())
                .map(open -> "the " + open.sign() + " of line " + read.line(open.at()));
    }

    /** Returns the message for unexpected input with a recognizable cause. */
    private static Optional<String> known(String input, Source source, int line) {
        String text = source.line(line);
        Matcher parentheses = UNPARENTHESISED.matcher(text);
        if (parentheses.matches()) {
            String word = parentheses.group(1);
            return Optional.of("'" + word + "' must be followed by parentheses: " + word + " (...) { }");
        }
        Matcher name = DEFINED.matcher(input);
        if (name.find()) {
            return Optional.of(
                    "a name must begin with a letter and must not be a keyword of Groovy, is '" + name.group(1) + "'");
        }
        if (input.equals("-") && DASHED.matcher(text).find()) {
            return Optional.of("a name must consist of letters, digits and _; a - is a minus");
        }
        if (input.startsWith("*") && text.contains("/*")) {
            return Optional.of("a comment must be closed: */");
        }
        Matcher comma = NO_COMMA.matcher(input);
        return comma.matches()
                ? Optional.of("a comma is missing before " + comma.group(1))
                : Optional.ofNullable(KEYWORDS.get(
                        input.substring(input.lastIndexOf('\n') + 1).strip()));
    }

    /** Returns the message for an unexpected character. */
    private static String character(String character) {
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKC);
        if (List.of("‘", "’", "“", "”", "`", "„", "«", "»").contains(character)) {
            return "a text must be in ' or \" quotes, not in " + character;
        }
        if (character.equals("#")) {
            return "a comment must begin with //, begins with #";
        }
        return ConfusableCharacter.of(character)
                .orElseGet(() -> plain.equals(character)
                        ? "unexpected character '" + character + "'"
                        : "'" + character + "' must be written as " + plain);
    }

    /** A position in a script. */
    record Position(int line, int column) {}

    /** Returns the position that a message is about; the compiler's own if there is no better one. */
    static Position place(String text, Source source, Position reported) {
        return QUOTE.matcher(text).matches() ? escape(source, reported).orElse(reported) : reported;
    }

    /**
     * Returns the first \\ after a quote that begins no known escape: in the line of the quote, or up to the end of a text in three
     * quotes.
     */
    private static Optional<Position> escape(Source source, Position quote) {
        String first = source.line(quote.line());
        int column = Math.min(Math.max(1, quote.column()), first.length() + 1);
        String before = first.substring(0, Math.min(first.length(), column));
        String three = before.endsWith("\"\"\"") ? "\"\"\"" : before.endsWith("'''") ? "'''" : "";
        int line = quote.line();
        int from = three.isEmpty() ? column - 1 : column;
        Optional<Position> found = escape(first, line, from);
        long lines = source.text().lines().count();
        while (found.isEmpty() && !three.isEmpty() && source.line(line).indexOf(three, from) < 0 && line < lines) {
            line++;
            from = 0;
            found = escape(source.line(line), line, 0);
        }
        return found;
    }

    private static Optional<Position> escape(String text, int line, int from) {
        Matcher known = ESCAPE.matcher(text);
        int at = text.indexOf('\\', from);
        while (at >= 0) {
            if (!known.region(at, text.length()).lookingAt()) {
                return Optional.of(new Position(line, at + 1));
            }
            at = text.indexOf('\\', Math.max(known.end(), at + 1));
        }
        return Optional.empty();
    }

    /** Returns the message for a quote whose text is not closed. */
    private static String quote(Source source, int line, int column) {
        String text = source.line(line);
        String from = column > 0 && column <= text.length() ? text.substring(column - 1) : "";
        if (from.startsWith("'''") || from.startsWith("\"\"\"")) {
            return "a text must end with the three quotes that began it";
        }
        return escape(source, new Position(line, column)).isPresent()
                ? "a \\ in a text must be written \\\\"
                : "a text must end with the quote that began it, on the same line";
    }
}
