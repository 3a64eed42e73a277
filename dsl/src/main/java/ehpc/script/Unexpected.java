package ehpc.script;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of input that the parser does not expect, where more can be said than that. */
final class Unexpected {

    private static final Pattern DEFINED = Pattern.compile("^def (\\w+)$");
    private static final Pattern DASHED = Pattern.compile("^\\s*(?:def|final|int|String)\\s+\\w+-\\w");
    private static final Pattern UNPARENTHESISED =
            Pattern.compile("^\\s*(?:}\\s*)?(?:else\\s+)?(if|while|for|switch)\\s+[^(\\s].*");
    private static final Pattern NO_COMMA = Pattern.compile("^.*[\\w'\")\\]]\\s+('[^']*'|\"[^\"]*\")$");
    private static final Pattern BACKSLASH = Pattern.compile("\\\\(?![btnrfs\"'\\\\$0-7\\n]|u+[0-9a-fA-F]{4})");
    private static final Map<String, String> KEYWORDS = Map.of(
            "else", "'else' must follow the block of an if",
            "case", "'case' must stand in a switch",
            "catch", "'catch' must follow the block of a try",
            "finally", "'finally' must follow the block of a try",
            "const", "a constant must begin with final: final x = ...");

    private Unexpected() {}

    /** A piece of text that does not fit where it stands. */
    static Optional<String> input(String input, Source source, int line) {
        String text = source.line(line);
        Matcher parentheses = UNPARENTHESISED.matcher(text);
        if (parentheses.matches()) {
            String word = parentheses.group(1);
            return Optional.of("what follows '" + word + "' must stand in parentheses: " + word + " (...) { }");
        }
        Matcher name = DEFINED.matcher(input);
        if (name.find()) {
            return Optional.of(
                    "a name must begin with a letter and be no word of Groovy's own, is '" + name.group(1) + "'");
        }
        if (input.equals("-") && DASHED.matcher(text).find()) {
            return Optional.of("a name must be of letters, digits and _, a - is a minus");
        }
        if (input.startsWith("*") && text.contains("/*")) {
            return Optional.of("a comment must be closed: */");
        }
        Matcher comma = NO_COMMA.matcher(input);
        return comma.matches()
                ? Optional.of("a comma must stand before " + comma.group(1))
                : Optional.ofNullable(KEYWORDS.get(
                        input.substring(input.lastIndexOf('\n') + 1).strip()));
    }

    /** A character that has no place in a script. */
    static String character(String character) {
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKC);
        if (List.of("‘", "’", "“", "”", "`", "„", "«", "»").contains(character)) {
            return "a text must stand in ' or \" quotes, not in " + character;
        }
        if (character.equals("#")) {
            return "a comment must begin with //, begins with #";
        }
        return plain.equals(character)
                ? "unexpected character '" + character + "'"
                : "'" + character + "' must be written " + plain;
    }

    /** A quote whose text does not come to its end. */
    static String quote(Source source, int line, int column) {
        String text = source.line(line);
        String from = column > 0 && column <= text.length() ? text.substring(column - 1) : "";
        if (from.startsWith("'''") || from.startsWith("\"\"\"")) {
            return "a text must end with the three quotes that began it";
        }
        return BACKSLASH.matcher(from).find()
                ? "a \\ in a text must be written \\\\"
                : "a text must end with the quote that began it, on the same line";
    }
}
