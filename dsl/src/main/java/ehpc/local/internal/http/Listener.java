package ehpc.local.internal.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import ehpc.local.LocalServiceException;
import ehpc.local.internal.port.Relay;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The HTTP server, on the loopback interface only. Its threads do not keep the JVM alive. */
public final class Listener implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;

    private Listener(HttpServer server) {
        this.server = server;
    }

    /** Starts the server, on a free port. */
    public static Listener start(HttpHandler handler, ServingThreads threads) {
        // The server's own thread is a daemon only if it is started by one.
        CompletableFuture<HttpServer> started = new CompletableFuture<>();
        ServingThreads.daemon(() -> started.completeAsync(() -> open(handler, threads), Runnable::run))
                .start();
        try {
            return new Listener(started.join());
        } catch (CompletionException e) {
            throw new LocalServiceException(
                    "cannot listen on 127.0.0.1: " + e.getCause().getMessage(), e.getCause());
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer open(HttpHandler handler, ServingThreads threads) {
        try {
            HttpServer server = create(Relay.loopback(0));
            server.setExecutor(threads);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /**
     * Header and body are sent in two packets; without this property, the second one would wait 40 ms for the client's acknowledgement. The
     * server reads the property once per JVM, and a value set by the program is kept. The default of 30 s for idle connections is kept,
     * too.
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
