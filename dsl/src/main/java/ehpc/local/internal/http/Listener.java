package ehpc.local.internal.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The HTTP server: loopback only, many requests at once, its threads keep no JVM alive. */
public final class Listener implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;

    private Listener(HttpServer server) {
        this.server = server;
    }

    public static Listener start(int port, HttpHandler handler, ServingThreads threads) {
        // The server's own thread is a daemon when the thread that starts it is one.
        CompletableFuture<HttpServer> started = new CompletableFuture<>();
        ServingThreads.daemon(() -> started.completeAsync(() -> open(port, handler, threads), Runnable::run))
                .start();
        try {
            return new Listener(started.join());
        } catch (CompletionException e) {
            throw new LocalServiceException(
                    "cannot listen on 127.0.0.1:" + port + ": " + e.getCause().getMessage()
                            + "; the port must be free, 0 takes a free one",
                    e.getCause());
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer open(int port, HttpHandler handler, ServingThreads threads) {
        try {
            HttpServer server =
                    create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            server.setExecutor(threads);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * Header and body leave in two packets, and the second would wait 40 ms for the client's acknowledgement of the first. The
     * server reads this property once, when the first one in the JVM is made; what the surrounding program set stays. Idle
     * connections are kept for 30 s by default, so nothing is set for them.
     */
    private static synchronized HttpServer create(InetSocketAddress address) throws IOException {
        if (System.getProperty(NO_DELAY) != null) {
            return HttpServer.create(address, BACKLOG);
        }
        System.setProperty(NO_DELAY, "true");
        try {
            return HttpServer.create(address, BACKLOG);
        } finally {
            System.clearProperty(NO_DELAY);
        }
    }
}
