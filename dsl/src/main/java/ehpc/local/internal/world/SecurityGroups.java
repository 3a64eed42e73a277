package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The security groups that a cluster joined after its creation. Immutable.
 *
 * @param added their ids, in the order of joining
 * @param tokens the security group by the client token of the request that added it, which a repeated request has, too
 */
public record SecurityGroups(List<String> added, Map<String, String> tokens) {

    /** A part that has never changed is missing in a file. */
    public SecurityGroups {
        added = added == null ? List.of() : List.copyOf(added);
        tokens = tokens == null ? Map.of() : tokens;
    }

    static SecurityGroups none() {
        return new SecurityGroups(null, null);
    }

    public SecurityGroups with(String id, Optional<String> token) {
        List<String> changed = new ArrayList<>(added);
        changed.add(id);
        Map<String, String> known = new TreeMap<>(tokens);
        token.ifPresent(text -> known.put(text, id));
        return new SecurityGroups(changed, known);
    }

    public SecurityGroups without(String id) {
        return new SecurityGroups(added.stream().filter(one -> !one.equals(id)).toList(), tokens);
    }
}
