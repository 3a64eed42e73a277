package ehpc.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** The forms of a character in texts: plain, percent-encoded, with backslashes, as an entity of XML, or as a doubled quote. */
final class WrittenCharacter {

    private static final String ESCAPED = "\n\r\t\b\f\u000b\u0007\u001b\0";
    private static final String ESCAPES = "nrtbfvae0";
    private static final String LONGEST_ENTITY = "&#x0010ffff;";

    /** Enough for an escape that was escaped four times. */
    private static final int MOST_BACKSLASHES = 31;

    private WrittenCharacter() {}

    /** Returns a text as the {@code echo} of several shells prints it, which reads escapes. */
    static String echoed(String text) {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int escape = text.charAt(i) == '\\' && i + 1 < text.length() ? ESCAPES.indexOf(text.charAt(i + 1)) : -1;
            boolean doubled = text.startsWith("\\\\", i);
            printed.append(escape >= 0 ? ESCAPED.charAt(escape) : text.charAt(i));
            i += escape >= 0 || doubled ? 1 : 0;
        }
        return printed.toString();
    }

    /** Adds the end of each form of the character that begins at a place of the text. */
    static void ends(String text, int start, int character, Set<Integer> ends) {
        unescaped(text, start, character, ends);
        int at = start;
        int count = 0;
        for (int next = afterBackslash(text, at);
                next > at && count < MOST_BACKSLASHES;
                next = afterBackslash(text, at)) {
            at = next;
            count++;
            if (character == '\\') {
                ends.add(at);
            }
        }
        if (at > start) {
            unescaped(text, at, character, ends);
            escaped(text, at, character, ends);
        }
    }

    /** Returns the place after a backslash, plain or percent-encoded; the same place without one. */
    private static int afterBackslash(String text, int at) {
        if (at < text.length() && text.charAt(at) == '\\') {
            return at + 1;
        }
        return Math.max(at, afterPercent(text, at, '\\'));
    }

    private static void unescaped(String text, int at, int character, Set<Integer> ends) {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (text.codePointAt(at) == character) {
            int end = at + Character.charCount(character);
            ends.add(end);
            if ((c == '"' || c == '\'') && end < text.length() && text.charAt(end) == c) {
                ends.add(end + 1);
            }
        } else if (c == '+' && character == ' ') {
            ends.add(at + 1);
        }
        if (c == '%') {
            int end = afterPercent(text, at, character);
            addIfFound(end, ends);
            while (character == '%' && end > at && text.startsWith("25", end)) {
                end += 2; // encoded again
                ends.add(end);
            }
            if (character == ' ') {
                addIfFound(afterPercent(text, at, '+'), ends);
            }
        } else if (c == '&') {
            addIfFound(afterEntity(text, at, character), ends);
        }
    }

    private static void addIfFound(int end, Set<Integer> ends) {
        if (end >= 0) {
            ends.add(end);
        }
    }

    /** Returns the end of the form that is percent-encoded once or several times; -1 if another text begins there. */
    private static int afterPercent(String text, int start, int character) {
        int at = start;
        for (byte one : utf8(character)) {
            if (!text.startsWith("%", at)) {
                return -1;
            }
            at++;
            String digits = HexFormat.of().toHexDigits(one);
            while (text.startsWith("25", at) && !matches(text, at, digits)) {
                at += 2;
            }
            if (!matches(text, at, digits)) {
                return -1;
            }
            at += 2;
        }
        return at;
    }

    private static int afterEntity(String text, int start, int character) {
        int longest = Math.min(text.length(), start + LONGEST_ENTITY.length());
        int end = start + text.substring(start, longest).indexOf(';') + 1;
        if (end == start) {
            return -1;
        }
        String name =
                text.substring(start + 1, end - 1).toLowerCase(Locale.ROOT).replaceFirst("^(#x?)0+(?=.)", "$1");
        boolean same = switch (character) {
            case '<' -> name.equals("lt");
            case '>' -> name.equals("gt");
            case '&' -> name.equals("amp");
            case '"' -> name.equals("quot");
            case '\'' -> name.equals("apos");
            default -> false;
        };
        boolean numbered = name.equals("#" + character) || name.equals("#x" + Integer.toHexString(character));
        return same || numbered ? end : -1;
    }

    /** Adds the ends of the forms that follow a backslash. */
    private static void escaped(String text, int at, int character, Set<Integer> ends) {
        int control = ESCAPED.indexOf(character);
        if (control >= 0 && text.startsWith(ESCAPES.substring(control, control + 1), at)) {
            ends.add(at + 1);
        }
        byte[] bytes = utf8(character);
        addIfFound(sequence(text, at, bytes.length, i -> "x" + HexFormat.of().toHexDigits(bytes[i])), ends);
        addIfFound(
                sequence(text, at, bytes.length, i -> String.format(Locale.ROOT, "%03o", Byte.toUnsignedInt(bytes[i]))),
                ends);
        char[] units = Character.toChars(character);
        addIfFound(sequence(text, at, units.length, i -> "u" + HexFormat.of().toHexDigits(units[i])), ends);
        addIfFound(sequence(text, at, 1, i -> "u{" + Integer.toHexString(character) + "}"), ends);
    }

    /** Returns the end of a sequence of escapes with backslashes between them, -1 if another text begins there. */
    private static int sequence(String text, int start, int length, IntFunction<String> escape) {
        int at = start;
        for (int i = 0; i < length; i++) {
            for (int count = 0; i > 0 && count < MOST_BACKSLASHES; count++) {
                at = afterBackslash(text, at);
            }
            String form = escape.apply(i);
            if (!matches(text, at, form)) {
                return -1;
            }
            at += form.length();
        }
        return at;
    }

    private static boolean matches(String text, int at, String form) {
        return text.regionMatches(true, at, form, 0, form.length());
    }

    private static byte[] utf8(int character) {
        return Character.toString(character).getBytes(StandardCharsets.UTF_8);
    }
}
