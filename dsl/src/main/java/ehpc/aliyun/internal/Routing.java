package ehpc.aliyun.internal;

import ehpc.api.Catalogue;
import ehpc.api.Regions;
import ehpc.api.Request;
import ehpc.text.Nearest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the endpoint of a request, without the network: SDK Core's location service is not used. */
public final class Routing {

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9_-]+");

    private final AccountSettings settings;

    public Routing(AccountSettings settings) {
        this.settings = settings;
    }

    /**
     * The destination of a request.
     *
     * @param endpoint the endpoint
     * @param region the region of the request
     */
    record Route(Endpoint endpoint, Optional<String> region) {}

    /** Uses the request's own region, else its RegionId, else the region of the transport. */
    Route of(Request request) {
        return to(request.region()
                .or(() -> Optional.ofNullable(request.parameters().get("RegionId"))
                        .map(Object::toString))
                .or(this::region));
    }

    private Route to(Optional<String> region) {
        region.filter(id -> !REGION.matcher(id).matches()).ifPresent(id -> {
            throw new IllegalArgumentException("unknown region '" + id + "'");
        });
        if (settings.endpoint().isPresent()) {
            return new Route(settings.endpoint().get(), region);
        }
        String id = region.orElseThrow(() -> new IllegalArgumentException(
                "no region; set ALIBABA_CLOUD_REGION_ID, or region_id of the profile in " + CliConfig.FILE));
        return new Route(Endpoint.of(host(id)), region);
    }

    /**
     * Returns the host of a region: from the catalogue's table, or by its rule for a plausible region that is not in the table yet. A
     * misspelt region must not become a host name, because the owner of that name would receive signed requests.
     */
    private String host(String region) {
        Catalogue catalogue = settings.catalogue();
        String host = (settings.vpc() ? catalogue.vpcEndpoints() : catalogue.endpoints()).get(region);
        if (host != null) {
            return host;
        }
        Regions regions = catalogue.regions();
        if (regions.plausible(region)) {
            return catalogue.endpointByRule(region, settings.vpc());
        }
        throw new IllegalArgumentException(
                "unknown region '" + region + "'" + Nearest.hintOrAll(region, regions.known()));
    }

    /**
     * Returns the URL for requests of a region; empty without a region, unless an endpoint is set.
     *
     * @throws IllegalArgumentException if the region is invalid
     */
    public Optional<String> endpoint(Optional<String> region) {
        boolean known = settings.endpoint().isPresent() || region.isPresent();
        return known ? Optional.of(to(region).endpoint().url()) : Optional.empty();
    }

    /** Returns the transport's region: that of the program, else that of the environment, else that of the profile. */
    public Optional<String> region() {
        return settings.region()
                .or(() -> settings.variable("ALIBABA_CLOUD_REGION_ID"))
                .or(this::profileRegion);
    }

    private Optional<String> profileRegion() {
        if (settings.key().isPresent() || settings.isTrue("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) {
            return Optional.empty();
        }
        CliConfig config = CliConfig.read(settings.home());
        return config.region(settings.selectedProfile().orElse(config.defaultProfile()));
    }

    /** Refuses a region without an endpoint. */
    void check() {
        if (settings.endpoint().isEmpty()) {
            settings.region().ifPresent(this::host);
        }
    }
}
