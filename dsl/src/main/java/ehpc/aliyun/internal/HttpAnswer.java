package ehpc.aliyun.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A complete HTTP answer.
 *
 * @param status the HTTP status
 * @param headers names, in any case, and values
 * @param body the content; empty if there is none
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

    /** Returns the media type without its parameters, in lower case; empty if unknown. */
    String mediaType() {
        String value = headers.getOrDefault("Content-Type", "");
        return value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the time of the answer, by the service's clock; null if unknown. */
    Instant date() {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(headers.getOrDefault("Date", ""), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the time after which the service asks to try again, a header in milliseconds; null if it is missing. */
    Duration retryAfter() {
        try {
            long millis =
                    Long.parseLong(headers.getOrDefault("x-acs-retry-after", "").strip());
            return millis > 0 ? Duration.ofMillis(millis) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the request id from the gateway's header, or null. */
    String requestId() {
        return headers.get("x-acs-request-id");
    }
}
