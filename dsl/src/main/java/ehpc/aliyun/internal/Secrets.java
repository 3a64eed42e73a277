package ehpc.aliyun.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no message may hold, and the broom for it. A service or a proxy may send back what it was sent. */
final class Secrets {

    private static final Pattern SIGNATURE = Pattern.compile("[?&]Signature=([^&]+)");
    private static final int SHOWN_HEAD = 6;
    private static final int SHOWN_TAIL = 4;

    private final List<String> words = new ArrayList<>();

    /** Words that are secret; null and empty ones are skipped. */
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

    /** Returns those of a signed request. */
    static Secrets of(Outgoing call, String accessKeySecret, String securityToken) {
        Matcher signature = SIGNATURE.matcher(call.target());
        String encoded = signature.find() ? signature.group(1) : "";
        String plain = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        return new Secrets(accessKeySecret, securityToken, plain);
    }

    /** Returns a text as one line without the secrets. What a service says that it was to sign holds key and token. */
    String clean(String text) {
        String clean = text.replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceFirst("(?i)string to sign is:.*", "string to sign is another")
                .strip();
        for (String word : words) {
            clean = clean.replace(word, "***");
        }
        return clean;
    }

    /** Returns the throwable if neither its text nor that of its causes holds a secret, else null. */
    Throwable harmless(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            String text = at.toString();
            if (words.stream().anyMatch(text::contains)) {
                return null;
            }
        }
        return thrown;
    }

    /** Returns an access key id as it may be shown: {@code LTAI5t…8xyz}. */
    static String shortened(String accessKeyId) {
        int length = accessKeyId.length();
        return length >= SHOWN_HEAD + SHOWN_TAIL + 4
                ? accessKeyId.substring(0, SHOWN_HEAD) + "…" + accessKeyId.substring(length - SHOWN_TAIL)
                : accessKeyId.substring(0, Math.min(2, length)) + "…";
    }
}
