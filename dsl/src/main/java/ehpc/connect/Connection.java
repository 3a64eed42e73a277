package ehpc.connect;

import ehpc.EhpcClient;
import ehpc.aliyun.AliyunTransport;
import ehpc.aliyun.Identity;
import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.Transport;
import ehpc.local.LocalOptions;
import ehpc.local.LocalService;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A connection to an account. Thread-safe. Closing it closes its network connections and, if it started one, the local service with all
 * processes of its nodes.
 *
 * <pre>{@code
 * try (Connection connection = Connection.local()) {
 *     connection.ehpc().cluster("ehpc-hz-localdemo1").nodes();
 * }
 * }</pre>
 */
public final class Connection implements AutoCloseable {

    /** The region of a local service, unless another one is set. */
    public static final String LOCAL_REGION = "cn-hangzhou";

    private final AliyunTransport service;
    private final Optional<LocalService> local;
    private final Transport transport;
    private final Catalogue catalogue;

    private Connection(
            AliyunTransport service, Optional<LocalService> local, Transport transport, Catalogue catalogue) {
        this.service = service;
        this.local = local;
        this.transport = transport;
        this.catalogue = catalogue;
    }

    /** Starts a local service with its defaults, and connects to an account there. */
    public static Connection local() {
        return open(ConnectionOptions.defaults().local(LocalOptions.defaults()));
    }

    /**
     * Connects to an account. Sends nothing yet.
     *
     * @throws InputException if the options contradict each other, or a region is invalid
     * @throws ehpc.api.IncompatibleLibraryException if a library is too old
     * @throws ehpc.local.LocalServiceException if the service on this machine cannot be started
     * @throws ehpc.local.ExecutionUnavailableException if this machine cannot isolate commands as requested
     */
    public static Connection open(ConnectionOptions options) {
        options.catalogue().loaded(); // reports an incompatible library, if any
        try {
            return options.local().isPresent() ? started(options) : remote(options);
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage());
        }
    }

    private static Connection started(ConnectionOptions options) {
        if (options.profile().isPresent() || options.endpoint().isPresent()) {
            throw new InputException("profile and endpoint must not be set for a local service");
        }
        String region = options.region().orElse(LOCAL_REGION);
        LocalService service = LocalService.start(options.local().get().withCatalogue(options.catalogue()));
        try {
            AliyunTransport transport = transport(options, service, region);
            return new Connection(transport, Optional.of(service), transport, options.catalogue());
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private static AliyunTransport transport(ConnectionOptions options, LocalService service, String region) {
        return AliyunTransport.builder()
                .catalogue(options.catalogue())
                .environment(options.environment())
                .home(options.home())
                .region(region)
                .endpoint(service.endpoint())
                .accessKey(service.accessKeyId(), service.accessKeySecret())
                .build();
    }

    private static Connection remote(ConnectionOptions options) {
        AliyunTransport.Builder builder = AliyunTransport.builder()
                .catalogue(options.catalogue())
                .environment(options.environment())
                .home(options.home())
                .vpc(options.vpc());
        options.profile().ifPresent(builder::profile);
        options.region().ifPresent(builder::region);
        options.endpoint().ifPresent(builder::endpoint);
        AliyunTransport transport = builder.build();
        return new Connection(transport, Optional.empty(), transport, options.catalogue());
    }

    /**
     * Returns this connection with a transport in between, which receives every attempt of a request, to log or count them. It is called when
     * it is the request's turn ({@link ehpc.api.RateGovernor}). Closing either connection closes both.
     *
     * @param way wraps the transport to the service
     */
    public Connection through(UnaryOperator<Transport> way) {
        Transport decorated = way.apply(transport);
        return decorated == transport
                ? this
                : new Connection(service, local, new DecoratedTransport(decorated, transport), catalogue);
    }

    /** Returns the account, in its region if one is set; a script may choose its own region. */
    public EhpcClient ehpc() {
        return service.region()
                .map(region -> EhpcClient.create(transport, region))
                .orElseGet(() -> EhpcClient.create(transport))
                .withCatalogue(catalogue);
    }

    /** Returns the transport to the service, without retries. */
    public Transport transport() {
        return transport;
    }

    /** Returns the local service started for this connection. */
    public Optional<LocalService> service() {
        return local;
    }

    /**
     * Returns the endpoint, such as {@code https://ehpc.cn-hangzhou.aliyuncs.com}; empty if neither a region nor an endpoint is set.
     *
     * @throws InputException if the environment or a profile sets an invalid region
     */
    public Optional<String> endpoint() {
        return endpoint(service.region());
    }

    /**
     * Returns the endpoint of a region; the same for all regions if an endpoint is set.
     *
     * @throws InputException if the region is invalid
     */
    public Optional<String> endpoint(String region) {
        return endpoint(Optional.of(region));
    }

    private Optional<String> endpoint(Optional<String> region) {
        try {
            return service.endpoint(region);
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage());
        }
    }

    /** Returns the identity that signs requests; may call the token or metadata service. */
    public Identity identity() {
        return service.identity();
    }

    /** Loads the classes for the first request; for an idle thread during the start of a program. */
    public void warmUp() {
        service.warmUp();
    }

    @Override
    public void close() {
        try {
            service.close();
        } finally {
            local.ifPresent(LocalService::close);
        }
    }
}
