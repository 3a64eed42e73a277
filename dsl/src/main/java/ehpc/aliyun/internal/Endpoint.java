package ehpc.aliyun.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of the service.
 *
 * @param secure whether it uses TLS
 * @param host its name or literal address, IPv6 in brackets
 * @param port its TCP port
 */
public record Endpoint(boolean secure, String host, int port) {

    private static final String RULE = "endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com";
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[(0*:)+:?0*1]");

    /** Returns an endpoint with TLS. */
    static Endpoint of(String host) {
        return new Endpoint(true, host, 443);
    }

    /**
     * Parses a host, {@code host:port} or URL. The default scheme is HTTPS, or HTTP for this machine.
     *
     * @throws IllegalArgumentException if it is invalid, or is plain HTTP to another machine
     */
    public static Endpoint parse(String text) {
        URI uri = uri(text);
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(RULE + ", without user and password");
        }
        if (uri.getHost() == null || uri.getPort() > 65535 || uri.getPort() == 0 || hasMore(uri)) {
            throw new IllegalArgumentException(RULE + "; is '" + text + "'");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = LOOPBACK.matcher(host).matches();
        String scheme = uri.getScheme() == null ? (here ? "http" : "https") : uri.getScheme();
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> new Endpoint(true, host, uri.getPort() < 0 ? 443 : uri.getPort());
            case "http" -> plain(host, uri.getPort() < 0 ? 80 : uri.getPort(), here, text);
            default -> throw new IllegalArgumentException("endpoint must be https, is '" + text + "'");
        };
    }

    private static Endpoint plain(String host, int port, boolean here, String text) {
        if (!here) {
            throw new IllegalArgumentException("endpoint must be https, except on this machine, is '" + text
                    + "'; did you mean 'https" + text.substring(4) + "'?");
        }
        return new Endpoint(false, host, port);
    }

    private static URI uri(String text) {
        try {
            return new URI(text.contains("://") ? text : "//" + text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(RULE + "; is '" + text + "'");
        }
    }

    private static boolean hasMore(URI uri) {
        boolean path = !uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/");
        return path || uri.getRawQuery() != null || uri.getRawFragment() != null;
    }

    /** Returns whether it is on this machine, by its name alone: no name is resolved. */
    boolean loopback() {
        return LOOPBACK.matcher(host).matches();
    }

    String scheme() {
        return secure ? "https" : "http";
    }

    /** Returns the URL, such as {@code https://ehpc.cn-hangzhou.aliyuncs.com}. */
    String url() {
        return scheme() + "://" + this;
    }

    /** Returns the host, and the port unless it is the default of the scheme. */
    @Override
    public String toString() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }
}
