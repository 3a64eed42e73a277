package ehpc.aliyun.internal;

import ehpc.api.Catalogue;
import ehpc.api.Regions;
import ehpc.text.Nearest;
import java.util.Map;

/**
 * The host of a region: from the catalogue's table, or by its rule for a plausible region that is not in the table yet. A misspelt region
 * must not become a host name, because the owner of that name would receive signed requests.
 */
final class RegionHosts {

    private final Catalogue catalogue;
    private final boolean vpc;
    private final Map<String, String> table;

    RegionHosts(Catalogue catalogue, boolean vpc) {
        this.catalogue = catalogue;
        this.vpc = vpc;
        this.table = vpc ? catalogue.vpcEndpoints() : catalogue.endpoints();
    }

    /**
     * Returns the host for a region.
     *
     * @throws IllegalArgumentException if the region is not plausible; the message suggests the nearest known one
     */
    String host(String region) {
        String host = table.get(region);
        if (host != null) {
            return host;
        }
        Regions regions = catalogue.regions();
        if (regions.plausible(region)) {
            return catalogue.endpointByRule(region, vpc);
        }
        throw new IllegalArgumentException(
                "unknown region '" + region + "'" + Nearest.hintOrAll(region, regions.known()));
    }
}
