package ehpc.local.internal.world;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The constant facts of a cluster, apart from its nodes; also their form on disk. Immutable.
 *
 * @param nth the number of the cluster in the order of creation
 * @param hybrid whether its accounts and some nodes are outside the cloud
 * @param settings what the request that created it said, by the names of its parameters, without passwords
 */
public record Founding(
        int nth,
        String region,
        String name,
        String description,
        boolean hybrid,
        Instant created,
        Map<String, String> settings) {

    /** A cluster without settings has none in a file. */
    public Founding {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    /** Returns the facts with the number of the cluster. */
    public Founding numbered(int number) {
        return new Founding(number, region, name, description, hybrid, created, settings);
    }

    /** Returns the facts with more settings, in place of those of the same names. */
    Founding with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new Founding(nth, region, name, description, hybrid, created, all);
    }
}
