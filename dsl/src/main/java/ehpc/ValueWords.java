package ehpc;

import java.time.Duration;

/** Values in words for messages. */
final class ValueWords {

    private ValueWords() {}

    /** Such as {@code 90s}, {@code 10m}, {@code 1.5s}. */
    static String duration(Duration duration) {
        if (duration == null) {
            return "null";
        }
        if (duration.getNano() != 0) {
            return duration.toMillis() / 1000.0 + "s";
        }
        long seconds = duration.toSeconds();
        if (seconds != 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** Whether half of a character of two UTF-16 units stands alone, which no bytes on the wire can say. */
    static boolean loneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
