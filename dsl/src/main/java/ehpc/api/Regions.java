package ehpc.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The regions that a catalogue knows, and whether a name that it does not know can be one. Alibaba Cloud opens regions that no table
 * lists yet, therefore a name is not refused for being unknown, but for being close to a known one. Immutable, safe for use by several
 * threads.
 */
public final class Regions {

    private static final Pattern FORM = Pattern.compile("([a-z]{2})-([a-z]+(?:-[a-z]+)*)((?:-\\d{1,2})?(?:-[a-z]+)?)");

    private final Set<String> known;

    Regions(Catalogue catalogue) {
        Set<String> ids = new TreeSet<>(catalogue.endpoints().keySet());
        ids.addAll(catalogue.vpcEndpoints().keySet());
        this.known = Collections.unmodifiableSet(ids);
    }

    /** The ids of all regions with an endpoint, public or inside a VPC, sorted. */
    public Set<String> known() {
        return known;
    }

    /** Whether an id is a known one, or has a region's form and is no misspelling of one in the same part of the world. */
    public boolean plausible(String id) {
        if (known.contains(id)) {
            return true;
        }
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            return false;
        }
        String area = form.group(1);
        String place = form.group(2);
        List<String> places =
                known.stream().flatMap(other -> placeIn(area, other)).toList();
        return places.contains(place) || Nearest.to(place, places).isEmpty();
    }

    /** The known region that a misspelt id most likely means; empty for a plausible id, and for one that is near none. */
    public Optional<String> meantBy(String id) {
        return plausible(id) ? Optional.empty() : Nearest.to(id, known);
    }

    private static Stream<String> placeIn(String area, String id) {
        Matcher form = FORM.matcher(id);
        return form.matches() && form.group(1).equals(area) ? Stream.of(form.group(2)) : Stream.empty();
    }
}
