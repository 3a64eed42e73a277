package ehpc.local.internal.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All clusters of one state, with their nodes. Immutable. */
final class Inventory {

    private record Key(Founding founding, Membership membership) {

        static Key of(ClusterState state) {
            return new Key(state.founding(), state.membership());
        }

        /** Compares the objects, because the lists may be long, and a state keeps what does not change. */
        boolean same(Key other) {
            return other != null && founding == other.founding && membership == other.membership;
        }
    }

    private final List<Cluster> list;
    private final Map<String, Cluster> byId;
    private final Map<String, Key> keys;

    private Inventory(List<Cluster> list, Map<String, Key> keys) {
        this.list = List.copyOf(list);
        this.byId = list.stream().collect(Collectors.toUnmodifiableMap(Cluster::id, Function.identity()));
        this.keys = keys;
    }

    static Inventory none() {
        return new Inventory(List.of(), Map.of());
    }

    /** Returns the clusters of a state; those that have not changed are taken from here. */
    Inventory of(State state, Blueprint blueprint) {
        List<String> ids = ids(state);
        Map<String, Key> next = ids.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), id -> Key.of(state.cluster(id))));
        if (next.size() == keys.size()
                && next.entrySet().stream().allMatch(one -> one.getValue().same(keys.get(one.getKey())))) {
            return this;
        }
        List<Cluster> all = ids.stream()
                .map(id -> next.get(id).same(keys.get(id)) ? byId.get(id) : cluster(id, next.get(id), blueprint))
                .toList();
        return new Inventory(all, next);
    }

    private static List<String> ids(State state) {
        List<String> ids = new ArrayList<>(Blueprint.IDS);
        state.clusters().entrySet().stream()
                .filter(one -> one.getValue().founding() != null && !Blueprint.IDS.contains(one.getKey()))
                .sorted(Comparator.comparing(one -> one.getValue().founding().nth()))
                .map(Map.Entry::getKey)
                .forEach(ids::add);
        ids.removeAll(state.ledger().released().keySet());
        return ids;
    }

    private static Cluster cluster(String id, Key key, Blueprint blueprint) {
        Founding founding = key.founding() == null ? Blueprint.founding(id) : key.founding();
        return new Cluster(id, founding, blueprint.nodes(id, key.membership()));
    }

    List<Cluster> list() {
        return list;
    }

    Optional<Cluster> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the cluster of a node. */
    Optional<Cluster> ofNode(String nodeId) {
        for (Cluster cluster : list) {
            if (cluster.has(nodeId)) {
                return Optional.of(cluster);
            }
        }
        return Optional.empty();
    }
}
