package ehpc.local

import ehpc.local.AnswerFault.Reset.Moment
import java.nio.charset.StandardCharsets
import java.time.Duration
import spock.util.concurrent.PollingConditions

/** Faults of the connection, seen by a client that opens its own sockets. */
class FaultyConnectionSpec extends LocalSpecification {

    List<Socket> sockets = []

    void cleanup() {
        sockets*.close()
    }

    def 'a connection can be reset #moment'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InitializeEHPC', Fault.reset(moment)))
        Socket socket = connected()

        when:
        send(socket, 'InitializeEHPC', [RegionId: REGION])
        String received = untilReset(socket)

        then:
        received.empty || !whole(received)
        received.empty == (moment != Moment.INSIDE_ANSWER)
        service.requests().last().with { [httpStatus(), faults()] } == [status, ['reset']]
        refusal('InitializeEHPC', [RegionId: REGION])[1] == (status == 200 ? 'EntityAlreadyExists.RoleError' : null)

        where:
        moment               || status
        Moment.BEFORE_WORK   || 0
        Moment.BEFORE_ANSWER || 200
        Moment.INSIDE_ANSWER || 200
    }

    def 'a connection can be reset after an answer, under the next request'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListRegions', Fault.reset(Moment.AFTER_ANSWER)))
        Socket socket = connected()

        when:
        send(socket, 'ListRegions')
        String first = answer(socket)
        send(socket, 'InitializeEHPC', [RegionId: REGION])
        String second = untilReset(socket)

        then:
        first.startsWith('HTTP/1.1 200 ')
        !first.toLowerCase().contains('connection: close')
        second == ''
        service.requests()*.action() == ['ListRegions']
        ask('InitializeEHPC', [RegionId: REGION]).status == 200
    }

    def 'a connection that a fault ends is not reset'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListRegions', fault))
        Socket socket = connected()

        when:
        send(socket, 'ListRegions')
        String received = new String(socket.inputStream.readAllBytes(), StandardCharsets.UTF_8)

        then:
        received.empty == empty
        received.empty || !whole(received)

        where:
        fault              || empty
        Fault.cutBefore()  || true
        Fault.lostAnswer() || true
        Fault.halfAnswer() || false
    }

    def 'connections can be refused for some time, and open ones end with their answer'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListRegions', Fault.connectionsRefused(Duration.ofHours(1))))
        Socket other = connected()
        send(other, 'ListClusters')
        answer(other)

        when:
        Socket socket = connected()
        send(socket, 'ListRegions')
        String first = new String(socket.inputStream.readAllBytes(), StandardCharsets.UTF_8)
        send(other, 'ListClusters')
        String last = new String(other.inputStream.readAllBytes(), StandardCharsets.UTF_8)

        then:
        [first, last].every { it.startsWith('HTTP/1.1 200 ') && it.toLowerCase().contains('connection: close') && whole(it) }

        when:
        connected()

        then:
        thrown(ConnectException)

        when:
        service.inject(Faults.none())

        then:
        ask('ListRegions').status == 200
    }

    def 'connections are accepted again after the time'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListRegions', Fault.connectionsRefused(Duration.ofMillis(300))))
        URI before = service.endpoint()

        expect:
        ask('ListRegions').status == 200
        new PollingConditions(timeout: 60, delay: 0.1).eventually {
            assert ask('ListRegions').status == 200
        }
        service.endpoint() == before
    }

    def 'an answer can be lost and connections refused, as when a service starts again'() {
        given:
        start()
        service.inject(Faults.none()
                .first(1, 'InitializeEHPC', Fault.lostAnswer())
                .first(1, 'InitializeEHPC', Fault.connectionsRefused(Duration.ofHours(1))))
        Socket socket = connected()

        when:
        send(socket, 'InitializeEHPC', [RegionId: REGION])

        then:
        socket.inputStream.readAllBytes().length == 0

        when:
        connected()

        then:
        thrown(ConnectException)

        when:
        service.inject(Faults.none())

        then:
        service.requests().last().faults() == ['lostAnswer', 'connectionsRefused']
        refusal('InitializeEHPC', [RegionId: REGION])[1] == 'EntityAlreadyExists.RoleError'
    }

    def 'a service that refuses connections can be closed, and its port is free then'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListRegions', Fault.connectionsRefused(Duration.ofHours(1))))
        int port = service.endpoint().port
        ask('ListRegions')

        when:
        service.close()
        start(LocalOptions.defaults().withPort(port))

        then:
        ask('ListRegions').status == 200
    }

    private Socket connected() {
        Socket socket = new Socket()
        sockets << socket
        socket.soTimeout = 60_000
        socket.connect(new InetSocketAddress(InetAddress.loopbackAddress, service.endpoint().port))
        socket
    }

    private void send(Socket socket, String action, Map<String, String> parameters = [:]) {
        Map<String, String> signed = client.signedV1('GET', client.systemV1() + [Action: action, Format: 'JSON'] + parameters)
        socket.outputStream.write("GET /?${WireClient.query(signed)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
    }

    /** What arrives before the reset that must end the connection. */
    private static String untilReset(Socket socket) {
        ByteArrayOutputStream received = new ByteArrayOutputStream()
        try {
            for (int b = socket.inputStream.read(); b >= 0; b = socket.inputStream.read()) {
                received.write(b)
            }
        } catch (SocketException e) {
            assert e.message == 'Connection reset'
            return received.toString('UTF-8')
        }
        throw new AssertionError('the connection ended without a reset')
    }

    /** Head and body of the next answer. */
    private static String answer(Socket socket) {
        StringBuilder received = new StringBuilder()
        while (!whole(received.toString())) {
            int b = socket.inputStream.read()
            assert b >= 0
            received.append((char) b)
        }
        received
    }

    private static boolean whole(String answer) {
        int head = answer.indexOf('\r\n\r\n')
        head >= 0 && answer.length() - head - 4 == ((answer =~ /(?i)content-length: (\d+)/)[0][1] as int)
    }
}
