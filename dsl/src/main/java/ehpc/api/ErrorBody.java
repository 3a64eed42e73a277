package ehpc.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The body of an error answer.
 *
 * @param code the stable key, such as {@code ClusterNotFound}; never blank
 * @param message the service's message, empty if missing
 * @param requestId the service's id of the request, empty if missing
 * @param hostId the host that answered, empty if missing
 * @param recommend the page that the service recommends
 */
public record ErrorBody(String code, String message, String requestId, String hostId, Optional<URI> recommend) {

    /**
     * Reads a parsed error answer. Keys may start in upper or lower case, as gateways differ; the reason of a denied access
     * ({@code AccessDeniedDetail}) is appended to the message, without the encoded part for the service's own tools.
     *
     * @param parsed the answer's top object; an object whose only field is {@code Error} is unwrapped
     * @return empty if it has no error code
     */
    public static Optional<ErrorBody> read(Map<String, ?> parsed) {
        if (parsed.size() == 1 && field(parsed, "Error") instanceof Map<?, ?> inner) {
            return read(Values.copy(inner));
        }
        String code = text(parsed, "Code");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ErrorBody(
                code,
                message(parsed),
                text(parsed, "RequestId"),
                text(parsed, "HostId"),
                page(text(parsed, "Recommend"))));
    }

    private static String message(Map<String, ?> parsed) {
        String message = text(parsed, "Message");
        if (!(field(parsed, "AccessDeniedDetail") instanceof Map<?, ?> detail)) {
            return message;
        }
        String denied = detail.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getKey().equals("EncodedDiagnosticMessage"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        if (denied.isEmpty() || message.isEmpty()) {
            return denied + message;
        }
        return message + " (" + denied + ")";
    }

    private static String text(Map<String, ?> parsed, String name) {
        Object value = field(parsed, name);
        return value == null || value instanceof Map || value instanceof Iterable
                ? ""
                : value.toString().strip();
    }

    private static Object field(Map<String, ?> parsed, String name) {
        Object value = parsed.get(name);
        return value != null ? value : parsed.get(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    private static Optional<URI> page(String text) {
        try {
            URI page = new URI(text);
            return page.isAbsolute() ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
