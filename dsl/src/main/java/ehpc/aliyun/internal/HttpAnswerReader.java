package ehpc.aliyun.internal;

import ehpc.api.ApiException;
import ehpc.api.ErrorBody;
import ehpc.api.Json;
import ehpc.api.Operation;
import ehpc.api.Response;
import java.util.Map;

/** Reads an HTTP answer: the response, or the service's error. */
final class HttpAnswerReader {

    private static final String SIGNED_TEXT = "string to sign is:";

    private final Operation operation;
    private final Outgoing call;
    private final Secrets secrets;

    HttpAnswerReader(Operation operation, Outgoing call, Secrets secrets) {
        this.operation = operation;
        this.call = call;
        this.secrets = secrets;
    }

    /**
     * Returns the service's answer.
     *
     * @throws ApiException if the service refused, or the answer does not come from it
     */
    Response read(HttpAnswer answer) {
        if (answer.body().length == 0) {
            throw lost(answer, "no content");
        }
        Map<String, Object> parsed;
        try {
            parsed = Json.object(answer.body());
        } catch (Json.Malformed e) {
            throw lost(answer, foreign(answer));
        }
        if (answer.success()) {
            return Response.of(operation, parsed);
        }
        ErrorBody error = ErrorBody.read(parsed).orElseThrow(() -> lost(answer, "unexpected JSON"));
        throw refused(answer, error);
    }

    private String foreign(HttpAnswer answer) {
        String type = secrets.clean(answer.mediaType());
        return type.endsWith("json") ? "invalid JSON" : (type.isEmpty() ? "content that is" : type + ",") + " not JSON";
    }

    private ApiException lost(HttpAnswer answer, String content) {
        String text = call.endpoint() + " answered HTTP " + answer.status() + " with " + content;
        return ApiException.lost(operation, answer.status(), text, answer.requestId(), null);
    }

    private ApiException refused(HttpAnswer answer, ErrorBody error) {
        String requestId = error.requestId().isEmpty() ? answer.requestId() : error.requestId();
        String message = error.message().isEmpty() ? "no reason given" : error.message();
        return ApiException.refused(
                        operation,
                        answer.status(),
                        secrets.clean(error.code()),
                        signature(message),
                        requestId == null ? null : secrets.clean(requestId),
                        error.recommend().orElse(null))
                .answeredAt(answer.date())
                .retryAfter(answer.retryAfter());
    }

    /** Replaces the message about a signature that does not match: it repeats the signed text, with key, token and command. */
    private String signature(String message) {
        int at = message.indexOf(SIGNED_TEXT);
        if (at < 0) {
            return secrets.clean(message);
        }
        return message.substring(at + SIGNED_TEXT.length()).strip().equals(call.signed())
                ? "the signature does not match; the access key secret may be of another access key id"
                : "the signature does not match, because the request was changed on the way to " + call.endpoint();
    }
}
