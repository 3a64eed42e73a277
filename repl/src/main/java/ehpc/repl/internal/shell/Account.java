package ehpc.repl.internal.shell;

import ehpc.EhpcClient;
import ehpc.Region;
import ehpc.api.Transport;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.repl.internal.connect.PendingConnection;
import ehpc.repl.internal.failure.UsageException;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The current account of a shell, opened in the background. Thread-safe. */
public final class Account implements AutoCloseable {

    private static final String LOCAL = "local";
    private static final String DEFAULT = "default";

    private final ConnectionOptions first;
    private ConnectionOptions options;
    private PendingConnection opening;
    private Optional<String> chosenRegion = Optional.empty();
    private UnaryOperator<Transport> decorator = UnaryOperator.identity();

    /** Begins to open an account. */
    Account(ConnectionOptions options) {
        this.first = options;
        this.options = options;
        this.opening = PendingConnection.start(options);
    }

    /** Returns the options of the account. */
    public synchronized ConnectionOptions options() {
        return options;
    }

    /** Returns the options of the account at the start of the shell. */
    public ConnectionOptions first() {
        return first;
    }

    /** Returns whether it is the local service. */
    public boolean isLocal() {
        return options().local().isPresent();
    }

    /** Returns its name in prompt and banner: {@code local} or its profile. */
    public String name() {
        ConnectionOptions now = options();
        return now.local().isPresent()
                ? LOCAL
                : now.profile()
                        .or(() -> environment(now, "ALIBABA_CLOUD_PROFILE"))
                        .orElse(DEFAULT);
    }

    private static Optional<String> environment(ConnectionOptions options, String name) {
        return Optional.ofNullable(options.environment().get(name)).filter(value -> !value.isBlank());
    }

    /** Returns the region if it is known without waiting. */
    public Optional<String> region() {
        synchronized (this) {
            if (chosenRegion.isPresent()) {
                return chosenRegion;
            }
        }
        return opening()
                .ready()
                .map(Connection::ehpc)
                .filter(EhpcClient::hasRegion)
                .map(EhpcClient::region)
                .or(() -> options().region())
                .or(() -> isLocal() ? Optional.of(Connection.LOCAL_REGION) : Optional.empty());
    }

    private synchronized PendingConnection opening() {
        return opening;
    }

    /**
     * Returns the connection; waits until it is open.
     *
     * @throws RuntimeException if it cannot be opened; the message gives the reason
     */
    public Connection connection() {
        return opening().connection();
    }

    /** Returns the account and region; waits until it is open. */
    public EhpcClient ehpc() {
        Connection connection = connection();
        Optional<String> region;
        UnaryOperator<Transport> current;
        synchronized (this) {
            region = chosenRegion;
            current = decorator;
        }
        EhpcClient ehpc = connection.through(current).ehpc();
        return region.map(ehpc::withRegion).orElse(ehpc);
    }

    /** Sets the decorator of the transport; it receives each attempt of a request. */
    public synchronized void through(UnaryOperator<Transport> other) {
        decorator = other;
    }

    /**
     * Checks that the service of the account has a region.
     *
     * @throws UsageException if it does not exist; the message lists the nearest one, or all
     */
    public void check(String region) {
        if (isLocal()) {
            List<String> known =
                    connection().ehpc().regions().stream().map(Region::id).toList();
            if (!known.contains(region)) {
                throw new UsageException(
                        "the local service has no region '" + region + "'" + Nearest.hintOrAll(region, known));
            }
        }
    }

    /**
     * Selects another region of the same account.
     *
     * @throws ehpc.api.InputException if the region does not exist
     */
    public void region(String id) {
        connection().ehpc().withRegion(id);
        synchronized (this) {
            chosenRegion = Optional.of(id);
        }
    }

    /** Switches to another account as soon as it is open; closes the former one, with its local service. */
    public void change(ConnectionOptions other) {
        PendingConnection next = PendingConnection.start(other);
        try {
            next.connection();
        } catch (RuntimeException e) {
            next.close();
            throw e;
        }
        PendingConnection before;
        synchronized (this) {
            before = opening;
            opening = next;
            options = other;
            chosenRegion = Optional.empty();
        }
        before.close();
    }

    @Override
    public void close() {
        opening().close();
    }
}
