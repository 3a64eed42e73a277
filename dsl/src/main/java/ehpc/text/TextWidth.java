package ehpc.text;

import java.util.Arrays;

/**
 * The width of text on a terminal, in columns: two for wide East Asian characters and emoji, none for combining marks, one for every other
 * character. A tab counts as one, as its width depends on its position.
 */
public final class TextWidth {

    static final String ELLIPSIS = "…";

    /** The wide and fullwidth characters of Unicode's East Asian Width: single ones, and the first and last of ranges. */
    private static final String WIDE = """
            1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2630-2637 2648-2653 267F 268A-268F 2693 26A1
            26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757
            2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 2E80-3029 302E-303E 3041-3098 309B-3247 3250-A4CF A960-A97C AC00-D7A3
            F900-FAFF FE10-FE19 FE30-FE6F FF00-FF60 FFE0-FFE6 16FE0-16FE3 16FE5-16FF1 17000-187F7 18800-18CD5 18CFF-18D08
            1AFF0-1AFF3 1AFF5-1AFFB 1AFFD-1AFFE 1B000-1B122 1B132 1B150-1B152 1B155 1B164-1B167 1B170-1B2FB 1D300-1D356
            1D360-1D376 1F004 1F0CF 1F18E 1F191-1F19A 1F1E6-1F202 1F210-1F23B 1F240-1F248 1F250-1F251 1F260-1F265 1F300-1F320
            1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4 1F3F8-1F3FA 1F400-1F43E 1F440
            1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A 1F595-1F596 1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC 1F6D0-1F6D2
            1F6D5-1F6D7 1F6DC-1F6DF 1F6EB-1F6EC 1F6F4-1F6FC 1F7E0-1F7EB 1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FA7C
            1FA80-1FA89 1FA8F-1FAC6 1FACE-1FADC 1FADF-1FAE9 1FAF0-1FAF8 20000-2FFFD 30000-3FFFD
            """;

    private static final int[] FIRST = places(0);
    private static final int[] LAST = places(1);

    private TextWidth() {}

    private static int[] places(int end) {
        return Arrays.stream(WIDE.split("\\s+"))
                .map(range -> range.split("-"))
                .mapToInt(ends -> Integer.parseInt(ends[Math.min(end, ends.length - 1)], 16))
                .toArray();
    }

    /** Returns the columns of a text. */
    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** Returns the columns of a character. */
    public static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        boolean mark =
                type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
        if (mark || isJoined(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** Hangul vowels and finals, and skin tones, which modify the preceding character. */
    private static boolean isJoined(int c) {
        return c >= 0x1160 && c <= 0x11FF || c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isWide(int c) {
        int at = Arrays.binarySearch(FIRST, c);
        return at >= 0 || at < -1 && c <= LAST[-at - 2];
    }

    /** Returns the text cut to a width, with an ellipsis if it was cut. */
    public static String cut(String text, int width) {
        return of(text) <= width ? text : text.substring(0, end(text, width - 1)) + ELLIPSIS;
    }

    /** Returns the text padded with spaces to a width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    private static int end(String text, int width) {
        int at = 0;
        int used = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += of(c);
            if (used > width) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
