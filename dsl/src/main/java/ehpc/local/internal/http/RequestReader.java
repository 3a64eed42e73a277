package ehpc.local.internal.http;

import com.sun.net.httpserver.HttpExchange;
import ehpc.local.internal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a complete request, or refuses it. */
final class RequestReader {

    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_URL = 64 << 10;
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private RequestReader() {}

    /** Reads method, path and URL parameters, but not the body. */
    static WireRequest head(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        String rawPath = exchange.getRequestURI().getRawPath();
        String path = rawPath == null || rawPath.isEmpty() ? "/" : rawPath;
        if (!METHODS.contains(method)) {
            throw new Refusal(405, "UnsupportedHTTPMethod", "the HTTP method must be GET or POST, is " + method);
        }
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null && query.length() > MAX_URL) {
            throw new Refusal(
                    414,
                    "RequestURITooLong",
                    "the URL must be at most " + MAX_URL + " characters, is " + query.length());
        }
        return new WireRequest(method, path, Percent.read(query), Map.of(), headers(exchange), new byte[0]);
    }

    /** Returns the request with its body. */
    static WireRequest complete(WireRequest head, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new Refusal(413, "RequestEntityTooLarge", "the body must be at most " + MAX_BODY + " bytes");
        }
        Map<String, String> all = new LinkedHashMap<>(head.query());
        Percent.read(form(head, body), all);
        all.keySet().removeAll(head.query().keySet());
        return new WireRequest(head.method(), head.path(), head.query(), all, head.headers(), body);
    }

    private static String form(WireRequest head, byte[] body) {
        if (body.length == 0) {
            return "";
        }
        String type = head.header("content-type").orElse("none");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw new Refusal(
                    415,
                    "UnsupportedMediaType",
                    "the Content-Type of a body must be application/x-www-form-urlencoded, is " + type);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }
}
