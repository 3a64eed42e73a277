package ehpc.repl

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import ehpc.local.LocalService
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/**
 * A service on this machine that passes every request on to a local service, and changes the answers of success by a rule: a
 * closure of the operation, the request's parameters and the answer, which it may change in place. It answers a request itself if a
 * second closure returns an answer, which is a refusal if it has a code.
 */
class RewrittenService implements AutoCloseable {

    /** The operations in the order in which they came. */
    final List<String> operations = new CopyOnWriteArrayList<>()

    /** The parameters of all requests in the order in which they came. */
    final List<Map<String, String>> received = new CopyOnWriteArrayList<>()

    volatile Closure<Map<String, String>> reply = { String operation, Map<String, String> parameters -> null }

    volatile Closure<?> rule = { String operation, Map<String, String> parameters, Map<String, Object> answer -> }

    private final LocalService service
    private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    private final ExecutorService threads = Executors.newCachedThreadPool()
    private final HttpClient client = HttpClient.newHttpClient()

    RewrittenService(LocalService service) {
        this.service = service
        server.executor = threads
        server.createContext('/') { HttpExchange exchange -> handle(exchange) }
        server.start()
    }

    /** Calls ehpc in this process on this service; options are those of {@link Cli#call}. */
    Ended call(Map options = [:], String... words) {
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret()]
        List<String> account = ['--region', 'cn-hangzhou', '--endpoint', endpoint()]
        Cli.call(options + [env: keys + ((options.env ?: [:]) as Map)], (account + words.toList()) as String[])
    }

    /** Where it listens. */
    String endpoint() {
        "http://127.0.0.1:${server.address.port}"
    }

    private void handle(HttpExchange exchange) {
        byte[] body = exchange.requestBody.readAllBytes()
        Map<String, String> sent = parameters(exchange, body)
        received << sent
        Map<String, String> own = reply(sent.Action, sent)
        if (own) {
            answer(exchange, own.Code ? 400 : 200, JsonOutput.toJson(own).getBytes('UTF-8'))
        } else {
            pass(exchange, body, sent)
        }
    }

    private void pass(HttpExchange exchange, byte[] body, Map<String, String> sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.endpoint().resolve(exchange.requestURI))
                .method(exchange.requestMethod, HttpRequest.BodyPublishers.ofByteArray(body))
        exchange.requestHeaders.findAll { name, values -> !(name.toLowerCase() in ['host', 'connection', 'content-length', 'expect', 'upgrade']) }
                .each { name, values -> values.each { request.header(name, it) } }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        this.answer(exchange, answer.statusCode(), answer.statusCode() == 200 ? changed(sent, answer.body()) : answer.body())
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) {
        exchange.responseHeaders.set('Content-Type', 'application/json;charset=utf-8')
        exchange.sendResponseHeaders(status, body.length)
        exchange.responseBody.write(body)
        exchange.close()
    }

    private static Map<String, String> parameters(HttpExchange exchange, byte[] body) {
        [exchange.requestURI.rawQuery ?: '', new String(body, 'UTF-8')]*.split('&').flatten().findAll().collectEntries { String pair ->
            List<String> halves = pair.split('=', 2).collect { URLDecoder.decode(it, 'UTF-8') }
            [halves[0], halves[1] ?: '']
        }
    }

    private byte[] changed(Map<String, String> parameters, byte[] answer) {
        operations << parameters.Action
        Map<String, Object> parsed = new JsonSlurper().parse(answer) as Map<String, Object>
        rule(parameters.Action, parameters, parsed)
        JsonOutput.toJson(parsed).getBytes('UTF-8')
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }
}
