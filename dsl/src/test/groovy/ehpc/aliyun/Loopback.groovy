package ehpc.aliyun

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import javax.net.ssl.SSLContext

/** A service on this machine that keeps what it received and answers as it is told. */
class Loopback implements AutoCloseable {

    static class Received {

        String method
        String path
        String peer
        Map<String, String> query
        Map<String, String> form
        Map<String, String> headers

        Map<String, String> parameters() {
            query + form
        }

        String signature() {
            query.Signature
        }
    }

    static class Reply {

        int status = 200
        String type = 'application/json;charset=utf-8'
        byte[] body = '{"RequestId":"R-1"}'.bytes
        Map<String, String> headers = [:]
    }

    final List<Received> received = new CopyOnWriteArrayList<>()
    Closure<Reply> answer = { Received request -> new Reply() }

    private final HttpServer server
    private final ExecutorService threads = Executors.newCachedThreadPool()

    Loopback(SSLContext tls = null) {
        InetSocketAddress free = new InetSocketAddress('127.0.0.1', 0)
        server = tls ? HttpsServer.create(free, 0) : HttpServer.create(free, 0)
        if (tls) {
            (server as HttpsServer).httpsConfigurator = new HttpsConfigurator(tls)
        }
        server.executor = threads
        server.createContext('/') { HttpExchange exchange -> handle(exchange) }
        server.start()
    }

    int getPort() {
        server.address.port
    }

    String getUrl() {
        "http://127.0.0.1:$port"
    }

    void says(int status, String body, String type = 'application/json') {
        answer = { Received request -> new Reply(status: status, type: type, body: body.getBytes('UTF-8')) }
    }

    private void handle(HttpExchange exchange) {
        Received request = new Received(
                method: exchange.requestMethod,
                path: exchange.requestURI.path,
                peer: exchange.remoteAddress.toString(),
                query: pairs(exchange.requestURI.rawQuery),
                form: pairs(new String(exchange.requestBody.readAllBytes(), StandardCharsets.UTF_8)),
                headers: exchange.requestHeaders.collectEntries { name, values -> [name.toLowerCase(), values.join(', ')] })
        received << request
        Reply reply = answer(request)
        exchange.responseHeaders.set('Content-Type', reply.type)
        reply.headers.each { name, value -> exchange.responseHeaders.set(name, value) }
        exchange.sendResponseHeaders(reply.status, reply.body.length ?: -1)
        if (reply.body.length) {
            exchange.responseBody.write(reply.body)
        }
        exchange.close()
    }

    static Map<String, String> pairs(String text) {
        (text ?: '').split('&').findAll().collectEntries { String pair ->
            String[] halves = pair.split('=', 2)
            [URLDecoder.decode(halves[0], 'UTF-8'), URLDecoder.decode(halves[1], 'UTF-8')]
        }
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }
}
