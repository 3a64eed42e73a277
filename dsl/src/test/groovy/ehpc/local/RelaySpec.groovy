package ehpc.local

import java.nio.charset.StandardCharsets

/** Bytes pass the public port unchanged, however slow a client is, and however it ends. */
class RelaySpec extends LocalSpecification {

    List<Socket> sockets = []

    void cleanup() {
        sockets*.close()
    }

    def 'a large answer arrives complete at a client that does not read it at first'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(5_000))
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId
        Socket slow = connected()
        slow.receiveBufferSize = 4096

        when:
        send(slow, 'ListInvocationStatus', [ClusterId: DEMO, CommandId: id])
        Map<String, Object> other = ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: id]).body
        String answer = new String(body(slow), StandardCharsets.UTF_8)
        Map<String, Object> read = WireClient.JSON.readValue(answer, Map)

        then:
        answer.length() > 300_000
        [other, read]*.InvokeInstances*.InvokeInstance*.size() == [5_002, 5_002]
    }

    def 'a client that ends its side of the connection gets its answer'() {
        given:
        start()
        Socket socket = connected()

        when:
        send(socket, 'ListRegions')
        socket.shutdownOutput()
        byte[] received = socket.inputStream.readAllBytes()

        then:
        new String(received, StandardCharsets.UTF_8).startsWith('HTTP/1.1 200 ')
    }

    def 'a client that goes away leaves others served'() {
        given:
        start()
        Socket gone = connected()
        send(gone, 'ListNodes', [ClusterId: DEMO])
        gone.setSoLinger(true, 0)
        gone.close()

        expect:
        ask('ListRegions').status == 200
    }

    def 'two services at the same time have their own ports'() {
        given:
        int first = start().endpoint().port

        expect:
        start().endpoint().port != first
        ask('ListRegions').status == 200
    }

    private Socket connected() {
        Socket socket = new Socket(InetAddress.loopbackAddress, service.endpoint().port)
        socket.soTimeout = 60_000
        sockets << socket
        socket
    }

    private void send(Socket socket, String action, Map<String, String> parameters = [:]) {
        Map<String, String> signed = client.signedV1('GET', client.systemV1() + [Action: action, Format: 'JSON'] + parameters)
        socket.outputStream.write("GET /?${WireClient.query(signed)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
    }

    private static byte[] body(Socket socket) {
        StringBuilder head = new StringBuilder()
        while (!head.toString().endsWith('\r\n\r\n')) {
            head.append((char) socket.inputStream.read())
        }
        socket.inputStream.readNBytes((head =~ /(?i)content-length: (\d+)/)[0][1] as int)
    }
}
