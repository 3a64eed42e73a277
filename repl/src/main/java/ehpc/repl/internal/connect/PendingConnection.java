package ehpc.repl.internal.connect;

import ehpc.api.Transport;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * A connection that is opened in the background: the start of a service and the SDK takes about as long as a compilation, so both run at
 * the same time.
 */
public final class PendingConnection implements AutoCloseable {

    private final CompletableFuture<Connection> opening;

    private PendingConnection(CompletableFuture<Connection> opening) {
        this.opening = opening;
    }

    /** Begins to open an account in the background. */
    public static PendingConnection start(ConnectionOptions account) {
        return start(account, UnaryOperator.identity());
    }

    /**
     * Begins to open an account in the background.
     *
     * @param decorator wraps the transport
     */
    public static PendingConnection start(ConnectionOptions account, UnaryOperator<Transport> decorator) {
        return new PendingConnection(
                CompletableFuture.supplyAsync(() -> open(account).through(decorator)));
    }

    private static Connection open(ConnectionOptions account) {
        Connection connection = Connection.open(account);
        connection.warmUp();
        return connection;
    }

    /** Returns the connection; waits until it is open. */
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

    /** Returns the connection if it is already open. */
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
