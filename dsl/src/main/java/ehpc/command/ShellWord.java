package ehpc.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word of a shell text, as far as it has been read, with its quotes taken off. */
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

    /** A character outside of quotes. */
    void plain(char c) {
        brace = brace || c == '{';
        brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
        plain += plain == text.length() ? 1 : 0;
        begun = true;
        text.append(c);
    }

    /** Quotes have begun or ended. */
    void quote() {
        begun = true;
        quoted = true;
    }

    /** A character that stands for itself. */
    void quoted(char c) {
        quote();
        text.append(c);
    }

    /** Something that the shell fills in. */
    void variable() {
        begun = true;
        varies = true;
        text.append('$');
    }

    /** A value is put here. */
    void value(String value, boolean number) {
        quote();
        varies = true;
        holdsValue = true;
        holdsText |= !number;
        text.append(value);
    }

    /** What the shell fills in here is a value, or made of one. */
    void carry() {
        holdsText = true;
    }

    String text() {
        return text.toString();
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

    /** Whether a value that is no number is in it. */
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

    /** The variable that it puts a text into, as in {@code name=text}. */
    Optional<String> assigned() {
        return group(ASSIGNMENT, text.substring(0, plain));
    }

    /** The variable that it puts a text into, as a whole or as an element. */
    Optional<String> filled() {
        return assigned().or(() -> group(ELEMENT, text.toString()));
    }

    /** The variable of a {@code name=} that is all of the word so far. */
    Optional<String> filledArray() {
        return plain == text.length() && text.indexOf("=") == text.length() - 1 ? assigned() : Optional.empty();
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
