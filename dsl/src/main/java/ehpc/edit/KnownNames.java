package ehpc.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names that only the service or the environment knows, as far as they were fetched: a snapshot. Immutable. */
public final class KnownNames {

    /** No names. */
    public static final KnownNames EMPTY = new KnownNames(Map.of());

    /** What a name can be the name of. */
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

        /** Returns the kind that the facts of a word or of a parameter name, such as {@code node-id}. */
        public static Kind of(String named) {
            return valueOf(named.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Names that a completion would use.
     *
     * @param kind what they name
     * @param cluster the id of the cluster that has them; empty for those that belong to none, and where the cluster is not known
     */
    public record Wanted(Kind kind, Optional<String> cluster) {}

    /**
     * A name.
     *
     * @param text as it is written
     * @param description what it is, in a few words; may be empty
     */
    public record Name(String text, String description) {}

    private final Map<Wanted, List<Name>> names;

    private KnownNames(Map<Wanted, List<Name>> names) {
        this.names = names;
    }

    /**
     * Returns these names and some more; of the same kind and cluster they take the place of those before.
     *
     * @param wanted what they are
     * @param known the names, in the order in which they are offered; none when it is known that there are none
     */
    public KnownNames with(Wanted wanted, Collection<Name> known) {
        Map<Wanted, List<Name>> copy = new LinkedHashMap<>(names);
        copy.put(wanted, List.copyOf(known));
        return new KnownNames(copy);
    }

    /** Returns the names of a kind; empty when they were not fetched. */
    public Optional<List<Name>> find(Wanted wanted) {
        return Optional.ofNullable(names.get(wanted));
    }
}
