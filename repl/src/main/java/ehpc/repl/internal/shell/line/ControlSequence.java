package ehpc.repl.internal.shell.line;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.LineReader;

/**
 * A key as a terminal sends it after {@code ESC [}: numbers, and a last character. Terminals differ in them, regardless of their
 * descriptions: Home alone has five forms.
 *
 * @param first the first number, by default 1
 * @param modifiers Shift 1, Alt 2, Control 4 and further bits
 * @param last the last character
 */
record ControlSequence(int first, int modifiers, char last) {

    private static final int SHIFT = 1;
    private static final int ALT = 2;
    private static final int CONTROL = 4;

    /** The modifiers without Caps Lock and Num Lock, which apply only to letters. */
    private static final int MODIFIERS = 63;

    private static final int OTHER_KEY = 27;
    private static final Pattern FORM =
            Pattern.compile("(\\d{0,7})(?::\\d*)*(?:;(\\d{0,3})(:[123])?)?(?:;(\\d{0,7}))?([@-~$])");

    private static final Map<Integer, String> NUMBERED = Map.of(
            1, LineReader.BEGINNING_OF_LINE,
            2, LineReader.OVERWRITE_MODE,
            4, LineReader.END_OF_LINE,
            7, LineReader.BEGINNING_OF_LINE,
            8, LineReader.END_OF_LINE);

    /** The meaning of a key: a widget, or other keys. */
    record Meaning(String widget, String keys) {

        private static Optional<Meaning> widget(String name) {
            return Optional.of(new Meaning(name, ""));
        }

        private static Optional<Meaning> keys(String keys) {
            return Optional.of(new Meaning("", keys));
        }
    }

    /** Returns the meaning of the text after {@code ESC [}; empty for an unused key, or another sequence. */
    static Optional<Meaning> meaning(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(3) != null && form.group(3).equals(":3")) {
            return Optional.empty(); // the release of a key
        }
        int first = number(form.group(1), 1);
        int modifiers = number(form.group(2), 1) - 1 & MODIFIERS;
        char last = form.group(5).charAt(0);
        boolean other = last == '~' && first == OTHER_KEY && form.group(4) != null;
        return other
                ? new ControlSequence(number(form.group(4), 0), modifiers, 'u').meaning()
                : new ControlSequence(first, modifiers, last).meaning();
    }

    private static int number(String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private Optional<Meaning> meaning() {
        return switch (last) {
            case 'A', 'a' -> arrow(LineReader.UP_LINE_OR_HISTORY, "");
            case 'B', 'b' -> arrow(LineReader.DOWN_LINE_OR_HISTORY, "");
            case 'C', 'c' -> arrow(LineReader.FORWARD_CHAR, LineReader.FORWARD_WORD);
            case 'D', 'd' -> arrow(LineReader.BACKWARD_CHAR, LineReader.BACKWARD_WORD);
            case 'H' -> Meaning.widget(LineReader.BEGINNING_OF_LINE);
            case 'F' -> Meaning.widget(LineReader.END_OF_LINE);
            case '~' -> numbered(modifiers);
            case '$' -> numbered(SHIFT);
            case '^' -> numbered(CONTROL);
            case '@' -> numbered(SHIFT | CONTROL);
            case 'u' -> character();
            default -> Optional.empty();
        };
    }

    /** Returns the meaning of an arrow; with Ctrl or Alt, an arrow without a widget for words has none. */
    private Optional<Meaning> arrow(String alone, String byWord) {
        boolean modified = (modifiers & ~SHIFT) != 0;
        return modified && byWord.isEmpty() ? Optional.empty() : Meaning.widget(modified ? byWord : alone);
    }

    private Optional<Meaning> numbered(int held) {
        if (first == 3) {
            return Meaning.widget((held & ~SHIFT) == 0 ? LineReader.DELETE_CHAR : LineReader.KILL_WORD);
        }
        if (first == 200) {
            return Meaning.widget(LineReader.BEGIN_PASTE);
        }
        return Optional.ofNullable(NUMBERED.get(first)).flatMap(Meaning::widget);
    }

    /** Returns a key that is given by the number of its character and its modifiers. */
    private Optional<Meaning> character() {
        if (!Character.isValidCodePoint(first) || isPrivate(first)) {
            return Optional.empty();
        }
        if (first == '\r') {
            return Meaning.keys(modifiers == 0 ? "\r" : "\u001B\r"); // a continuation line
        }
        if (first == '\t') {
            return Meaning.keys((modifiers & SHIFT) == 0 ? "\t" : "\u001B[Z");
        }
        if (first == 27 && modifiers == 0) {
            return Meaning.keys("\u001B");
        }
        String key = new String(Character.toChars(first));
        if ((modifiers & CONTROL) != 0) {
            boolean letter = first >= '@' && first < 127;
            key = letter ? String.valueOf((char) (first & 31)) : first == ' ' ? "\0" : "";
        } else if ((modifiers & SHIFT) != 0) {
            key = key.toUpperCase(Locale.ROOT);
        }
        boolean command = (modifiers & ~(SHIFT | ALT | CONTROL)) != 0;
        return key.isEmpty() || command || first < ' '
                ? Optional.empty()
                : Meaning.keys((modifiers & ALT) == 0 ? key : "\u001B" + key);
    }

    /** Returns whether a number is private: that of a keypad key, a media key or similar. */
    private static boolean isPrivate(int character) {
        return Character.getType(character) == Character.PRIVATE_USE;
    }
}
