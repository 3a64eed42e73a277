package ehpc.aliyun.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets of a request, and their removal from messages: a service or a proxy may send back parts of the request. */
final class Secrets {

    private static final Pattern SIGNATURE = Pattern.compile("[?&]Signature=([^&]+)");
    private static final int SHOWN_HEAD = 6;
    private static final int SHOWN_TAIL = 4;

    private final List<String> words = new ArrayList<>();

    /** Takes the secret values; null and empty ones are skipped. */
    Secrets(String... values) {
        for (String value : values) {
            if (value != null && !value.isEmpty()) {
                String once = URLEncoder.encode(value, StandardCharsets.UTF_8);
                String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
                Stream.of(twice, once, value)
                        .filter(word -> !words.contains(word))
                        .forEach(words::add);
            }
        }
    }

    /** Returns the secrets of a signed request. */
    static Secrets of(Outgoing call, String accessKeySecret, String securityToken) {
        Matcher signature = SIGNATURE.matcher(call.target());
        String encoded = signature.find() ? signature.group(1) : "";
        String plain = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        return new Secrets(accessKeySecret, securityToken, plain);
    }

    /** Returns a text as one line without secrets. The text to sign, which some services repeat, contains key and token. */
    String clean(String text) {
        String clean = text.replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceFirst("(?i)string to sign is:.*", "string to sign differs")
                .strip();
        for (String word : words) {
            clean = clean.replace(word, "***");
        }
        return clean;
    }

    /** Returns the throwable if neither its text nor that of its causes contains a secret, else null. */
    Throwable harmless(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            String text = at.toString();
            if (words.stream().anyMatch(text::contains)) {
                return null;
            }
        }
        return thrown;
    }

    /** Returns a shortened access key id, such as {@code LTAI5t…8xyz}. */
    static String shortened(String accessKeyId) {
        int length = accessKeyId.length();
        return length >= SHOWN_HEAD + SHOWN_TAIL + 4
                ? accessKeyId.substring(0, SHOWN_HEAD) + "…" + accessKeyId.substring(length - SHOWN_TAIL)
                : accessKeyId.substring(0, Math.min(2, length)) + "…";
    }
}
