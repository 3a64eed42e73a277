package ehpc.aliyun

import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/** A proxy on this machine that leads every tunnel to one port of this machine. */
class TunnelProxy implements AutoCloseable {

    /** First lines of what it was asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>()
    final List<String> heads = new CopyOnWriteArrayList<>()

    /** What it answers instead of making a tunnel. */
    volatile String refusal

    private final int target
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    private final List<Socket> sockets = new CopyOnWriteArrayList<>()
    private final ExecutorService threads = Executors.newCachedThreadPool()

    TunnelProxy(int target) {
        this.target = target
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
            StringBuilder head = new StringBuilder()
            int next
            while (!head.toString().endsWith('\r\n\r\n') && (next = socket.inputStream.read()) >= 0) {
                head.append((char) next)
            }
            heads << head.toString()
            asked << head.toString().readLines()[0]
            if (refusal) {
                socket.outputStream.write("HTTP/1.1 $refusal\r\nContent-Length: 0\r\n\r\n".bytes)
                socket.close()
                return
            }
            Socket onward = new Socket(InetAddress.loopbackAddress, target)
            sockets << onward
            socket.outputStream.write('HTTP/1.1 200 Connection established\r\n\r\n'.bytes)
            threads.execute { pipe(onward, socket) }
            pipe(socket, onward)
        } catch (IOException gone) {
            socket.close()
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.inputStream.transferTo(to.outputStream)
            to.shutdownOutput()
        } catch (IOException gone) {
            to.close()
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
        sockets*.close()
        threads.shutdownNow()
    }
}
