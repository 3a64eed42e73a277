package ehpc.aliyun.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that came back whole.
 *
 * @param status the HTTP status
 * @param headers names, case aside, and values
 * @param body its bytes; empty for none
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    HttpAnswer {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = caseless;
    }

    boolean success() {
        return status >= 200 && status < 300;
    }

    /** Returns the media type without its parameters, in lower case; empty when none is said. */
    String mediaType() {
        String value = headers.getOrDefault("Content-Type", "");
        return value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** When it was made, by the clock of the one who answers; null when it does not tell. */
    Instant date() {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(headers.getOrDefault("Date", ""), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the id that the gateway gives a request in a header, or null. */
    String requestId() {
        return headers.get("x-acs-request-id");
    }
}
