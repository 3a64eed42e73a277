package ehpc.aliyun

import static ehpc.api.ApiException.Kind.LOST
import static ehpc.api.ApiException.Kind.REFUSED
import static ehpc.api.ApiException.Kind.UNREACHABLE

import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

class FailureSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    static final Duration PATIENCE = Duration.ofSeconds(20)

    @AutoCleanup
    Loopback service = new Loopback()

    List<AutoCloseable> opened = []

    def cleanup() {
        opened*.close()
    }

    ApiException failure(
            String endpoint, String operation = 'ListNodes', Duration connect = PATIENCE, Duration read = PATIENCE) {
        AliyunTransport transport = AliyunTransport.builder()
                .endpoint(endpoint)
                .region('cn-hangzhou')
                .environment([:])
                .accessKey('LTAI5tTESTKEY0000008xyz', 'very-secret')
                .connectTimeout(connect)
                .readTimeout(read)
                .build()
        opened << transport
        try {
            transport.send(CATALOGUE.operation(operation).request(ClusterId: 'ehpc-hz-1', Command: 'echo hi'))
            throw new AssertionError('it must fail')
        } catch (ApiException e) {
            return e
        }
    }

    RawLoopback raw(Closure<?> onRequest) {
        RawLoopback server = new RawLoopback(onRequest)
        opened << server
        server
    }

    RawLoopback answering(String text) {
        RawLoopback server = RawLoopback.answering(text)
        opened << server
        server
    }

    static String at(AutoCloseable server) {
        "127.0.0.1:$server.port"
    }

    def 'an error of the service is told with all that it says'() {
        given:
        service.says(404, '{"RequestId":"R-9","HostId":"ehpc","Code":"ClusterNotFound","Message":"No such\\n cluster.",'
                + '"Recommend":"https://api.aliyun.com/troubleshoot?q=ClusterNotFound"}')

        when:
        ApiException e = failure(service.url)

        then:
        e.kind() == REFUSED
        e.httpStatus() == 404
        e.code() == 'ClusterNotFound'
        e.detail() == 'No such cluster.'
        e.requestId().get() == 'R-9'
        e.recommend().get() == URI.create('https://api.aliyun.com/troubleshoot?q=ClusterNotFound')
        e.message == 'ListNodes: ClusterNotFound: No such cluster. (request id R-9)'
        e.cause == null
        !e.safeToRetry()
    }

    def 'HTTP #status with #body is refused as #code'() {
        given:
        service.answer = { new Loopback.Reply(status: status, body: body.bytes, headers: ['x-acs-request-id': 'H-1']) }

        when:
        ApiException e = failure(service.url)

        then:
        e.kind() == REFUSED
        e.httpStatus() == status
        e.code() == code
        e.detail() == detail
        e.requestId().get() == id
        e.safeToRetry() == again

        where:
        status | body                                                               || code                  | detail               | id    | again
        403    | '{"code":"Forbidden.RAM","message":"not you","requestId":"r-1"}'   || 'Forbidden.RAM'       | 'not you'            | 'r-1' | false
        503    | '{"Code":"ServiceUnavailable","Message":"busy","RequestId":"r-2"}' || 'ServiceUnavailable'  | 'busy'               | 'r-2' | true
        400    | '{"Code":"Throttling.User","Message":"slow down"}'                 || 'Throttling.User'     | 'slow down'          | 'H-1' | true
        500    | '{"Code":"UnknownError"}'                                          || 'UnknownError'        | 'no reason given'    | 'H-1' | true
    }

    def 'a wrong signature is put down to #what, and what was signed is not repeated'() {
        given:
        service.answer = { Loopback.Received request ->
            String canonical = request.query.findAll { it.key != 'Signature' }.sort()
                    .collect { name, value -> SignatureV1.encode(name) + '=' + SignatureV1.encode(value) }.join('&')
            String signed = "GET&%2F&${SignatureV1.encode(canonical)}"
            String message = 'Specified signature is not matched with our calculation. server string to sign is:' + change(signed)
            new Loopback.Reply(status: 400, body: "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"$message\",\"RequestId\":\"R-3\"}".bytes)
        }

        when:
        ApiException e = failure(service.url)

        then:
        e.kind() == REFUSED
        e.code() == 'SignatureDoesNotMatch'
        e.detail() == detail.replace('HOST', at(service))

        where:
        what                  | change                                          || detail
        'the secret'          | { it }                                          || 'the signature does not match; the access key secret may be of another access key id'
        'a change on the way' | { it.replace('ClusterId', 'ClusterId%2520') }   || 'the signature does not match, because the request was changed on the way to HOST'
    }

    def 'an answer of HTTP #status that is #what is lost'() {
        given:
        service.answer = { new Loopback.Reply(status: status, type: type, body: body.getBytes('UTF-8'), headers: ['x-acs-request-id': 'H-2']) }

        when:
        ApiException e = failure(service.url, 'InvokeShellCommand')

        then:
        e.kind() == LOST
        e.code() == 'AnswerLost'
        e.httpStatus() == status
        e.detail() == "${at(service)} answered HTTP $status with $told"
        e.requestId().get() == 'H-2'
        e.mayHaveHappened()
        !e.safeToRetry()

        where:
        what                | status | type                 | body                            || told
        'empty'             | 200    | 'application/json'   | ''                              || 'no content'
        'a page'            | 200    | 'text/html;x=y'      | '<html>Sign in</html>'          || 'text/html, not JSON'
        'a page'            | 403    | 'Text/HTML'          | '<html>Sign in</html>'          || 'text/html, not JSON'
        'plain text'        | 503    | 'text/plain'         | 'upstream connect error'        || 'text/plain, not JSON'
        'cut short inside'  | 200    | 'application/json'   | '{"RequestId":"R-1","Nodes":{'  || 'invalid JSON'
        'two answers'       | 200    | 'application/json'   | '{"RequestId":"R-1"} {}'        || 'invalid JSON'
        'not JSON inside'   | 200    | 'application/json'   | '{"RequestId":R-1}'             || 'invalid JSON'
        'a list'            | 200    | 'application/json'   | '[]'                            || 'invalid JSON'
        'null'              | 200    | 'application/json'   | 'null'                          || 'invalid JSON'
        'no error code'     | 404    | 'application/json'   | '{"message":"no Route matched"}' || 'unexpected JSON'
        'a redirect'        | 302    | ''                   | ''                              || 'no content'
        'something'         | 200    | ''                   | 'OK'                            || 'content that is not JSON'
    }

    def 'an answer that #what is lost'() {
        given:
        RawLoopback server = answering(text)

        when:
        ApiException e = failure(server.url, 'InvokeShellCommand')

        then:
        e.kind() == LOST
        e.httpStatus() == 0
        e.detail() == told.replace('HOST', at(server))
        e.mayHaveHappened()
        server.requests.get() == 1

        where:
        what                             | text                                                                                            || told
        'is shorter than its length'     | 'HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 100\n\n{"RequestId":"R-1"}'   || 'the answer of HOST was truncated'
        'ends inside a chunk'            | 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n40\n{"RequestId":"R-1"}'                        || 'the answer of HOST was truncated'
        'ends between chunks'            | 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n13\n{"RequestId":"R-1"}\n'                      || 'the answer of HOST was truncated'
        'never begins'                   | ''                                                                                              || 'HOST closed the connection without an answer'
        'is not HTTP'                    | 'SSH-2.0-OpenSSH_9.2\n'                                                                         || 'the answer of HOST is not HTTP'
    }

    def 'an answer that ends inside its head is lost'() {
        given:
        RawLoopback server = answering('HTTP/1.1 200 OK\nContent-Type: appl')

        when:
        ApiException e = failure(server.url, 'InvokeShellCommand')

        then:
        e.kind() == LOST
        e.detail() == "${at(server)} answered HTTP 200 with no content"
    }

    def 'a connection that is reset before or inside the answer is lost'() {
        given:
        RawLoopback server = raw { Socket socket ->
            socket.outputStream.write(begun.bytes)
            socket.outputStream.flush()
            socket.setSoLinger(true, 0)
            socket.close()
        }

        when:
        ApiException e = failure(server.url, 'InvokeShellCommand')

        then:
        e.kind() == LOST
        e.detail() in ["the connection to ${at(server)} broke before the answer was complete",
                       "the answer of ${at(server)} was truncated"]*.toString()
        server.requests.get() == 1

        where:
        begun << ['', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{']
    }

    def 'an answer that does not come in time is lost, and asked for once'() {
        given:
        RawLoopback server = raw { Socket socket -> socket.inputStream.read() }

        when:
        ApiException e = failure(server.url, operation, PATIENCE, Duration.ofMillis(250))

        then:
        e.kind() == LOST
        e.detail() == "${at(server)} sent nothing for 250 ms"
        e.mayHaveHappened() == mutates
        e.safeToRetry() == !mutates
        server.requests.get() == 1

        where:
        operation            | mutates
        'InvokeShellCommand' | true
        'ListNodes'          | false
    }

    def 'a kept connection that the server has closed meanwhile costs no answer'() {
        given:
        RawLoopback server = answering('HTTP/1.1 200 OK\nContent-Length: 19\n\n{"RequestId":"R-1"}')
        AliyunTransport transport = AliyunTransport.builder().endpoint(server.url).environment([:]).accessKey('i', 'very-secret').build()
        opened << transport

        expect:
        (1..3).every {
            sleep(20)
            transport.send(CATALOGUE.operation('ListRegions').request()).requestId() == 'R-1'
        }
    }

    def 'a port where nobody listens is unreachable'() {
        given:
        int free = new ServerSocket(0).withCloseable { it.localPort }

        when:
        ApiException e = failure("127.0.0.1:$free", 'InvokeShellCommand')

        then:
        e.kind() == UNREACHABLE
        e.code() == 'Unreachable'
        e.detail() == "127.0.0.1:$free refused the connection"
        !e.mayHaveHappened()
        e.safeToRetry()
    }

    def 'a host that nobody knows is unreachable'() {
        when:
        ApiException e = failure('https://no-such-host.invalid', 'InvokeShellCommand')

        then:
        e.kind() == UNREACHABLE
        e.detail() == 'no-such-host.invalid has no address'
    }

    def 'a host that does not take the connection in time is unreachable'() {
        given: 'a listener whose queue is full'
        ServerSocket deaf = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        opened << deaf
        try {
            20.times {
                Socket socket = new Socket()
                opened << socket
                socket.connect(deaf.localSocketAddress, 100)
            }
        } catch (SocketTimeoutException full) {
            assert full
        }

        when:
        ApiException e = failure("127.0.0.1:$deaf.localPort", 'InvokeShellCommand', Duration.ofMillis(200))

        then:
        e.kind() == UNREACHABLE
        e.detail() == "127.0.0.1:$deaf.localPort did not accept a connection within 200 ms"
    }

    def 'a host that does not speak TLS is unreachable'() {
        given:
        ServerSocket other = new ServerSocket(0, 50, InetAddress.loopbackAddress)
        opened << other
        Thread.startDaemon {
            Socket socket = other.accept()
            opened << socket
            socket.outputStream.write('SSH-2.0-OpenSSH_9.2\r\n'.bytes)
        }

        when:
        ApiException e = failure("https://127.0.0.1:$other.localPort", 'InvokeShellCommand')

        then:
        e.kind() == UNREACHABLE
        e.detail() == "the TLS handshake with 127.0.0.1:$other.localPort failed; TLS 1.2 or later is required"
    }

    def 'a host that says nothing during the TLS handshake is unreachable within the time to connect'() {
        given:
        ServerSocket mute = new ServerSocket(0)
        opened << mute

        when:
        ApiException e = failure("https://127.0.0.1:$mute.localPort", 'InvokeShellCommand', Duration.ofMillis(300))

        then:
        e.kind() == UNREACHABLE
        e.detail() == "127.0.0.1:$mute.localPort did not accept a connection within 300 ms"
    }

    def 'a closed transport sends nothing'() {
        given:
        AliyunTransport transport = AliyunTransport.builder().endpoint(service.url).environment([:]).accessKey('i', 'very-secret').build()
        transport.send(CATALOGUE.operation('ListRegions').request())
        transport.close()
        transport.close()

        when:
        transport.send(CATALOGUE.operation('ListRegions').request())

        then:
        ApiException e = thrown()
        e.kind() == UNREACHABLE
        e.detail() == 'the transport is closed'
        service.received.size() == 1
    }

    def 'closing ends a request that waits for its answer'() {
        given:
        AliyunTransport transport
        RawLoopback server = raw { Socket socket ->
            transport.close()
            socket.inputStream.read()
        }
        transport = AliyunTransport.builder().endpoint(server.url).environment([:]).accessKey('i', 'very-secret').build()

        when:
        transport.send(CATALOGUE.operation('InvokeShellCommand').request())

        then:
        ApiException e = thrown()
        e.kind() == LOST
        e.detail() == "the transport was closed before ${at(server)} answered"
    }

    def 'no failure holds a secret, a signature or a class name of the libraries below'() {
        given:
        String signature = null
        service.answer = { Loopback.Received request ->
            signature = request.signature()
            String said = [signature, URLEncoder.encode(signature, 'UTF-8'), 'very-secret'].join(' and ')
            new Loopback.Reply(status: status, body: body.replace('ECHO', said).bytes, type: type.replace('ECHO', said))
        }

        when:
        ApiException e = failure(service.url)

        then:
        StringWriter trace = new StringWriter()
        e.printStackTrace(new PrintWriter(trace))
        !trace.toString().contains('very-secret')
        !trace.toString().contains(signature)
        !trace.toString().contains(URLEncoder.encode(signature, 'UTF-8'))
        !e.message.contains('com.aliyuncs')
        !e.message.contains('Exception')
        !e.message.contains('\n')

        where:
        status | type               | body
        400    | 'application/json' | '{"Code":"X","Message":"you sent ECHO","RequestId":"R"}'
        400    | 'application/json' | '{"Code":"ECHO","Message":"m","RequestId":"R"}'
        200    | 'text/html'        | '<html>ECHO</html>'
        200    | 'application/json' | '{"a": ECHO}'
        200    | 'text/ECHO'        | 'x'
    }
}
