package ehpc.aliyun;

import ehpc.aliyun.internal.AccountSettings;
import ehpc.aliyun.internal.Endpoint;
import ehpc.aliyun.internal.Routing;
import ehpc.aliyun.internal.Sender;
import ehpc.aliyun.internal.Timeouts;
import ehpc.api.ApiException;
import ehpc.api.Catalogue;
import ehpc.api.ErrorCategory;
import ehpc.api.RateGovernor;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests to the service, signed by SDK Core. Thread-safe; sends at most 64 requests to one host at the same time, further ones
 * wait.
 *
 * <pre>{@code
 * try (var transport = AliyunTransport.builder().region("cn-hangzhou").build()) {
 *     var regions = transport.send(Catalogue.ehpc().operation("ListRegions").request());
 * }
 * }</pre>
 *
 * <p>Credentials come from the usual sources, in the order of SDK Core: an access key given to the builder, Java system properties
 * ({@code alibabacloud.accessKeyId} and so on), environment variables ({@code ALIBABA_CLOUD_ACCESS_KEY_ID} and so on), an OIDC role set in
 * the environment, the aliyun command line's {@code ~/.aliyun/config.json}, the SDKs' {@code ~/.alibabacloud/credentials.ini}, the RAM role
 * of the ECS instance, and the address in {@code ALIBABA_CLOUD_CREDENTIALS_URI}. If a profile is set by {@link Builder#profile} or
 * {@code ALIBABA_CLOUD_PROFILE}, only files count. Files are read, never written. {@link #identity()} returns the source in use.
 *
 * <p>A request goes to the endpoint of its region in the catalogue's table, always over HTTPS; only an endpoint on this machine may be
 * plain HTTP. {@code HTTPS_PROXY} and {@code NO_PROXY} apply, except to this machine. Redirects are not followed, and nothing is sent
 * twice.
 */
public final class AliyunTransport implements Transport {

    private static final InetSocketAddress METADATA = new InetSocketAddress("100.100.100.200", 80);

    private final AccountSettings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Sender sender;

    private AliyunTransport(AccountSettings settings) {
        this.settings = settings;
    }

    /** Returns a builder with the defaults: environment and home directory of the process, 10 s to connect, 60 s to read. */
    public static Builder builder() {
        return new Builder();
    }

    private synchronized Sender sender() {
        if (sender == null) {
            sender = new Sender(settings, METADATA);
        }
        return sender;
    }

    /**
     * Sends a request once.
     *
     * @throws ApiException if the service refused; if the request never left this machine (no usable credentials, no known endpoint, no
     *     address, no connection, no TLS); or if the answer was lost (timed out, interrupted, truncated or not JSON)
     */
    @Override
    public Response send(Request request) {
        if (closed.getCount() == 0) {
            throw ApiException.unreachable(request.operation(), ErrorCategory.CLOSED, "the transport is closed", null)
                    .of(request);
        }
        try {
            return sender().send(request);
        } catch (ApiException e) {
            throw e.of(request);
        }
    }

    /**
     * Returns the governor of all calls of this process to the request's endpoint with the same access key, whichever transport sends them.
     * Looks for credentials. Empty once this transport is closed.
     *
     * @throws ApiException if the request has no known endpoint, or there are no usable credentials
     */
    @Override
    public Optional<RateGovernor> governor(Request request) {
        try {
            return closed.getCount() == 0 ? Optional.empty() : Optional.of(sender().governor(request));
        } catch (ApiException e) {
            throw e.of(request);
        }
    }

    /** Returns the default region; empty if none is set. Makes no call. */
    public Optional<String> region() {
        return new Routing(settings).region();
    }

    /**
     * Returns the endpoint of a region, such as {@code https://ehpc.cn-hangzhou.aliyuncs.com}. Makes no call.
     *
     * @param region the region; empty for requests without one, which have an endpoint only if one is set
     * @throws IllegalArgumentException if the region is invalid
     */
    public Optional<String> endpoint(Optional<String> region) {
        return new Routing(settings).endpoint(region);
    }

    /**
     * Returns the identity that signs requests. Checks every source of credentials, and loads those of the first match: credentials of a
     * role come from the token or metadata service.
     */
    public Identity identity() {
        return sender().identity();
    }

    /**
     * Loads and initializes the classes for the first request, some tenths of a second of work, without network access. For an idle thread
     * during the start of a program; only affects the time of the first request.
     */
    public void warmUp() {
        sender().warmUp();
    }

    /** Pauses; closing the transport ends the pause at once. */
    @Override
    public void pause(Duration time) throws InterruptedException {
        closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Closes every connection. Waiting callers continue at once: requests in progress are lost, later ones are refused. */
    @Override
    public void close() {
        closed.countDown();
        Sender last;
        synchronized (this) {
            last = sender;
        }
        if (last != null) {
            last.close();
        }
    }

    /** Collects settings, all of them optional. Not thread-safe. */
    public static final class Builder {

        private Catalogue catalogue;
        private String region;
        private String profile;
        private Endpoint endpoint;
        private boolean vpc;
        private Map<String, String> environment;
        private Path home;
        private AccountSettings.Key key;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(60);

        private Builder() {}

        /** Sets the product, its version and its endpoints; {@link Catalogue#ehpc()} by default. */
        public Builder catalogue(Catalogue value) {
            this.catalogue = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets the region of requests without one, such as {@code cn-hangzhou}. By default {@code ALIBABA_CLOUD_REGION_ID}, or
         * {@code region_id} of the profile in {@code ~/.aliyun/config.json}.
         */
        public Builder region(String value) {
            this.region = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets the profile whose credentials are used exclusively. By default {@code ALIBABA_CLOUD_PROFILE}, or the current one of
         * {@code ~/.aliyun/config.json} if no earlier source has credentials.
         */
        public Builder profile(String value) {
            this.profile = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets one endpoint for all requests, in place of those of the regions.
         *
         * @throws IllegalArgumentException if it is not an HTTPS URL of a host; plain HTTP is for this machine alone
         */
        public Builder endpoint(URI value) {
            return endpoint(value.toString());
        }

        /**
         * Sets one endpoint for all requests, in place of those of the regions: a host, {@code host:port} or URL. The default scheme is
         * HTTPS, or HTTP for this machine.
         *
         * @throws IllegalArgumentException if it is invalid; plain HTTP is for this machine alone
         */
        public Builder endpoint(String value) {
            this.endpoint = Endpoint.parse(value);
            return this;
        }

        /** Sets whether to use the VPC endpoints of the regions; false by default. */
        public Builder vpc(boolean value) {
            this.vpc = value;
            return this;
        }

        /** Sets the environment variables; those of the process by default. */
        public Builder environment(Map<String, String> value) {
            // Groovy callers may pass GStrings.
            Map<String, String> copy = new HashMap<>();
            for (Map.Entry<?, ?> entry : value.entrySet()) {
                copy.put(entry.getKey().toString(), entry.getValue().toString());
            }
            this.environment = copy;
            return this;
        }

        /** Sets the directory that contains {@code .aliyun} and {@code .alibabacloud}; the user's home directory by default. */
        public Builder home(Path value) {
            this.home = Objects.requireNonNull(value);
            return this;
        }

        /** Sets an access key that precedes all other credentials, such as the local service's. */
        public Builder accessKey(String id, String secret) {
            this.key = new AccountSettings.Key(Objects.requireNonNull(id), Objects.requireNonNull(secret));
            return this;
        }

        /**
         * Sets the timeout for a connection, for TLS and for a proxy, each; 10 s by default.
         *
         * @throws IllegalArgumentException if it is shorter than 1 ms or longer than 24 days
         */
        public Builder connectTimeout(Duration value) {
            this.connectTimeout = Timeouts.checked("connect timeout", value);
            return this;
        }

        /**
         * Sets the timeout for the answer, and for each part of it; 60 s by default.
         *
         * @throws IllegalArgumentException if it is shorter than 1 ms or longer than 24 days
         */
        public Builder readTimeout(Duration value) {
            this.readTimeout = Timeouts.checked("read timeout", value);
            return this;
        }

        /**
         * Returns a transport, without reading credentials or opening a connection.
         *
         * @throws IllegalArgumentException if the region is invalid; the message suggests the nearest known one
         */
        public AliyunTransport build() {
            var settings = new AccountSettings(
                    catalogue == null ? Catalogue.ehpc() : catalogue,
                    Optional.ofNullable(region),
                    Optional.ofNullable(profile),
                    Optional.ofNullable(endpoint),
                    vpc,
                    environment == null ? System.getenv() : environment,
                    home == null ? Path.of(System.getProperty("user.home")) : home,
                    Optional.ofNullable(key),
                    new Timeouts(connectTimeout, readTimeout));
            settings.check();
            return new AliyunTransport(settings);
        }
    }
}
