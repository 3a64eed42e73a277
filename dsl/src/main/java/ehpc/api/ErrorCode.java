package ehpc.api;

/**
 * An error that the service documents.
 *
 * @param http the HTTP status
 * @param code the stable key, such as {@code ClusterNotFound}
 * @param help its meaning, one line
 */
public record ErrorCode(int http, String code, String help) {}
