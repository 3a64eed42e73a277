package ehpc.repl.internal.connect;

import ehpc.api.Transport;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * A connection that is being opened while something else is done: starting a service and the SDK takes about as long as the compiler, so
 * they do not wait for each other.
 */
public final class PendingConnection implements AutoCloseable {

    private final CompletableFuture<Connection> opening;

    private PendingConnection(CompletableFuture<Connection> opening) {
        this.opening = opening;
    }

    /** Begins to open an account, on a thread of its own. */
    public static PendingConnection start(ConnectionOptions account) {
        return start(account, UnaryOperator.identity());
    }

    /**
     * Begins to open an account, on a thread of its own.
     *
     * @param way the transport that requests pass through
     */
    public static PendingConnection start(ConnectionOptions account, UnaryOperator<Transport> way) {
        return new PendingConnection(
                CompletableFuture.supplyAsync(() -> open(account).through(way)));
    }

    private static Connection open(ConnectionOptions account) {
        Connection connection = Connection.open(account);
        connection.warmUp();
        return connection;
    }

    /** Waits until it is open. */
    public Connection connection() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }

    /** Returns the connection, where it is open already. */
    public Optional<Connection> ready() {
        return opening.isDone() && !opening.isCompletedExceptionally() ? Optional.of(opening.join()) : Optional.empty();
    }

    @Override
    public void close() {
        opening.handle((connection, failure) -> connection)
                .thenAccept(PendingConnection::close)
                .join();
    }

    private static void close(Connection connection) {
        if (connection != null) {
            connection.close();
        }
    }
}
