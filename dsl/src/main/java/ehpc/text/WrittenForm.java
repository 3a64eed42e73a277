package ehpc.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds a text in another one, with each character plain, escaped or percent-encoded. Immutable. */
final class WrittenForm {

    private static final int BITS_OF_DIGIT = 6;

    /** The first characters of encoded forms. */
    private static final String BEFORE_ENCODED = "%\\&+";

    private final int[] characters;
    private final boolean plain;
    private final boolean sharesFirst;
    private final boolean sharesLast;

    /** Accepts the places of a text. */
    interface Places {

        void add(int start, int end);
    }

    /**
     * @param plain whether it is a text, not base64 digits
     * @param sharesFirst whether the digit before it has bits of the text, too
     * @param sharesLast whether the digit after it has bits of the text, too
     */
    private WrittenForm(String text, boolean plain, boolean sharesFirst, boolean sharesLast) {
        this.characters = text.codePoints().toArray();
        this.plain = plain;
        this.sharesFirst = sharesFirst;
        this.sharesLast = sharesLast;
    }

    /** Returns the forms of a secret. */
    static List<WrittenForm> of(String secret) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(secret);
        texts.add(secret.replace("'", "'\\''"));
        texts.add(secret.replace("'", "'\"'\"'"));
        texts.add(WrittenCharacter.echoed(secret));
        texts.add(secret.replaceAll("[\\s\\p{Cntrl}]+", " ").strip()); // messages are one line
        texts.removeIf(text -> text.length() < Mask.LEAST);
        List<WrittenForm> forms = new ArrayList<>();
        texts.forEach(text -> forms.add(new WrittenForm(text, true, false, false)));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            addBase64(bytes, before, forms);
        }
        return forms;
    }

    /**
     * Adds the base64 digits that depend only on the secret.
     *
     * @param before the number of bytes between the last full group of digits and the secret
     */
    private static void addBase64(byte[] secret, int before, List<WrittenForm> forms) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        int first = (before * Byte.SIZE + BITS_OF_DIGIT - 1) / BITS_OF_DIGIT;
        int end = bytes.length * Byte.SIZE / BITS_OF_DIGIT;
        boolean sharesLast = bytes.length * Byte.SIZE % BITS_OF_DIGIT != 0;
        String digits = Base64.getEncoder().encodeToString(bytes).substring(first, end);
        String forUrls = digits.replace('+', '-').replace('/', '_');
        for (String one : new LinkedHashSet<>(List.of(digits, forUrls))) {
            forms.add(new WrittenForm(one, false, before > 0, sharesLast));
        }
    }

    /** Reports each place where the text begins. */
    void find(String text, Places places) {
        for (int start = 0; start < text.length(); start++) {
            if (mayBegin(text, start)) {
                int end = end(text, start);
                if (end >= 0) {
                    int first = sharesFirst && start > 0 && isDigit(text.charAt(start - 1)) ? start - 1 : start;
                    places.add(first, sharesLast && end < text.length() && isDigit(text.charAt(end)) ? end + 1 : end);
                }
            }
        }
    }

    /** Decides almost all places by two characters. */
    private boolean mayBegin(String text, int start) {
        char c = text.charAt(start);
        return BEFORE_ENCODED.indexOf(c) >= 0
                || isPlain(c, 0) && (start + 1 >= text.length() || maySucceed(text.charAt(start + 1)));
    }

    private boolean maySucceed(char c) {
        return isPlain(c, 1)
                || Character.isLowSurrogate(c)
                || BEFORE_ENCODED.indexOf(c) >= 0
                || "\r\n\"'".indexOf(c) >= 0;
    }

    /** Returns whether a character of the text is the one sought and begins no other form. */
    private boolean isOnly(char c, int index) {
        return c == characters[index] && BEFORE_ENCODED.indexOf(c) < 0 && c != '\'' && c != '"';
    }

    private boolean isPlain(char c, int index) {
        int character = characters[index];
        return c == (Character.isBmpCodePoint(character) ? character : Character.highSurrogate(character));
    }

    private static boolean isDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || "+/-_".indexOf(c) >= 0;
    }

    /** Returns the end of the text that begins at a place, -1 if another one begins there. */
    private int end(String text, int start) {
        int same = 0;
        while (same < characters.length && start + same < text.length() && isOnly(text.charAt(start + same), same)) {
            same++;
        }
        Set<Integer> at = Set.of(start + same);
        for (int i = same; i < characters.length; i++) {
            Set<Integer> after = new TreeSet<>();
            for (int place : at) {
                WrittenCharacter.ends(text, plain ? place : afterLineBreaks(text, place, i), characters[i], after);
            }
            if (after.isEmpty()) {
                return i >= Mask.LEAST ? cutOff(text, at) : -1;
            }
            at = after;
        }
        return at.stream().max(Integer::compare).orElseThrow();
    }

    /** Base64 is often divided into lines. */
    private static int afterLineBreaks(String text, int place, int index) {
        int at = place;
        for (String lineBreak : index == 0 ? List.<String>of() : List.of("\\r", "\r", "\\n", "\n")) {
            at += text.startsWith(lineBreak, at) ? lineBreak.length() : 0;
        }
        return at;
    }

    /** Returns the place of an ellipsis, -1 for none. */
    private static int cutOff(String text, Set<Integer> places) {
        return places.stream()
                .filter(place -> Arrays.asList("…", "...").stream().anyMatch(dots -> text.startsWith(dots, place)))
                .findFirst()
                .orElse(-1);
    }
}
