package ehpc.local.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A received request.
 *
 * @param method the HTTP method
 * @param path the path of the URL, not decoded
 * @param query the parameters of the URL, in the order received
 * @param form the parameters of the body, in the order received; no name is in both
 * @param headers header values by lower-case name; several values are joined by commas
 * @param body the bytes of the body
 */
public record WireRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers,
        byte[] body) {

    /** Returns whether it is signed in version 3. The {@code x-acs-*} headers are no sign of it: clients send them with version 1, too. */
    public boolean version3() {
        return header("authorization").orElse("").startsWith("ACS3-HMAC-SHA256");
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** Returns the parameters of URL and body. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(form);
        return all;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.getOrDefault(name, form.get(name)));
    }

    /** Returns a parameter that is a header in version 3 and a parameter in version 1. */
    public Optional<String> system(String name, String headerName) {
        Optional<String> fromHeader = version3() ? header(headerName) : Optional.empty();
        return fromHeader.or(() -> parameter(name)).filter(value -> !value.isEmpty());
    }

    public String action() {
        return system("Action", "x-acs-action").orElse("");
    }

    public Optional<String> apiVersion() {
        return system("Version", "x-acs-version");
    }
}
