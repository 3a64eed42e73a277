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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The HTTP server: loopback only, many requests at once, its threads keep no JVM alive. */
public final class Listener implements AutoCloseable {

    private static final int AT_ONCE = 128;
    private static final int BACKLOG = 1024;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService workers;

    private Listener(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    public static Listener start(int port, HttpHandler handler) {
        ExecutorService workers = workers();
        // The server's own thread is a daemon when the thread that starts it is one.
        CompletableFuture<HttpServer> started = new CompletableFuture<>();
        daemon(() -> started.completeAsync(() -> open(port, handler, workers), Runnable::run))
                .start();
        try {
            return new Listener(started.join(), workers);
        } catch (CompletionException e) {
            workers.shutdownNow();
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
        workers.shutdownNow();
    }

    private static HttpServer open(int port, HttpHandler handler, ExecutorService workers) {
        try {
            HttpServer server =
                    create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            server.setExecutor(workers);
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

    private static ExecutorService workers() {
        var workers = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Listener::daemon);
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-local-http");
        thread.setDaemon(true);
        return thread;
    }
}
