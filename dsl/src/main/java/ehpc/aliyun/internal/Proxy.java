package ehpc.aliyun.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A proxy between this machine and the service.
 *
 * @param secure whether the connection to the proxy uses TLS
 * @param host its name
 * @param port its TCP port
 * @param authorization the value of the {@code Proxy-Authorization} header, if any
 */
record Proxy(boolean secure, String host, int port, Optional<String> authorization) {

    /**
     * Returns the proxy for an endpoint from the environment: {@code HTTPS_PROXY}, unless {@code NO_PROXY} lists the host, one of its
     * domains, or {@code *}. Empty for an endpoint on this machine.
     *
     * @throws IllegalArgumentException if the variable is not a URL; the message omits the value, since it may contain a password
     */
    static Optional<Proxy> from(Map<String, String> environment, Endpoint endpoint) {
        if (!endpoint.secure() || endpoint.loopback() || exempt(environment, endpoint.host())) {
            return Optional.empty();
        }
        return variable(environment, "HTTPS_PROXY").map(Proxy::parse);
    }

    private static boolean exempt(Map<String, String> environment, String host) {
        return variable(environment, "NO_PROXY").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
                .anyMatch(entry -> entry.equals("*")
                        || host.equals(entry)
                        || host.endsWith(entry.startsWith(".") ? entry : "." + entry));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(key -> environment.getOrDefault(key, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Proxy parse(String text) {
        URI uri = uri(text.contains("://") ? text : "http://" + text);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
            throw malformed();
        }
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        return new Proxy(
                secure,
                uri.getHost(),
                port,
                Optional.ofNullable(uri.getRawUserInfo()).map(Proxy::basic));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("HTTPS_PROXY must be a URL, such as http://proxy.example.com:3128");
    }

    private static String basic(String rawUserInfo) {
        byte[] plain = URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }

    /** Returns host and port, without user and password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
