package ehpc.local.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import ehpc.local.internal.http.Delivery.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Sends an answer, or the part of it that a fault leaves. */
final class AnswerWriter {

    private static final byte[] OTHER_PAGE =
            "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8);

    private final HttpExchange exchange;
    private final AnswerFormat format;
    private final String requestId;

    AnswerWriter(HttpExchange exchange, AnswerFormat format, String requestId) {
        this.exchange = exchange;
        this.format = format;
        this.requestId = requestId;
    }

    /**
     * Writes the answer. If it is incomplete, closing the exchange closes the connection.
     *
     * @param last whether the connection takes no further request
     */
    void write(Answer answer, Content content, boolean last) throws IOException {
        if (answer.httpStatus() == 0 || content == Content.NOTHING) {
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        if (last) {
            headers.set("Connection", "close");
        }
        if (content == Content.OTHER_PAGE) {
            send(502, "text/html", OTHER_PAGE, OTHER_PAGE.length);
            return;
        }
        headers.set("x-acs-request-id", requestId);
        answer.retryAfter().ifPresent(time -> headers.set("x-acs-retry-after", Long.toString(time.toMillis())));
        byte[] body = body(answer, content);
        send(answer.httpStatus(), format.contentType(), body, content == Content.HALF ? body.length / 2 : body.length);
    }

    private byte[] body(Answer answer, Content content) {
        Map<String, Object> fields = content == Content.WRONG_TYPES ? WrongTypes.of(answer.body()) : answer.body();
        byte[] body = format.render(answer.root(), fields);
        return content == Content.CUT_SHORT ? Arrays.copyOf(body, body.length / 2) : body;
    }

    private void send(int status, String contentType, byte[] body, int sent) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", contentType);
        // Shorter than the server's own limit, so that a client does not use a connection that is being closed.
        headers.set("Keep-Alive", "timeout=25");
        if (status == 405) {
            headers.set("Allow", "GET, POST");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, sent);
        out.flush();
    }
}
