package ehpc.aliyun

import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicLong

/** A server on this machine that counts all that arrives, and deals with each request by its number. */
class WireServer implements AutoCloseable {

    static final String SUCCESS = '{"RequestId":"R-1"}'

    final AtomicInteger connections = new AtomicInteger()
    final AtomicLong bytes = new AtomicLong()
    final List<String> heads = Collections.synchronizedList([])

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.loopbackAddress)
    private final ExecutorService threads = Executors.newCachedThreadPool()
    private final List<Socket> sockets = Collections.synchronizedList([])
    private final int readFirst
    private final Closure<?> onRequest

    /**
     * @param readFirst after how many bytes of a connection to act; 0 when some have arrived and are not read; -1 for the end of a head
     * @param onRequest takes the socket and the number of the request or connection, from 1
     */
    WireServer(int readFirst, Closure<?> onRequest) {
        this.readFirst = readFirst
        this.onRequest = onRequest
        threads.execute {
            while (!listener.closed) {
                try {
                    Socket socket = listener.accept()
                    sockets << socket
                    threads.execute { serve(socket) }
                } catch (SocketException closed) {
                    return
                }
            }
        }
    }

    private void serve(Socket socket) {
        try {
            int number = connections.incrementAndGet()
            if (readFirst == 0) {
                while (socket.inputStream.available() == 0) {
                    sleep(1)
                }
                onRequest(socket, number)
            }
            StringBuilder head = new StringBuilder()
            int next
            while ((next = socket.inputStream.read()) >= 0) {
                bytes.incrementAndGet()
                head.append((char) next)
                if (head.length() == readFirst) {
                    onRequest(socket, number)
                } else if (head.toString().endsWith('\r\n\r\n')) {
                    heads << head.toString()
                    head.length = 0
                    onRequest(socket, heads.size())
                }
            }
        } catch (IOException gone) {
            socket.close()
        }
    }

    static void write(Socket socket, String text) {
        socket.outputStream.write(text.getBytes('UTF-8'))
        socket.outputStream.flush()
    }

    static void answer(Socket socket, int status, String body, Map<String, ?> headers = [:]) {
        String extra = headers.collect { name, value -> "$name: $value\r\n" }.join('')
        write(socket, "HTTP/1.1 $status X\r\nContent-Type: application/json\r\nContent-Length: ${body.length()}\r\n$extra\r\n$body")
    }

    static void refuse(Socket socket, int status, String code, Map<String, ?> headers = [:]) {
        answer(socket, status, "{\"Code\":\"$code\",\"Message\":\"no\",\"RequestId\":\"R-2\"}", headers)
    }

    static void reset(Socket socket) {
        socket.setSoLinger(true, 0)
        socket.close()
    }

    String getUrl() {
        "http://127.0.0.1:$listener.localPort"
    }

    /** Returns the values of a parameter, request by request. */
    List<String> values(String parameter) {
        heads.collect { String head -> Loopback.pairs(head.readLines()[0].split(' ')[1] - '/?')[parameter] }
    }

    /** Ends all connections, and waits until all is read. */
    @Override
    void close() {
        listener.close()
        sockets*.close()
        threads.shutdown()
        assert threads.awaitTermination(20, TimeUnit.SECONDS)
    }
}
