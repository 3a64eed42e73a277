package ehpc.aliyun

import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger

/** A server on this machine that reads a request's head and then does to the socket what it is told. */
class RawLoopback implements AutoCloseable {

    final AtomicInteger requests = new AtomicInteger()
    final List<String> heads = Collections.synchronizedList([])

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.loopbackAddress)
    private final ExecutorService threads = Executors.newCachedThreadPool()

    RawLoopback(Closure<?> onRequest) {
        threads.execute {
            while (!listener.closed) {
                try {
                    Socket socket = listener.accept()
                    threads.execute { serve(socket, onRequest) }
                } catch (SocketException closed) {
                    return
                }
            }
        }
    }

    /** An answer in HTTP/1.1, written as it is given. */
    static RawLoopback answering(String text) {
        new RawLoopback({ Socket socket ->
            socket.outputStream.write(text.replace('\n', '\r\n').getBytes('UTF-8'))
            socket.outputStream.flush()
            socket.close()
        })
    }

    private void serve(Socket socket, Closure<?> onRequest) {
        try {
            StringBuilder head = new StringBuilder()
            int next
            while (!head.toString().endsWith('\r\n\r\n') && (next = socket.inputStream.read()) >= 0) {
                head.append((char) next)
            }
            if (head.length() > 0) {
                heads << head.toString()
                requests.incrementAndGet()
                onRequest(socket)
            }
        } catch (IOException gone) {
            socket.close()
        }
    }

    int getPort() {
        listener.localPort
    }

    String getUrl() {
        "http://127.0.0.1:$port"
    }

    @Override
    void close() {
        listener.close()
        threads.shutdownNow()
    }
}
