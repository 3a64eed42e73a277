package ehpc.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A snapshot of the fetched names from the service and the environment. Immutable. */
public final class KnownNames {

    /** No names. */
    public static final KnownNames EMPTY = new KnownNames(Map.of());

    /** The kind of object that a name refers to. */
    public enum Kind {
        /** Ids of the region's clusters. */
        CLUSTER,
        /** Host names of a cluster's nodes, in the order in which they are folded. */
        NODE,
        /** Ids of a cluster's nodes. */
        NODE_ID,
        /** Names of a cluster's queues. */
        QUEUE,
        /** Names of a cluster's users. */
        USER,
        /** Ids of the images that can be used. */
        IMAGE,
        /** Ids of regions. */
        REGION,
        /** Names of environment variables. */
        ENVIRONMENT;

        /** Returns the kind by its name in the facts of words and parameters, such as {@code node-id}. */
        public static Kind of(String named) {
            return valueOf(named.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * The names that a completion can use.
     *
     * @param kind their kind
     * @param cluster the id of their cluster; empty for names without a cluster, and if the cluster is unknown
     */
    public record Wanted(Kind kind, Optional<String> cluster) {}

    /**
     * A name.
     *
     * @param text its text
     * @param description a short description; may be empty
     */
    public record Name(String text, String description) {}

    private final Map<Wanted, List<Name>> names;

    private KnownNames(Map<Wanted, List<Name>> names) {
        this.names = names;
    }

    /**
     * Returns these names with further ones, which replace existing ones of the same kind and cluster.
     *
     * @param wanted their kind and cluster
     * @param known the names, in the order of display; empty if none exist
     */
    public KnownNames with(Wanted wanted, Collection<Name> known) {
        Map<Wanted, List<Name>> copy = new LinkedHashMap<>(names);
        copy.put(wanted, List.copyOf(known));
        return new KnownNames(copy);
    }

    /** Returns the names of a kind; empty if they were not fetched. */
    public Optional<List<Name>> find(Wanted wanted) {
        return Optional.ofNullable(names.get(wanted));
    }
}
