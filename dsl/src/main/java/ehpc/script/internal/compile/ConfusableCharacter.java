package ehpc.script.internal.compile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Invisible characters and characters that look like others; messages state their names. */
final class ConfusableCharacter {

    private static final Map<Integer, String> NAMES = Map.of(
            0xFEFF, "byte order mark",
            0x2028, "line separator",
            0x2029, "paragraph separator",
            0x85, "next line character",
            0, "null character",
            0x7F, "delete character");

    private ConfusableCharacter() {}

    /** Returns the message for a character; empty if it is visible and unambiguous. */
    static Optional<String> of(String character) {
        int code = character.codePointAt(0);
        int type = Character.getType(code);
        boolean space = type == Character.SPACE_SEPARATOR;
        boolean dash = type == Character.DASH_PUNCTUATION || code == 0x2212;
        boolean unseen = type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE;
        if (space || dash) {
            return Optional.of(describe(code) + " must be written as " + (space ? "a space" : "-"));
        }
        return unseen ? Optional.of(describe(code) + " is not allowed; remove it") : Optional.empty();
    }

    private static String describe(int code) {
        String own = Optional.ofNullable(Character.getName(code)).orElse("character");
        String name = NAMES.getOrDefault(code, own.toLowerCase(Locale.ROOT));
        if (Character.isSurrogate((char) code) && code <= 0xFFFF) {
            name = "lone surrogate";
        }
        String article = "aeio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
        return article + name + " (U+" + String.format(Locale.ROOT, "%04X", code) + ")";
    }
}
