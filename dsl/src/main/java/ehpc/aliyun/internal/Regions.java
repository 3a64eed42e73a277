package ehpc.aliyun.internal;

import ehpc.api.Catalogue;
import ehpc.api.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The host of a region: from the catalogue's table, or by its rule when the region is likely one that the table does not know
 * yet. A misspelt region must not become a host name, since whoever owns that name would be sent signed requests.
 */
final class Regions {

    private static final Pattern FORM = Pattern.compile("([a-z]{2})-([a-z]+(?:-[a-z]+)*)((?:-\\d{1,2})?(?:-[a-z]+)?)");

    private final Catalogue catalogue;
    private final boolean vpc;
    private final Map<String, String> table;
    private final Set<String> known;

    Regions(Catalogue catalogue, boolean vpc) {
        this.catalogue = catalogue;
        this.vpc = vpc;
        this.table = vpc ? catalogue.vpcEndpoints() : catalogue.endpoints();
        this.known = new TreeSet<>(catalogue.endpoints().keySet());
        this.known.addAll(catalogue.vpcEndpoints().keySet());
    }

    /**
     * The host for a region.
     *
     * @throws IllegalArgumentException when the region is not plausible; it names the nearest known one
     */
    String host(String region) {
        String host = table.get(region);
        if (host != null) {
            return host;
        }
        if (known.contains(region) || plausible(region)) {
            return catalogue.endpointByRule(region, vpc);
        }
        throw new IllegalArgumentException(
                "region must be one of the service, is '" + region + "'" + Nearest.hintOrAll(region, known));
    }

    /** Whether a region has a region's form and is not a misspelling of one of the same part of the world. */
    private boolean plausible(String region) {
        Matcher form = FORM.matcher(region);
        if (!form.matches()) {
            return false;
        }
        String area = form.group(1);
        String place = form.group(2);
        List<String> places = known.stream().flatMap(id -> placeIn(area, id)).toList();
        return places.contains(place) || Nearest.to(place, places).isEmpty();
    }

    private static Stream<String> placeIn(String area, String id) {
        Matcher form = FORM.matcher(id);
        return form.matches() && form.group(1).equals(area) ? Stream.of(form.group(2)) : Stream.empty();
    }
}
