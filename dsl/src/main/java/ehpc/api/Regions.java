package ehpc.api;

import ehpc.text.Nearest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The known regions, and a plausibility check for other names. Alibaba Cloud opens regions that no table lists yet, so a name is refused
 * only if it is close to a known one. Immutable and thread-safe.
 */
public final class Regions {

    private static final Pattern FORM = Pattern.compile("([a-z]{2})-([a-z]+(?:-[a-z]+)*)((?:-\\d{1,2})?(?:-[a-z]+)?)");

    private final Set<String> known;

    Regions(Set<String> ofEndpoints, Set<String> ofVpcEndpoints) {
        Set<String> ids = new TreeSet<>(ofEndpoints);
        ids.addAll(ofVpcEndpoints);
        this.known = Collections.unmodifiableSet(ids);
    }

    /** Returns the ids of all regions with a public or VPC endpoint, sorted. */
    public Set<String> known() {
        return known;
    }

    /** Returns whether an id is known, or has the form of a region id and is not a misspelling of one in the same part of the world. */
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

    /** Returns the known region that a misspelt id most likely means; empty if the id is plausible or none is near. */
    public Optional<String> meantBy(String id) {
        return plausible(id) ? Optional.empty() : Nearest.to(id, known);
    }

    private static Stream<String> placeIn(String area, String id) {
        Matcher form = FORM.matcher(id);
        return form.matches() && form.group(1).equals(area) ? Stream.of(form.group(2)) : Stream.empty();
    }
}
