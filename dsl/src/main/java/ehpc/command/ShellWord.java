package ehpc.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word of a shell text, as far as it has been read, without its quotes. */
final class ShellWord {

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\+?=.*", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\[.*]\\+?=.*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder();
    private int plain;
    private boolean begun;
    private boolean quoted;
    private boolean varies;
    private boolean holdsValue;
    private boolean holdsText;
    private boolean brace;
    private int brackets;

    /** Adds a character outside of quotes. */
    void plain(char c) {
        brace = brace || c == '{';
        brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
        plain += plain == text.length() ? 1 : 0;
        begun = true;
        text.append(c);
    }

    /** Quotes begin or end. */
    void quote() {
        begun = true;
        quoted = true;
    }

    /** Adds a literal character. */
    void quoted(char c) {
        quote();
        text.append(c);
    }

    /** Adds an expansion. */
    void variable() {
        begun = true;
        varies = true;
        text.append('$');
    }

    /** Adds a value. */
    void value(String value, boolean number) {
        quote();
        varies = true;
        holdsValue = true;
        holdsText |= !number;
        text.append(value);
    }

    /** The expansion here contains a value, or is derived from one. */
    void carry() {
        holdsText = true;
    }

    String text() {
        return text.toString();
    }

    /** Returns the text that is left if the shell's own expansions in it are empty. */
    String fixed() {
        return varies && !holdsValue ? text().replace("$", "") : text();
    }

    boolean isBegun() {
        return begun;
    }

    boolean isQuoted() {
        return quoted;
    }

    boolean varies() {
        return varies;
    }

    boolean holdsValue() {
        return holdsValue;
    }

    /** Returns whether it contains a value that is not a number. */
    boolean holdsText() {
        return holdsText;
    }

    boolean hasBrace() {
        return brace;
    }

    int brackets() {
        return brackets;
    }

    boolean isDescriptor() {
        return !varies && (brace || text.chars().allMatch(Character::isDigit));
    }

    /** Returns the variable that it assigns a text to, as in {@code name=text}. */
    Optional<String> assigned() {
        return group(ASSIGNMENT, text.substring(0, plain));
    }

    /** Returns the variable that it assigns a text to, directly or to an element. */
    Optional<String> filled() {
        return assigned().or(() -> group(ELEMENT, text.toString()));
    }

    /** Returns the variable of a {@code name=} that is all of the word so far. */
    Optional<String> filledArray() {
        return plain == text.length() && text.indexOf("=") == text.length() - 1 ? assigned() : Optional.empty();
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
