package ehpc.local.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import ehpc.local.AnswerFault.LostAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends an answer, or loses it as a fault requires. */
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

    /** Writes the answer. If it is incomplete, closing the exchange closes the connection. */
    void write(Answer answer) throws IOException {
        LostAnswer.Kind lost = answer.lost().orElse(null);
        if (lost == LostAnswer.Kind.NOTHING) {
            return;
        }
        if (lost == LostAnswer.Kind.OTHER_PAGE) {
            send(502, "text/html", OTHER_PAGE, OTHER_PAGE.length);
            return;
        }
        byte[] body = format.render(answer.root(), answer.body());
        exchange.getResponseHeaders().set("x-acs-request-id", requestId);
        send(answer.httpStatus(), format.contentType(), body, lost == null ? body.length : body.length / 2);
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
