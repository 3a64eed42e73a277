package ehpc.aliyun.internal;

import ehpc.api.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the endpoint of a request. No address is asked from the network: SDK Core's location service plays no part. */
public final class Routing {

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9_-]+");

    private final AccountSettings settings;
    private RegionHosts hosts;

    public Routing(AccountSettings settings) {
        this.settings = settings;
    }

    /**
     * Where a request goes.
     *
     * @param endpoint the host
     * @param region the region that is named to it
     */
    record Route(Endpoint endpoint, Optional<String> region) {}

    /** Prefers the request's own region, then its RegionId, then the region of the transport. */
    Route of(Request request) {
        return to(request.region()
                .or(() -> Optional.ofNullable(request.parameters().get("RegionId"))
                        .map(Object::toString))
                .or(this::region));
    }

    private Route to(Optional<String> region) {
        region.filter(id -> !REGION.matcher(id).matches()).ifPresent(id -> {
            throw new IllegalArgumentException("region must be one of the service, is '" + id + "'");
        });
        if (settings.endpoint().isPresent()) {
            return new Route(settings.endpoint().get(), region);
        }
        String id = region.orElseThrow(() -> new IllegalArgumentException("a region must be chosen:"
                + " by option, ALIBABA_CLOUD_REGION_ID, or region_id of the profile in " + CliConfig.FILE));
        return new Route(Endpoint.of(host(id)), region);
    }

    private synchronized String host(String region) {
        if (hosts == null) {
            hosts = new RegionHosts(settings.catalogue(), settings.vpc());
        }
        return hosts.host(region);
    }

    /**
     * Returns the URL that requests of a region go to; empty when no region is given and no endpoint set.
     *
     * @throws IllegalArgumentException if the region is invalid
     */
    public Optional<String> endpoint(Optional<String> region) {
        boolean known = settings.endpoint().isPresent() || region.isPresent();
        return known ? Optional.of(to(region).endpoint().url()) : Optional.empty();
    }

    /** Returns the transport's region: the one asked for, that of the environment, or that of the profile. */
    public Optional<String> region() {
        return settings.region()
                .or(() -> settings.variable("ALIBABA_CLOUD_REGION_ID"))
                .or(this::profileRegion);
    }

    private Optional<String> profileRegion() {
        if (settings.key().isPresent() || settings.says("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) {
            return Optional.empty();
        }
        CliConfig config = CliConfig.read(settings.home());
        return config.region(settings.chosenProfile().orElse(config.usual()));
    }

    /** Refuses a region that was asked for and has no endpoint. */
    void check() {
        if (settings.endpoint().isEmpty()) {
            settings.region().ifPresent(this::host);
        }
    }
}
