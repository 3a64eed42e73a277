package ehpc.local.internal.world;

import ehpc.local.internal.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The clusters, nodes and images of a service, with their state. Thread-safe; each change is on disk when its method returns. */
public final class World {

    /** The region of the initial clusters, and of a request that names none. */
    public static final String REGION = "cn-hangzhou";

    /** The id of the account. */
    public static final String ACCOUNT = "1000000000000001";

    private static final List<String> ON_PREMISES_USERS = List.of("alice", "bob", "carol");

    private final Blueprint blueprint;
    private final Clock clock;
    private final StateFile file;
    private volatile Present present;

    /** A state with its clusters: a reader that takes both from one of these never sees a node without its status. */
    private record Present(State state, Inventory inventory) {

        String status(Cluster cluster) {
            return inventory.find(cluster.id()).isPresent() ? state.status(cluster) : Lifecycle.GONE;
        }

        String status(Node node) {
            return inventory.ofNode(node.id()).isPresent() ? state.status(node) : Lifecycle.GONE;
        }
    }

    /** Reads the state from the directory, or creates a new one. */
    public World(Path directory, int computeNodes, Clock clock) {
        this.blueprint = new Blueprint(computeNodes);
        this.clock = clock;
        file = new StateFile(directory.resolve("world.json"));
        State read = file.read(blueprint);
        present = new Present(read, Inventory.none().of(read, blueprint));
    }

    /** Returns the clusters of all regions, in the order of their creation. */
    public List<Cluster> clusters() {
        return present.inventory().list();
    }

    /** Returns the clusters of a region, in the order of their creation. */
    public List<Cluster> clusters(String region) {
        return clusters().stream().filter(c -> c.region().equals(region)).toList();
    }

    /** Returns a cluster, of any region. */
    public Cluster cluster(String id) {
        return find(id).orElseThrow(() -> noCluster("there is no cluster " + id));
    }

    /** Returns a cluster, of any region; empty if there is none. */
    public Optional<Cluster> find(String id) {
        return present.inventory().find(id);
    }

    /** Returns a cluster; refuses a cluster of another region. */
    public Cluster cluster(String id, String region) {
        Cluster cluster = cluster(id);
        if (!cluster.region().equals(region)) {
            throw noCluster("cluster " + id + " is in region " + cluster.region() + ", not in " + region);
        }
        return cluster;
    }

    /** Returns the cluster of a node. */
    public Optional<Cluster> clusterOf(String nodeId) {
        return present.inventory().ofNode(nodeId);
    }

    /** Returns the cluster; refuses one that is not running. */
    public Cluster running(Cluster cluster) {
        return running(cluster, "InvalidClusterStatus");
    }

    /** Returns the cluster; refuses one that is not running with this code, for operations that do not document the usual one. */
    public Cluster running(Cluster cluster, String code) {
        if (!status(cluster).equals(State.RUNNING)) {
            throw new Refusal(403, code, "cluster " + cluster.id() + " must be running, is " + status(cluster));
        }
        return cluster;
    }

    /** Returns the cluster; refuses one without a running manager. */
    public Cluster managed(Cluster cluster) {
        if (cluster.nodes("Manager").stream().noneMatch(this::running)) {
            throw new Refusal(
                    404, "ManagerNotFound", "a manager node of cluster " + cluster.id() + " must be running, none is");
        }
        return cluster;
    }

    /** Returns the status of a cluster; {@code gone} after it has been deleted. */
    public String status(Cluster cluster) {
        return present.status(cluster);
    }

    /** Returns the status of a node; {@code gone} after it has left its cluster. */
    public String status(Node node) {
        return present.status(node);
    }

    /** Returns the numbers of nodes with a role by status, without those that are running. */
    public Map<String, Integer> notRunning(Cluster cluster, String role) {
        Map<String, Integer> counts = new TreeMap<>();
        state().nodeStatus()
                .forEach((id, status) -> cluster.node(id)
                        .filter(node -> node.is(role))
                        .ifPresent(node -> counts.merge(status, 1, Integer::sum)));
        return counts;
    }

    public boolean running(Node node) {
        return status(node).equals(State.RUNNING);
    }

    public List<PostScript> postScripts(Cluster cluster) {
        return state().postScripts().getOrDefault(cluster.id(), List.of());
    }

    public Users users(Cluster cluster) {
        return state().cluster(cluster.id()).users();
    }

    /** Creates the role of a service; returns false if it exists. */
    public synchronized boolean addRole(String serviceName) {
        if (state().roles().contains(serviceName)) {
            return false;
        }
        change(s -> s.withRole(serviceName));
        return true;
    }

    public void setStatus(Cluster cluster, String status) {
        change(s -> s.withClusterStatus(cluster.id(), status));
    }

    public void setStatus(Node node, String status) {
        change(s -> s.withNodeStatus(List.of(node.id()), status));
    }

    /** Adds a compute node, which is running. */
    public void addNode(Cluster cluster) {
        together(change -> {
            change.add(cluster, change.naming(cluster).compute(1, "compute", "", now(), Map.of()));
            return null;
        });
    }

    public void setPostScripts(Cluster cluster, List<PostScript> scripts) {
        change(s -> s.withPostScripts(cluster.id(), scripts));
    }

    /** Changes the users of a cluster; a refusal in the change leaves them as they are. */
    public void changeUsers(Cluster cluster, UnaryOperator<Users> change) {
        change(s -> s.withCluster(cluster.id(), c -> c.withUsers(change.apply(c.users()))));
    }

    public Queues queues(Cluster cluster) {
        return state().cluster(cluster.id()).queues();
    }

    /** Changes the queues of a cluster; a refusal in the change leaves them as they are. */
    public void changeQueues(Cluster cluster, UnaryOperator<Queues> change) {
        change(s -> s.withCluster(cluster.id(), c -> c.withQueues(change.apply(c.queues()))));
    }

    /** Returns the tags of a cluster, sorted by key. */
    public Map<String, String> tags(Cluster cluster) {
        return Collections.unmodifiableMap(state().cluster(cluster.id()).tags());
    }

    /** Changes the tags of clusters. */
    public void changeTags(List<Cluster> changed, Consumer<Map<String, String>> change) {
        change(s -> {
            State next = s;
            for (Cluster cluster : changed) {
                Map<String, String> tags = new TreeMap<>(s.cluster(cluster.id()).tags());
                change.accept(tags);
                next = next.withCluster(cluster.id(), c -> c.withTags(tags));
            }
            return next;
        });
    }

    public Attributes attributes(Cluster cluster) {
        return attributes(cluster, state().cluster(cluster.id()));
    }

    public void changeAttributes(Cluster cluster, UnaryOperator<Attributes> change) {
        change(s -> s.withCluster(cluster.id(), c -> c.withAttributes(change.apply(attributes(cluster, c)))));
    }

    private static Attributes attributes(Cluster cluster, ClusterState in) {
        return in.attributes() == null ? Attributes.of(cluster) : in.attributes();
    }

    public Facilities facilities(Cluster cluster) {
        return state().cluster(cluster.id()).facilities();
    }

    /** Changes the facilities of a cluster; a refusal in the change leaves them as they are. */
    public void changeFacilities(Cluster cluster, UnaryOperator<Facilities> change) {
        change(s -> s.withCluster(cluster.id(), c -> c.withFacilities(change.apply(c.facilities()))));
    }

    /** Copies the on-premises users to the cluster; does nothing for a cluster that is completely in the cloud. */
    public void syncUsers(Cluster cluster) {
        if (cluster.hybrid()) {
            changeUsers(cluster, users -> users.withOnPremises(ON_PREMISES_USERS, now()));
        }
    }

    /** Returns the time of the service's clock, in seconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Makes changes that become visible together, and returns what they return. */
    public synchronized <T> T together(Function<WorldChange, T> changes) {
        State before = state();
        WorldChange change = new WorldChange(before, present.inventory(), blueprint);
        T result = changes.apply(change);
        if (change.state() != before) {
            change(s -> change.state());
        }
        return result;
    }

    /** Returns the tasks of a cluster, the newest first. */
    public List<ClusterTask> tasks(String clusterId) {
        List<ClusterTask> tasks = new ArrayList<>(state().ledger().tasks().stream()
                .filter(task -> task.clusterId().equals(clusterId))
                .toList());
        Collections.reverse(tasks);
        return tasks;
    }

    /** Returns the tasks that have not ended. */
    public List<ClusterTask> runningTasks() {
        return state().ledger().tasks().stream().filter(task -> !task.ended()).toList();
    }

    /** Returns whether a cluster of this id was in the region, and has been deleted. */
    public boolean released(String clusterId, String region) {
        return region.equals(state().ledger().released().get(clusterId));
    }

    private State state() {
        return present.state();
    }

    private synchronized void change(UnaryOperator<State> change) {
        State changed = change.apply(state());
        file.write(changed);
        present = new Present(changed, present.inventory().of(changed, blueprint));
    }

    private Refusal noCluster(String message) {
        String known = String.join(", ", clusters().stream().map(Cluster::id).toList());
        return new Refusal(404, "ClusterNotFound", message + "; known: " + known);
    }
}
