package ehpc.local.internal.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a request.
 *
 * @param httpStatus the status; 0 if the connection is closed instead
 * @param code the error code; empty for a success
 * @param root the name of the root element in XML
 * @param body the fields
 * @param retryAfter the time after which the client is asked to try again
 */
record Answer(int httpStatus, String code, String root, Map<String, Object> body, Optional<Duration> retryAfter) {

    private static final String HELP = "https://api.aliyun.com/troubleshoot?q=%s&product=EHPC&requestId=%s";

    static Answer success(String action, String requestId, Map<String, ?> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("RequestId", requestId);
        body.putAll(fields);
        return new Answer(200, "", action + "Response", body, Optional.empty());
    }

    static Answer error(int httpStatus, String code, String message, String requestId, InetSocketAddress host) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("RequestId", requestId);
        body.put("HostId", host.getAddress().getHostAddress() + ":" + host.getPort());
        body.put("Code", code);
        body.put("Message", message);
        body.put("Recommend", String.format(Locale.ROOT, HELP, Percent.encode(code), requestId));
        return new Answer(httpStatus, code, "Error", body, Optional.empty());
    }

    /** Returns an answer that closes the connection; nothing was done. */
    static Answer cut() {
        return new Answer(0, "", "", Map.of(), Optional.empty());
    }

    Answer retryAfter(Optional<Duration> time) {
        return new Answer(httpStatus, code, root, body, time);
    }
}
