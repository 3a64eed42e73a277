package ehpc.aliyun

import static ehpc.aliyun.WireServer.SUCCESS
import static ehpc.aliyun.WireServer.answer
import static ehpc.aliyun.WireServer.refuse
import static ehpc.aliyun.WireServer.reset
import static ehpc.aliyun.WireServer.write

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.RetryPolicy
import ehpc.api.Retrying
import ehpc.api.Transport
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The requests that leave this machine, counted where they arrive. */
@Timeout(120)
class WireSpec extends Specification {

    static final Request READ = request('ListNodes', [ClusterId: 'ehpc-hz-1'])
    static final Request COMMAND = request('InvokeShellCommand', [ClusterId: 'ehpc-hz-1', Command: 'echo hi'])
    static final Request WITH_TOKEN = request('AddNodes', [ClusterId: 'ehpc-hz-1', Count: 1])
    static final String HALF = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"RequestId":'

    /** What happens to a request, and after how many bytes of it; -1 for all. */
    static final Map<String, List<Object>> PHASES = [
            'reset before a byte is read' : [0, { Socket socket, int i -> reset(socket) }],
            'reset inside the request'    : [40, { Socket socket, int i -> reset(socket) }],
            'reset before the answer'     : [-1, { Socket socket, int i -> reset(socket) }],
            'closed before the answer'    : [-1, { Socket socket, int i -> socket.close() }],
            'reset inside the answer'     : [-1, { Socket socket, int i -> write(socket, HALF); reset(socket) }],
            'closed inside the answer'    : [-1, { Socket socket, int i -> write(socket, HALF); socket.close() }],
            'not answered'                : [-1, { Socket socket, int i -> }],
            'answered by broken JSON'     : [-1, { Socket socket, int i -> answer(socket, 200, '{') }],
            'answered by a page'          : [-1, { Socket socket, int i -> answer(socket, 502, '<html>') }],
            'refused with 500'            : [-1, { Socket socket, int i -> refuse(socket, 500, 'UnknownError') }],
            'refused with 503'            : [-1, { Socket socket, int i -> refuse(socket, 503, 'ServiceUnavailable') }],
            'refused with 406'            : [-1, { Socket socket, int i -> refuse(socket, 406, 'EcsError') }],
            'refused with a used nonce'   : [-1, { Socket socket, int i -> refuse(socket, 400, 'SignatureNonceUsed') }]]

    WireServer server

    @AutoCleanup
    AliyunTransport transport

    static Request request(String operation, Map<String, ?> parameters) {
        Catalogue.ehpc().operation(operation).request(parameters)
    }

    def cleanup() {
        server?.close()
    }

    AliyunTransport open(List<Object> phase) {
        server = new WireServer(phase[0] as int, phase[1] as Closure<?>)
        transport = to(server.url)
    }

    AliyunTransport to(String url) {
        transport = AliyunTransport.builder().endpoint(url).region('cn-hangzhou').environment([:])
                .accessKey('LTAI5tTESTKEY0000008xyz', 'very-secret').readTimeout(Duration.ofMillis(500)).build()
    }

    static Retrying retrying(Transport transport) {
        Retrying.over(transport, RetryPolicy.standard().attempts(3).jitter { 0.0d })
    }

    static ApiException failure(Transport transport, Request request) {
        try {
            transport.send(request)
            throw new AssertionError('it must fail')
        } catch (ApiException e) {
            return e
        }
    }

    /** How many requests arrived, once all is read; one whose head was not read counts by its connection. */
    int arrived() {
        server.close()
        server.heads.empty ? server.connections.get() : server.heads.size()
    }

    def 'the transport sends once a request that is #phase: #request.operation()'() {
        given:
        open(PHASES[phase])

        when:
        ApiException e = failure(transport, request)

        then:
        arrived() == 1
        server.bytes.get() <= (server.heads ? server.heads[0].length() : 40)
        e.mayHaveHappened() == request.operation().mutates()

        where:
        [phase, request] << [PHASES.keySet(), [READ, COMMAND, WITH_TOKEN]].combinations()
    }

    def 'a request that is #phase is sent #times times, if it is #request.operation()'() {
        given:
        open(PHASES[phase])

        when:
        ApiException e = failure(retrying(transport), request)

        then:
        arrived() == times
        server.heads.empty || server.bytes.get() == server.heads*.length().sum()
        e.request().get().operation() == request.operation()

        where:
        [phase, [request, times]] << [PHASES.keySet(), [[READ, 3], [COMMAND, 1], [WITH_TOKEN, 3]]].combinations()
    }

    def 'a request that was throttled was not carried out and is sent again: #request.operation()'() {
        given:
        open([-1, { Socket socket, int i -> i < 3 ? refuse(socket, 400, 'Throttling.User') : answer(socket, 200, SUCCESS) }])

        expect:
        retrying(transport).send(request).requestId() == 'R-1'
        arrived() == 3

        where:
        request << [READ, COMMAND, WITH_TOKEN]
    }

    def 'a connection that ends as its second request arrives carries that request no second time: #request.operation()'() {
        given:
        open([-1, { Socket socket, int i -> i == 1 ? answer(socket, 200, SUCCESS) : socket.close() }])
        transport.send(READ)

        when:
        ApiException e = failure(transport, request)

        then:
        e.kind() == ApiException.Kind.LOST
        server.close()
        server.connections.get() == 1
        server.heads.size() == 2

        where:
        request << [READ, COMMAND, WITH_TOKEN]
    }

    def 'where nobody listens nothing is sent, and any request is tried once more: #request.operation()'() {
        given:
        int free = new ServerSocket(0).withCloseable { it.localPort }
        to("127.0.0.1:$free")
        int attempts = 0
        Transport counting = { Request sent -> attempts++; transport.send(sent) }

        expect:
        failure(retrying(counting), request).kind() == ApiException.Kind.UNREACHABLE
        attempts == 2

        where:
        request << [READ, COMMAND, WITH_TOKEN]
    }

    def 'a mutating call has one token in all its attempts, and another call another one'() {
        given:
        open([-1, { Socket socket, int i -> i % 3 ? socket.close() : answer(socket, 200, SUCCESS) }])
        Retrying retrying = retrying(transport)

        when:
        2.times { retrying.send(WITH_TOKEN) }
        server.close()
        List<String> tokens = server.values('ClientToken')

        then:
        tokens.size() == 6
        tokens[0..2].toSet().size() == 1
        tokens[3..5].toSet().size() == 1
        tokens.toSet().size() == 2
        tokens.every { UUID.fromString(it).toString() == it }
        server.values('SignatureNonce').toSet().size() == 6
    }

    def 'the token of the caller is sent as it is'() {
        given:
        open([-1, { Socket socket, int i -> i == 1 ? socket.close() : answer(socket, 200, SUCCESS) }])

        when:
        retrying(transport).send(WITH_TOKEN.with('ClientToken', 'mine'))
        server.close()

        then:
        server.values('ClientToken') == ['mine', 'mine']
    }

    def 'the failure of a call names the token that was sent'() {
        given:
        open(PHASES['closed before the answer'])

        when:
        ApiException e = failure(retrying(transport), WITH_TOKEN)
        server.close()

        then:
        server.values('ClientToken').toSet() == [e.request().get().parameters().ClientToken] as Set
    }

    def 'an operation without such a parameter has no token'() {
        given:
        open([-1, { Socket socket, int i -> answer(socket, 200, SUCCESS) }])

        when:
        [READ, COMMAND].each { retrying(transport).send(it) }
        server.close()

        then:
        server.values('ClientToken') == [null, null]
    }

    def 'the time after which the service asks to try again is waited for: #header'() {
        given:
        open([-1, { Socket socket, int i ->
            i == 1 ? refuse(socket, 503, 'ServiceUnavailable', ['X-Acs-Retry-After': header]) : answer(socket, 200, SUCCESS)
        }])
        List<Duration> pauses = new CopyOnWriteArrayList<>()
        Transport timed = new Transport() {
            @Override
            Response send(Request sent) {
                transport.send(sent)
            }

            @Override
            void pause(Duration time) {
                pauses << time
            }
        }

        when:
        retrying(timed).send(READ)

        then:
        pauses*.toMillis() == millis

        where:
        header      || millis
        '250'       || [250]
        ' 29999 '   || [29_999]
        '0'         || []
        '-5'        || []
        'soon'      || []
        ''          || []
    }

    def 'a time beyond the deadline ends the attempts'() {
        given:
        open([-1, { Socket socket, int i -> refuse(socket, 503, 'ServiceUnavailable', ['x-acs-retry-after': '30001']) }])

        when:
        ApiException e = failure(retrying(transport), READ)

        then:
        e.retryAfter().get() == Duration.ofMillis(30_001)
        server.close()
        server.heads.size() == 1
    }
}
