package ehpc.local;

import ehpc.local.internal.OpenResources;
import ehpc.local.internal.WorldDirectory;
import ehpc.local.internal.auth.Authentication;
import ehpc.local.internal.command.CommandRegistry;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.http.Gateway;
import ehpc.local.internal.http.Listener;
import ehpc.local.internal.http.RateLimit;
import ehpc.local.internal.http.RequestRecord;
import ehpc.local.internal.http.ServingThreads;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.metric.Monitor;
import ehpc.local.internal.operation.Operations;
import ehpc.local.internal.port.Relay;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.PasswordHash;
import ehpc.local.internal.world.User;
import ehpc.local.internal.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * An E-HPC service on this machine, over HTTP on the loopback interface. Thread-safe.
 *
 * <p>If it is not closed, it ends with the JVM, as do all processes of its nodes; it does not keep the JVM alive.
 */
public final class LocalService implements AutoCloseable {

    private static final Set<String> CLUSTER_STATUSES =
            Set.of("uninit", "creating", "init", "running", "exception", "releasing");

    private final LocalOptions options;
    private final OpenResources opened;
    private final World world;
    private final NodeMachines machines;
    private final CommandRegistry commands;
    private final JobRegistry jobs;
    private final Operations operations;
    private final RequestRecord record;
    private final Gateway gateway;
    private final Relay relay;
    private boolean closed;
    private final Thread atExit = new Thread(this::end, "ehpc-local-exit");

    private LocalService(
            LocalOptions options, OpenResources opened, BiFunction<ExecutionMode, Path, NodeMachines> machinesOf) {
        this.options = options;
        this.opened = opened;
        Path path = opened.add(WorldDirectory.open(options.dataDirectory())).path();
        world = new World(path, options.computeNodes(), options.clock());
        machines = opened.add(machinesOf.apply(options.execution(), path.resolve("nodes")));
        commands = opened.add(new CommandRegistry(path.resolve("commands"), world, machines));
        jobs = opened.add(new JobRegistry(path.resolve("jobs"), world, machines, options.scheduler()));
        var lifecycles =
                opened.add(new Lifecycles(world, commands, jobs, machines, options.clock(), options.transitions()));
        Monitor monitor = opened.add(new Monitor(world, machines));
        operations =
                new Operations(options.catalogue(), world, commands, jobs, lifecycles, monitor, options.idsAsText());
        record = new RequestRecord(options.catalogue(), options.clock(), options.requestLog());
        var authentication = new Authentication(options.accessKeyId(), options.accessKeySecret(), options.clock());
        relay = opened.add(Relay.open(options.port()));
        ServingThreads threads = opened.add(new ServingThreads());
        gateway = new Gateway(
                options.catalogue(),
                authentication,
                RateLimit.of(options.callsPerSecond()),
                operations,
                record,
                known(options.faults()),
                relay,
                threads);
        relay.relayTo(opened.add(Listener.start(gateway, threads)).address());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a service, which is ready when this method returns.
     *
     * @throws IllegalArgumentException if a fault is for an unknown operation
     * @throws LocalServiceException if the port is taken, the data directory cannot be used, or Slurm is requested and cannot run here
     * @throws ExecutionUnavailableException if this machine cannot isolate commands as requested
     */
    public static LocalService start(LocalOptions options) {
        return start(options, NodeMachines::create);
    }

    static LocalService start(LocalOptions options, BiFunction<ExecutionMode, Path, NodeMachines> machinesOf) {
        OpenResources opened = new OpenResources();
        try {
            return new LocalService(options, opened, machinesOf);
        } catch (RuntimeException e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    /** Returns the endpoint: {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + relay.address().getPort());
    }

    /** Returns the id of the only valid access key. */
    public String accessKeyId() {
        return options.accessKeyId();
    }

    /** Returns the secret of the only valid access key. */
    public String accessKeySecret() {
        return options.accessKeySecret();
    }

    /** Returns the isolation of commands, in one line. */
    public String describe() {
        return machines.describe();
    }

    /**
     * Returns the scheduler of jobs, in one line, such as {@code jobs by Slurm}; if the built-in queue takes the place of Slurm, with the
     * reason. A Slurm starts with the first operation on the jobs of a cluster.
     */
    public String describeJobs() {
        return jobs.describe();
    }

    /** Returns the names of the supported operations, sorted; every other one is refused as {@code UnsupportedOperation}. */
    public List<String> operations() {
        return List.copyOf(operations.names());
    }

    /** Returns the last 10,000 requests, oldest first. A request is listed before its answer is sent. */
    public List<ReceivedRequest> requests() {
        return record.all();
    }

    /**
     * Replaces the faults; the new ones begin anew.
     *
     * @throws IllegalArgumentException if a rule is for an unknown operation
     */
    public void inject(Faults faults) {
        gateway.inject(known(faults));
    }

    /**
     * Returns the names of the users of a cluster: those of AddUsers, and those that SyncUsers copied.
     *
     * @throws IllegalArgumentException if the cluster does not exist
     */
    public List<String> users(String clusterId) {
        return world.users(cluster(clusterId)).names();
    }

    /**
     * Returns whether a user has this password. The service keeps a hash only.
     *
     * @return false also if the user does not exist, or SyncUsers copied it, because its password stays in the data center
     * @throws IllegalArgumentException if the cluster does not exist
     */
    public boolean hasPassword(String clusterId, String userName, String password) {
        return world.users(cluster(clusterId))
                .find(userName)
                .map(User::passwordHash)
                .filter(hash -> PasswordHash.matches(hash, password))
                .isPresent();
    }

    /**
     * Returns whether remote visualization of a cluster has this password, which ModifyVisualServicePasswd sets. The service keeps a hash
     * only.
     *
     * @return false also if no password is set
     * @throws IllegalArgumentException if the cluster does not exist
     */
    public boolean hasVisualPassword(String clusterId, String password) {
        return Optional.ofNullable(world.facilities(cluster(clusterId)).visual().passwordHash())
                .filter(hash -> PasswordHash.matches(hash, password))
                .isPresent();
    }

    /**
     * Stops a node: its status becomes {@code stopped} at once, its processes end, and new commands fail without starting there. The
     * operation StopNodes does the same with a task, at the pace of the {@linkplain LocalOptions#transitions transitions}.
     *
     * @throws IllegalArgumentException if the node does not exist
     */
    public void stopNode(String nodeId) {
        commands.down(node(nodeId), "stopped");
    }

    /**
     * Fails a node: like {@link #stopNode}, but its status becomes {@code exception}.
     *
     * @throws IllegalArgumentException if the node does not exist
     */
    public void failNode(String nodeId) {
        commands.down(node(nodeId), "exception");
    }

    /**
     * Starts a node again: its status becomes {@code running} at once. It runs no post scripts, as with the operation StartNodes.
     *
     * @throws IllegalArgumentException if the node does not exist
     */
    public void startNode(String nodeId) {
        world.setStatus(node(nodeId), "running");
    }

    /**
     * Sets the status of a cluster, without a task; it stays until an operation changes it. Commands and changes of users are refused
     * unless it is {@code running}.
     *
     * @param status {@code uninit}, {@code creating}, {@code init}, {@code running}, {@code exception} or {@code releasing}
     * @throws IllegalArgumentException if the cluster or the status does not exist
     */
    public void setClusterStatus(String clusterId, String status) {
        if (!CLUSTER_STATUSES.contains(status)) {
            throw new IllegalArgumentException("status must be one of "
                    + CLUSTER_STATUSES.stream().sorted().toList() + ", is " + status);
        }
        world.setStatus(cluster(clusterId), status);
    }

    /**
     * Stops listening, ends all processes of the nodes and waits for them, and deletes the state unless it has a data directory.
     * Idempotent.
     *
     * @throws IllegalStateException if something could not be removed
     */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is exiting: the shutdown hook runs and finds nothing left to do.
        }
    }

    /** A second caller waits for the first: an exiting JVM must not overtake a close. */
    private synchronized void end() {
        if (!closed) {
            closed = true;
            opened.close();
        }
    }

    private Faults known(Faults faults) {
        faults.rules().forEach(rule -> rule.in(options.catalogue()));
        return faults;
    }

    private Cluster cluster(String clusterId) {
        return world.clusters().stream()
                .filter(c -> c.id().equals(clusterId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cluster '" + clusterId + "' not found"));
    }

    private Node node(String nodeId) {
        return world.clusterOf(nodeId)
                .flatMap(cluster -> cluster.node(nodeId))
                .orElseThrow(() -> new IllegalArgumentException("node '" + nodeId + "' not found"));
    }
}
