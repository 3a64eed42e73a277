package ehpc.aliyun.internal;

import java.util.Map;

/**
 * A signed HTTP request.
 *
 * @param endpoint its destination
 * @param method the HTTP method
 * @param target path and query; contains the signature, so {@code toString} omits it
 * @param headers names and values
 * @param body the content; empty if there is none
 * @param signed the text that was signed; empty if none was
 */
record Outgoing(
        Endpoint endpoint, String method, String target, Map<String, String> headers, byte[] body, String signed) {

    @Override
    public String toString() {
        return method + " " + endpoint;
    }
}
