package ehpc.local.internal.world;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Changes of the world that become visible, and reach the disk, together; none of them does after an exception. Its reads include the
 * changes so far. Not thread-safe.
 */
public final class WorldChange {

    private final Blueprint blueprint;
    private State state;
    private Inventory inventory;

    WorldChange(State state, Inventory inventory, Blueprint blueprint) {
        this.state = state;
        this.inventory = inventory;
        this.blueprint = blueprint;
    }

    State state() {
        return state;
    }

    public Optional<Cluster> find(String clusterId) {
        inventory = inventory.of(state, blueprint);
        return inventory.find(clusterId);
    }

    public Cluster cluster(String clusterId) {
        return find(clusterId).orElseThrow();
    }

    public int clusters() {
        inventory = inventory.of(state, blueprint);
        return inventory.list().size();
    }

    public String status(Cluster cluster) {
        return state.status(cluster);
    }

    public String status(Node node) {
        return state.status(node);
    }

    public Queues queues(Cluster cluster) {
        return state.cluster(cluster.id()).queues();
    }

    /** Returns the tasks of a cluster that have not ended. */
    public List<ClusterTask> running(String clusterId) {
        return state.ledger().tasks().stream()
                .filter(task -> !task.ended() && task.clusterId().equals(clusterId))
                .toList();
    }

    /** Creates a cluster without nodes, and returns it. */
    public Cluster create(Function<Integer, Founding> founding) {
        int nth = state.ledger().created() + 1;
        Founding founded = founding.apply(nth);
        String id = Ids.cluster(founded.region(), nth);
        state = state.withLedger(l -> l.withCreated(nth)).withCluster(id, cluster -> cluster.withFounding(founded));
        return cluster(id);
    }

    /** Returns what names the new nodes of a cluster. */
    public NewNodes naming(Cluster cluster) {
        return NewNodes.of(cluster(cluster.id()), state.cluster(cluster.id()).membership());
    }

    public void add(Cluster cluster, Collection<Node> nodes) {
        state = state.withNodes(cluster.id(), nodes);
    }

    public void remove(Cluster cluster, Collection<Node> nodes) {
        state = state.withoutNodes(cluster.id(), nodes);
    }

    public void remove(Cluster cluster) {
        state = state.withoutCluster(cluster);
    }

    public void setStatus(Cluster cluster, String status) {
        state = state.withClusterStatus(cluster.id(), status);
    }

    public void setStatus(Collection<Node> nodes, String status) {
        state = state.withNodeStatus(nodes.stream().map(Node::id).toList(), status);
    }

    public void setPostScripts(Cluster cluster, List<PostScript> scripts) {
        state = state.withPostScripts(cluster.id(), scripts);
    }

    public void setQueues(Cluster cluster, Queues queues) {
        state = state.withCluster(cluster.id(), c -> c.withQueues(queues));
    }

    public void setTags(Cluster cluster, Map<String, String> tags) {
        state = state.withCluster(cluster.id(), c -> c.withTags(tags));
    }

    public void setAttributes(Cluster cluster, Attributes attributes) {
        state = state.withCluster(cluster.id(), c -> c.withAttributes(attributes));
    }

    /** Changes what the request that created a cluster said. */
    public void setSettings(Cluster cluster, Map<String, String> changed) {
        state = state.withCluster(
                cluster.id(), c -> c.withFounding(cluster.founding().with(changed)));
    }

    /** Forgets the users, the queues with their nodes, and the settings of automatic scaling. */
    public void clear(Cluster cluster) {
        state = state.withCluster(
                cluster.id(),
                c -> c.withUsers(Users.none())
                        .withQueues(Queues.initial())
                        .withFacilities(c.facilities().withAutoScale(AutoScale.none())));
    }

    /** Returns a task, which exists. */
    public ClusterTask task(String id) {
        return state.ledger().tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Adds a task, or replaces that with its id. */
    public void put(ClusterTask task) {
        state = state.withLedger(ledger -> ledger.withTask(task));
    }

    public Optional<Remembered> remembered(String token) {
        return Optional.ofNullable(state.ledger().answers().get(token));
    }

    public void remember(String token, Remembered answer) {
        state = state.withLedger(ledger -> ledger.withAnswer(token, answer));
    }

    /** Returns the instances that belong to no cluster, by id. They are stopped. */
    public Map<String, Node> kept() {
        return state.ledger().kept();
    }

    public void keep(Collection<Node> instances) {
        Map<String, Node> changed = new TreeMap<>(state.ledger().kept());
        instances.forEach(node -> changed.put(node.id(), node));
        state = state.withLedger(ledger -> ledger.withKept(changed));
    }

    public void forget(Collection<String> ids) {
        Map<String, Node> changed = new TreeMap<>(state.ledger().kept());
        changed.keySet().removeAll(ids);
        state = state.withLedger(ledger -> ledger.withKept(changed));
    }

    /** Returns an instance as a node of a cluster: the same machine, with another address and other settings. */
    public static Node joined(Node instance, Node place, Instant added) {
        return new Node(instance.id(), place.hostName(), place.roles(), place.ip(), false, added, place.settings());
    }
}
