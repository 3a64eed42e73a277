package ehpc.local;

import ehpc.api.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Options of a local service. Immutable: each {@code with...} method returns a changed copy.
 *
 * <pre>{@code
 * LocalOptions.defaults().withPort(18080).withComputeNodes(200)
 * }</pre>
 */
public final class LocalOptions {

    /** The maximum number of compute nodes of the demo cluster: {@value}. */
    public static final int MAX_COMPUTE_NODES = 10_000;

    private int port;
    private int computeNodes = 4;
    private ExecutionMode execution = ExecutionMode.AUTO;
    private SchedulerMode scheduler = SchedulerMode.AUTO;
    private Path dataDirectory;
    private Clock clock = Clock.systemUTC();
    private String accessKeyId = "local";
    private String accessKeySecret = "local-secret";
    private Consumer<String> requestLog = line -> {};
    private Faults faults = Faults.none();
    private boolean idsAsText;
    private int callsPerSecond;
    private Transitions transitions = Transitions.timed(Duration.ofMillis(200));
    private Catalogue catalogue = Catalogue.ehpc();

    private LocalOptions() {}

    private LocalOptions(LocalOptions from) {
        port = from.port;
        computeNodes = from.computeNodes;
        execution = from.execution;
        scheduler = from.scheduler;
        dataDirectory = from.dataDirectory;
        clock = from.clock;
        accessKeyId = from.accessKeyId;
        accessKeySecret = from.accessKeySecret;
        requestLog = from.requestLog;
        faults = from.faults;
        idsAsText = from.idsAsText;
        callsPerSecond = from.callsPerSecond;
        transitions = from.transitions;
        catalogue = from.catalogue;
    }

    /**
     * Returns the defaults: a free port, 4 compute nodes, the strongest isolation available, jobs by Slurm if possible, nothing kept on disk,
     * the system clock, key id {@code local} with secret {@code local-secret}, no request log, no faults, transitions of 200 ms.
     */
    public static LocalOptions defaults() {
        return new LocalOptions();
    }

    /**
     * Sets the port.
     *
     * @param port 0 to 65535; 0 for a free one
     * @throws IllegalArgumentException if it is out of range
     */
    public LocalOptions withPort(int port) {
        return changed(o -> o.port = inRange("port", port, 0, 65_535));
    }

    /**
     * Sets the number of compute nodes of the cluster {@code ehpc-hz-localdemo1}.
     *
     * @param computeNodes 1 to {@value #MAX_COMPUTE_NODES}
     * @throws IllegalArgumentException if it is out of range
     */
    public LocalOptions withComputeNodes(int computeNodes) {
        return changed(o -> o.computeNodes = inRange("computeNodes", computeNodes, 1, MAX_COMPUTE_NODES));
    }

    /** Sets the isolation of commands; {@link ExecutionMode#AUTO} by default. */
    public LocalOptions withExecution(ExecutionMode execution) {
        return changed(o -> o.execution = Objects.requireNonNull(execution, "execution"));
    }

    /** Sets the scheduler of jobs; {@link SchedulerMode#AUTO} by default. */
    public LocalOptions withScheduler(SchedulerMode scheduler) {
        return changed(o -> o.scheduler = Objects.requireNonNull(scheduler, "scheduler"));
    }

    /**
     * Sets a directory that keeps the state: clusters, nodes, tasks, users, commands and their results, the files of the nodes.
     * It is created if missing, and used by one running service at a time. By default, a temporary directory is used and deleted at the
     * end.
     */
    public LocalOptions withDataDirectory(Path dataDirectory) {
        return changed(o -> o.dataDirectory = Objects.requireNonNull(dataDirectory, "dataDirectory"));
    }

    /**
     * Sets the clock that checks the time stamps of requests, dates clusters and nodes, and measures {@linkplain Transitions timed
     * transitions}; the system clock by default.
     */
    public LocalOptions withClock(Clock clock) {
        return changed(o -> o.clock = Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Sets the only valid access key.
     *
     * @param id not blank
     * @param secret not blank
     * @throws IllegalArgumentException if one is blank
     */
    public LocalOptions withAccessKey(String id, String secret) {
        return changed(o -> {
            o.accessKeyId = notBlank("access key id", id);
            o.accessKeySecret = notBlank("access key secret", secret);
        });
    }

    /**
     * Sets a consumer of one line per request: time, method, action, HTTP status, error code or {@code OK}, milliseconds, request id,
     * and the names of the faults that were played, if any ({@code faults=latency,lostAnswer}). A line never contains a key, a signature
     * or a parameter. Called by the threads that answer requests, before the answer is sent.
     */
    public LocalOptions withRequestLog(Consumer<String> requestLog) {
        return changed(o -> o.requestLog = Objects.requireNonNull(requestLog, "requestLog"));
    }

    /** Sets the initial faults; none by default. {@link LocalService#inject} replaces them. */
    public LocalOptions withFaults(Faults faults) {
        return changed(o -> o.faults = Objects.requireNonNull(faults, "faults"));
    }

    /**
     * Sets whether InvokeShellCommand returns its node ids as one JSON text inside the list, a documented alternative to the plain list;
     * false by default.
     */
    public LocalOptions withIdsAsText(boolean idsAsText) {
        return changed(o -> o.idsAsText = idsAsText);
    }

    /** Sets the operations of the service; {@link Catalogue#ehpc} by default. Those that it does not list are not emulated. */
    public LocalOptions withCatalogue(Catalogue catalogue) {
        return changed(o -> o.catalogue = Objects.requireNonNull(catalogue, "catalogue"));
    }

    /**
     * Limits the calls in any second; further ones are refused with {@code Throttling.User}, as E-HPC does without stating its limit.
     *
     * @param callsPerSecond 0 to 10,000; 0, the default, for no limit
     * @throws IllegalArgumentException if it is out of range
     */
    public LocalOptions withCallsPerSecond(int callsPerSecond) {
        return changed(o -> o.callsPerSecond = inRange("callsPerSecond", callsPerSecond, 0, 10_000));
    }

    /** Sets the pace of the lifecycles of clusters and nodes; {@code Transitions.timed(Duration.ofMillis(200))} by default. */
    public LocalOptions withTransitions(Transitions transitions) {
        return changed(o -> o.transitions = Objects.requireNonNull(transitions, "transitions"));
    }

    /** Returns the port, 0 for a free one. */
    public int port() {
        return port;
    }

    /** Returns the number of compute nodes of the demo cluster. */
    public int computeNodes() {
        return computeNodes;
    }

    /** Returns the isolation of commands. */
    public ExecutionMode execution() {
        return execution;
    }

    /** Returns the scheduler of jobs. */
    public SchedulerMode scheduler() {
        return scheduler;
    }

    /** Returns the directory that keeps the state; empty if nothing is kept. */
    public Optional<Path> dataDirectory() {
        return Optional.ofNullable(dataDirectory);
    }

    /** Returns the pace of the lifecycles of clusters and nodes. */
    public Transitions transitions() {
        return transitions;
    }

    /** Returns the clock. */
    public Clock clock() {
        return clock;
    }

    /** Returns the id of the only valid access key. */
    public String accessKeyId() {
        return accessKeyId;
    }

    /** Returns the secret of the only valid access key. */
    public String accessKeySecret() {
        return accessKeySecret;
    }

    /** Returns the consumer of request lines. */
    public Consumer<String> requestLog() {
        return requestLog;
    }

    /** Returns the initial faults. */
    public Faults faults() {
        return faults;
    }

    /** Returns the number of calls in any second, 0 for no limit. */
    public int callsPerSecond() {
        return callsPerSecond;
    }

    /** Returns whether InvokeShellCommand returns its node ids as one JSON text inside the list. */
    public boolean idsAsText() {
        return idsAsText;
    }

    /** Returns the operations of the service. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns all options except the secret. */
    @Override
    public String toString() {
        return "LocalOptions[port=" + port + ", computeNodes=" + computeNodes + ", execution=" + execution
                + ", dataDirectory=" + dataDirectory + ", accessKeyId=" + accessKeyId + "]";
    }

    private LocalOptions changed(Consumer<LocalOptions> change) {
        LocalOptions copy = new LocalOptions(this);
        change.accept(copy);
        return copy;
    }

    private static int inRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", is " + value);
        }
        return value;
    }

    private static String notBlank(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    name + " must not be blank, is " + (value == null ? "null" : "'" + value + "'"));
        }
        return value;
    }
}
