package ehpc.aliyun;

import ehpc.aliyun.internal.AccountSettings;
import ehpc.aliyun.internal.Endpoint;
import ehpc.aliyun.internal.Routing;
import ehpc.aliyun.internal.Sender;
import ehpc.aliyun.internal.Timeouts;
import ehpc.api.ApiException;
import ehpc.api.Catalogue;
import ehpc.api.ErrorCategory;
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
 * Sends requests to the service, signed by SDK Core. Safe for use by several threads; up to 64 requests to one host are under
 * way at the same time, further ones wait for their turn.
 *
 * <pre>{@code
 * try (var transport = AliyunTransport.builder().region("cn-hangzhou").build()) {
 *     var regions = transport.send(Catalogue.ehpc().operation("ListRegions").request());
 * }
 * }</pre>
 *
 * <p>Credentials are those that people already have, looked for in SDK Core's own order: an access key handed to the builder,
 * Java system properties ({@code alibabacloud.accessKeyId} and so on), environment variables
 * ({@code ALIBABA_CLOUD_ACCESS_KEY_ID} and so on), an OIDC role named by the environment, the aliyun command line's
 * {@code ~/.aliyun/config.json}, the SDKs' {@code ~/.alibabacloud/credentials.ini}, the RAM role of the ECS instance, and the
 * address in {@code ALIBABA_CLOUD_CREDENTIALS_URI}. A profile that is named, by {@link Builder#profile} or
 * {@code ALIBABA_CLOUD_PROFILE}, rules out all that is not a file. Files are read, never written. {@link #identity()} tells
 * which one it is.
 *
 * <p>A request goes to the endpoint of its region in the catalogue's table, always over HTTPS; only an endpoint on this machine
 * may be plain HTTP. {@code HTTPS_PROXY} and {@code NO_PROXY} are heeded, but for this machine. No redirect is followed and
 * nothing is sent twice.
 */
public final class AliyunTransport implements Transport {

    private static final InetSocketAddress METADATA = new InetSocketAddress("100.100.100.200", 80);

    private final AccountSettings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Sender sender;

    private AliyunTransport(AccountSettings settings) {
        this.settings = settings;
    }

    /** Returns a builder with the defaults: real environment, real home directory, 10 s to connect, 60 s to read. */
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

    /** Returns the region that a request goes to when it names none itself; empty when none is set. Asks nobody. */
    public Optional<String> region() {
        return new Routing(settings).region();
    }

    /**
     * Where requests of a region go, such as {@code https://ehpc.cn-hangzhou.aliyuncs.com}. Asks nobody.
     *
     * @param region the region; empty for requests that name none, where only an endpoint that was set is known
     * @throws IllegalArgumentException if the region is invalid
     */
    public Optional<String> endpoint(Optional<String> region) {
        return new Routing(settings).endpoint(region);
    }

    /**
     * Who requests are signed as. Looks at every place where credentials may lie, and fetches those of the winner: a role's come
     * from the token or metadata service.
     */
    public Identity identity() {
        return sender().identity();
    }

    /**
     * Loads and initialises what a first request needs, some tenths of a second of work, without a network. For a thread that
     * has nothing else to do while a program starts; leaving it out changes nothing but the time of the first request.
     */
    public void warmUp() {
        sender().warmUp();
    }

    /** Lets time pass; closing ends it at once. */
    @Override
    public void pause(Duration time) throws InterruptedException {
        closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Closes every connection. Whoever waits for an answer goes on at once: requests under way are lost, later ones are refused. */
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

    /** Collects settings. Each may be left out; not safe for use by several threads. */
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

        /** Returns the product, its version and its endpoints; {@link Catalogue#ehpc()} by default. */
        public Builder catalogue(Catalogue value) {
            this.catalogue = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Returns the region of requests that name none, such as {@code cn-hangzhou}. By default {@code ALIBABA_CLOUD_REGION_ID}, or
         * {@code region_id} of the profile in {@code ~/.aliyun/config.json}.
         */
        public Builder region(String value) {
            this.region = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Returns the profile whose credentials are to be used, and no others. By default {@code ALIBABA_CLOUD_PROFILE}, or the current one
         * of {@code ~/.aliyun/config.json} when no earlier place has credentials.
         */
        public Builder profile(String value) {
            this.profile = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Where to send every request, in place of its region's endpoint.
         *
         * @throws IllegalArgumentException if it is not an HTTPS URL of a host; plain HTTP is for this machine alone
         */
        public Builder endpoint(URI value) {
            return endpoint(value.toString());
        }

        /**
         * Where to send every request, in place of its region's endpoint: a host, {@code host:port} or URL. Without a scheme it is HTTPS,
         * and plain HTTP for this machine.
         *
         * @throws IllegalArgumentException if it is invalid; plain HTTP is for this machine alone
         */
        public Builder endpoint(String value) {
            this.endpoint = Endpoint.parse(value);
            return this;
        }

        /** Returns whether to use the regions' endpoints inside their VPCs; false by default. */
        public Builder vpc(boolean value) {
            this.vpc = value;
            return this;
        }

        /** Environment variables by name; those of the process by default. */
        public Builder environment(Map<String, String> value) {
            // Texts of a Groovy caller may be its own kind of text.
            Map<String, String> copy = new HashMap<>();
            for (Map.Entry<?, ?> entry : value.entrySet()) {
                copy.put(entry.getKey().toString(), entry.getValue().toString());
            }
            this.environment = copy;
            return this;
        }

        /** Returns the directory that holds {@code .aliyun} and {@code .alibabacloud}; the user's home directory by default. */
        public Builder home(Path value) {
            this.home = Objects.requireNonNull(value);
            return this;
        }

        /** Returns an access key to use before all others, such as the local service's. */
        public Builder accessKey(String id, String secret) {
            this.key = new AccountSettings.Key(Objects.requireNonNull(id), Objects.requireNonNull(secret));
            return this;
        }

        /**
         * Returns how long to wait for a connection, for TLS and for a proxy, each; 10 s by default.
         *
         * @throws IllegalArgumentException if it is shorter than 1 ms or longer than 24 days
         */
        public Builder connectTimeout(Duration value) {
            this.connectTimeout = Timeouts.checked("connect timeout", value);
            return this;
        }

        /**
         * Returns how long to wait for the answer, and for each next piece of it; 60 s by default.
         *
         * @throws IllegalArgumentException if it is shorter than 1 ms or longer than 24 days
         */
        public Builder readTimeout(Duration value) {
            this.readTimeout = Timeouts.checked("read timeout", value);
            return this;
        }

        /**
         * Returns a transport that has not looked at credentials yet and has no connection.
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
