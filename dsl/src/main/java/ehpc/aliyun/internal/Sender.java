package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import ehpc.aliyun.Identity;
import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.Operation;
import ehpc.api.RateGovernor;
import ehpc.api.Request;
import ehpc.api.Response;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Sends the requests of a transport. SDK Core is loaded with the first use. */
public final class Sender implements AutoCloseable {

    private final AccountSettings settings;
    private final Routing routing;
    private final CredentialChain chain;
    private final Governors governors = new Governors();
    private HttpExchange wire;
    private boolean closed;

    /**
     * Creates a sender, without network access.
     *
     * @param metadata the address of the metadata service of ECS instances
     */
    public Sender(AccountSettings settings, InetSocketAddress metadata) {
        this.settings = settings;
        this.routing = new Routing(settings);
        this.chain =
                new CredentialChain(new Sources(settings, new Providers(this::wire, settings), metadata), settings);
    }

    private synchronized HttpExchange wire() {
        if (wire == null) {
            wire = new HttpExchange(settings.timeouts(), settings.environment());
            if (closed) {
                wire.close();
            }
        }
        return wire;
    }

    /**
     * Returns the governor of the request's endpoint and access key.
     *
     * @throws ApiException if the request cannot be sent
     */
    public RateGovernor governor(Request request) {
        Endpoint endpoint = route(request).endpoint();
        return governors.of(endpoint, credentials(request.operation()).getAccessKeyId());
    }

    /** Sends a request once and reads its answer. */
    public Response send(Request request) {
        Operation operation = request.operation();
        Routing.Route route = route(request);
        AlibabaCloudCredentials credentials = credentials(operation);
        Outgoing call = Signing.sign(settings.catalogue(), request, route.endpoint(), route.region(), credentials);
        Secrets secrets = Secrets.of(request, call, credentials.getAccessKeySecret(), token(credentials));
        try {
            return new HttpAnswerReader(operation, call, secrets).read(wire().exchange(call));
        } catch (ExchangeFailed e) {
            throw new ExchangeFailures(wire(), call.endpoint()).of(operation, e, secrets);
        }
    }

    private Routing.Route route(Request request) {
        Routing.Route route = read(request, ErrorCategory.ENDPOINT, () -> routing.of(request));
        read(request, ErrorCategory.PROXY_SETTINGS, () -> Proxy.from(settings.environment(), route.endpoint()));
        return route;
    }

    private static <T> T read(Request request, ErrorCategory category, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw ApiException.unreachable(request.operation(), category, e.getMessage(), null);
        }
    }

    private AlibabaCloudCredentials credentials(Operation operation) {
        try {
            return chain.credentials();
        } catch (NoCredentials e) {
            ErrorCategory category = Thread.currentThread().isInterrupted() ? ErrorCategory.INTERRUPTED : e.category();
            throw ApiException.unreachable(operation, category, e.getMessage(), null);
        }
    }

    private static String token(AlibabaCloudCredentials credentials) {
        return credentials instanceof BasicSessionCredentials session ? session.getSessionToken() : null;
    }

    /** Returns the identity that signs requests. */
    public Identity identity() {
        return chain.identity(routing.region());
    }

    /** Loads and initializes the classes for the first request, without network access. */
    public void warmUp() {
        Signing.warmUp(settings.catalogue());
        wire().prepare(settings.endpoint().map(Endpoint::secure).orElse(true));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (wire != null) {
            wire.close();
        }
    }
}
