package ehpc.aliyun.internal;

import ehpc.api.Request;
import ehpc.text.Mask;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets of a request, and their removal from messages: a service or a proxy may send back parts of the request. */
final class Secrets {

    private static final Pattern SIGNATURE = Pattern.compile("[?&]Signature=([^&]+)");
    private static final int SHOWN_HEAD = 6;
    private static final int SHOWN_TAIL = 4;

    private final Mask mask = new Mask();

    /** Takes the secret values; null ones are skipped. */
    Secrets(String... values) {
        Stream.of(values).filter(Objects::nonNull).forEach(value -> mask.add("", value));
    }

    /** Returns the secrets of a signed request: those of its parameters, of the account, and its signature. */
    static Secrets of(Request request, Outgoing call, String accessKeySecret, String securityToken) {
        Matcher signature = SIGNATURE.matcher(call.target());
        String encoded = signature.find() ? signature.group(1) : "";
        String plain = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        Secrets secrets = new Secrets(accessKeySecret, securityToken, plain);
        request.secretValues().forEach(value -> secrets.mask.add("", value));
        return secrets;
    }

    /** Returns a text as one line without secrets. The text to sign, which some services repeat, contains key and token. */
    String clean(String text) {
        return mask.apply(text)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceFirst("(?i)string to sign is:.*", "string to sign differs")
                .strip();
    }

    /** Returns the throwable if neither its text nor that of its causes contains a secret, else null. */
    Throwable harmless(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            String text = at.toString();
            if (!mask.apply(text).equals(text)) {
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
