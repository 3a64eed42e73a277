package ehpc.local

import java.nio.charset.StandardCharsets
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** Clients that hold a connection and do not do their part. */
@Timeout(120)
class SlowClientSpec extends Specification {

    static final String HALF_A_HEAD = 'GET /?Action=ListRegions HTTP/1.1\r\nHost: 127.0.0.1\r\n'
    static final String HALF_A_BODY = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nAction='
    static final String WHOLE = HALF_A_HEAD + '\r\n'

    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults()) { mode, path -> new ScriptedMachines() }

    List<Socket> sockets = []

    void cleanup() {
        sockets*.close()
    }

    def '#count connections with #what leave others served'() {
        given:
        count.times { connect(sent) }
        WireClient client = new WireClient(service.endpoint())

        expect:
        (1..3).every { client.ask('ListRegions').status == 200 }

        where:
        count | what          | sent
        128   | 'half a head' | HALF_A_HEAD
        128   | 'half a body' | HALF_A_BODY
        2_000 | 'nothing'     | ''
        2_000 | 'half a head' | HALF_A_HEAD
        2_000 | 'half a body' | HALF_A_BODY
    }

    def 'a request that does not come whole ends its connection, and an idle connection stays'() {
        given:
        Socket idle = connect(WHOLE)
        String first = answer(idle)
        List<Socket> halves = [connect(HALF_A_HEAD), connect(HALF_A_BODY)]
        Socket dripping = connect(HALF_A_BODY)

        when:
        halves.each { assert hasEnded(it) }
        new PollingConditions(timeout: 60, delay: 0.1).eventually {
            assert cannotWrite(dripping)
        }
        write(idle, WHOLE)
        String second = answer(idle)

        then:
        first.startsWith('HTTP/1.1 400 ')
        second.startsWith('HTTP/1.1 400 ')
        service.requests().size() == 2
    }

    private Socket connect(String text) {
        Socket socket = new Socket(InetAddress.loopbackAddress, service.endpoint().port)
        sockets << socket
        write(socket, text)
        socket
    }

    private static void write(Socket socket, String text) {
        socket.outputStream.write(text.getBytes(StandardCharsets.US_ASCII))
    }

    /** Waits for it. */
    private static boolean hasEnded(Socket socket) {
        try {
            socket.inputStream.read() == -1
        } catch (IOException ignored) {
            true
        }
    }

    private static boolean cannotWrite(Socket socket) {
        try {
            write(socket, 'x')
            false
        } catch (IOException ignored) {
            true
        }
    }

    /** The status line and the headers; the body is taken. */
    private static String answer(Socket socket) {
        StringBuilder head = new StringBuilder()
        while (!head.toString().endsWith('\r\n\r\n')) {
            head.append((char) socket.inputStream.read())
        }
        int length = (head =~ /(?i)content-length: (\d+)/)[0][1] as int
        socket.inputStream.readNBytes(length)
        head
    }
}
