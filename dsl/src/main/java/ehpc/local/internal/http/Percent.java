package ehpc.local.internal.http;

import ehpc.local.internal.Refusal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Percent-encoding for both signature versions, and parsing of {@code a=b&c=d}. */
public final class Percent {

    private Percent() {}

    /** Encodes all characters except {@code A-Z a-z 0-9 - _ . ~} as percent-encoded UTF-8. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Adds the names and values of a query or form; refuses a repeated name. */
    static void read(String text, Map<String, String> into) {
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (into.putIfAbsent(name, value) != null) {
                throw new Refusal(400, "InvalidParameter", "parameter " + name + " must be given once, is given twice");
            }
        }
    }

    static Map<String, String> read(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        read(text == null ? "" : text, read);
        return read;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    400,
                    "InvalidParameter",
                    "parameters must be percent-encoded UTF-8, there is a broken percent sign");
        }
    }
}
