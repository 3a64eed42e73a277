package ehpc.local.internal.port;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Relays the connections of the public port to the HTTP server, which listens on a port of its own. The JDK's server shows neither its
 * port nor its connections, and so can neither refuse a connection nor reset one. Thread-safe.
 */
public final class Relay implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("ehpc.local");
    private static final long RETRY_NANOS = 50_000_000;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Selector selector;
    private final PublicPort port;
    private final Map<SocketAddress, RelayedConnection> byServerSide = new ConcurrentHashMap<>();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<InetSocketAddress> server = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private long reopensAt;
    private volatile boolean refusing;
    private volatile boolean closed;

    private Relay(int port) throws IOException {
        this.selector = Selector.open();
        this.port = new PublicPort(port, selector);
    }

    /**
     * Opens the port. Connections wait until {@link #relayTo} names the server.
     *
     * @param port 0 for a free one
     */
    public static Relay open(int port) {
        try {
            return new Relay(port);
        } catch (IOException e) {
            throw new LocalServiceException(
                    "cannot listen on 127.0.0.1:" + port + ": " + e.getMessage() + "; use a free port, or 0 for any",
                    e);
        }
    }

    /** Returns an address of the loopback interface. */
    public static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    /** Returns the address of the public port. */
    public InetSocketAddress address() {
        return port.address();
    }

    /** Begins to relay. */
    public void relayTo(InetSocketAddress httpServer) {
        server.complete(httpServer);
        Thread thread = new Thread(this::run, "ehpc-local-relay");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Decides how a connection ends.
     *
     * @param serverSide its address as the server sees it
     */
    public void end(SocketAddress serverSide, Ending how) {
        RelayedConnection connection = byServerSide.get(serverSide);
        if (connection != null) {
            connection.endBy(how);
        }
    }

    /** Refuses new connections for some time, beginning before this method returns. */
    public void refuse(Duration time) {
        order(() -> {
            reopensAt = System.nanoTime() + (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
            port.shut();
            refusing = true;
        });
    }

    /** Accepts new connections again, beginning before this method returns. */
    public void admit() {
        if (refusing) {
            order(this::reopen);
        }
    }

    /** Returns whether new connections are refused. */
    public boolean isRefusing() {
        return refusing;
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        if (server.isDone()) {
            ended.join();
        } else {
            closeAll();
        }
    }

    /** Work on the port, done in the thread of the relay. */
    @FunctionalInterface
    private interface Order {
        void carryOut() throws IOException;
    }

    private void order(Order order) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        orders.add(() -> {
            try {
                order.carryOut();
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        selector.wakeup();
        CompletableFuture.anyOf(done, ended).join();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(untilReopened());
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                if (refusing && reopensAt - System.nanoTime() <= 0) {
                    tryReopen();
                }
                selector.selectedKeys().forEach(this::ready);
                selector.selectedKeys().clear();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the local service can accept no more connections", e);
        } finally {
            closeAll();
            ended.complete(null);
        }
    }

    /** Returns the milliseconds until connections are accepted again; 0 if they are accepted. */
    private long untilReopened() {
        return refusing ? Math.max(1, (reopensAt - System.nanoTime()) / 1_000_000) : 0;
    }

    private void tryReopen() {
        try {
            reopen();
        } catch (IOException e) {
            reopensAt = System.nanoTime() + RETRY_NANOS;
        }
    }

    private void reopen() throws IOException {
        port.reopen();
        refusing = false;
    }

    private void ready(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.attachment() instanceof RelayedConnection connection) {
            if (!connection.move(key)) {
                byServerSide.remove(connection.serverSide());
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            for (SocketChannel client = port.accept(); client != null; client = port.accept()) {
                connect(client);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the local service could not accept a connection", e);
            // Without a free file descriptor, the connection stays ready to be accepted.
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private void connect(SocketChannel client) throws IOException {
        SocketChannel onward = null;
        try {
            onward = SocketChannel.open(server.join());
            RelayedConnection connection = new RelayedConnection(client, onward, selector);
            byServerSide.put(connection.serverSide(), connection);
        } catch (IOException e) {
            client.close();
            if (onward != null) {
                onward.close();
            }
            throw e;
        }
    }

    private void closeAll() {
        try {
            byServerSide.values().forEach(RelayedConnection::close);
            port.close();
            selector.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the local service could not close its port", e);
        }
    }
}
