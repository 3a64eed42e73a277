package ehpc.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a local service is to be. Immutable: each {@code with...} method answers a changed copy.
 *
 * <pre>{@code
 * LocalOptions.defaults().withPort(18080).withComputeNodes(200)
 * }</pre>
 */
public final class LocalOptions {

    /** Most compute nodes of the demo cluster: {@value}. */
    public static final int MAX_COMPUTE_NODES = 10_000;

    private int port;
    private int computeNodes = 4;
    private ExecutionMode execution = ExecutionMode.AUTO;
    private Path dataDirectory;
    private Clock clock = Clock.systemUTC();
    private String accessKeyId = "local";
    private String accessKeySecret = "local-secret";
    private Consumer<String> requestLog = line -> {};
    private Faults faults = Faults.none();
    private boolean idsAsText;

    private LocalOptions() {}

    private LocalOptions(LocalOptions from) {
        port = from.port;
        computeNodes = from.computeNodes;
        execution = from.execution;
        dataDirectory = from.dataDirectory;
        clock = from.clock;
        accessKeyId = from.accessKeyId;
        accessKeySecret = from.accessKeySecret;
        requestLog = from.requestLog;
        faults = from.faults;
        idsAsText = from.idsAsText;
    }

    /**
     * Returns a free port, 4 compute nodes, the strongest isolation that works here, nothing kept on disk, the system's clock, key id
     * {@code local} with secret {@code local-secret}, no request log, no faults.
     */
    public static LocalOptions defaults() {
        return new LocalOptions();
    }

    /**
     * Returns the port to listen on.
     *
     * @param port 0 to 65535; 0 takes a free one
     * @throws IllegalArgumentException if it is out of range
     */
    public LocalOptions withPort(int port) {
        return changed(o -> o.port = inRange("port", port, 0, 65_535));
    }

    /**
     * Returns the number of compute nodes of the cluster {@code ehpc-hz-localdemo1}.
     *
     * @param computeNodes 1 to {@value #MAX_COMPUTE_NODES}
     * @throws IllegalArgumentException if it is out of range
     */
    public LocalOptions withComputeNodes(int computeNodes) {
        return changed(o -> o.computeNodes = inRange("computeNodes", computeNodes, 1, MAX_COMPUTE_NODES));
    }

    /** How commands run; default {@link ExecutionMode#AUTO}. */
    public LocalOptions withExecution(ExecutionMode execution) {
        return changed(o -> o.execution = Objects.requireNonNull(execution, "execution"));
    }

    /**
     * Returns a directory that keeps the world: post scripts, roles, users, the state of nodes, commands and their results, the files of
     * the nodes. It is made when it is not there, and belongs to one running service at a time. Without one, a temporary directory is used
     * and removed at the end.
     */
    public LocalOptions withDataDirectory(Path dataDirectory) {
        return changed(o -> o.dataDirectory = Objects.requireNonNull(dataDirectory, "dataDirectory"));
    }

    /** Returns the clock that judges the time stamps of requests; default the system's. */
    public LocalOptions withClock(Clock clock) {
        return changed(o -> o.clock = Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Returns the one access key that the service knows.
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
     * Takes one line per request: time, method, action, HTTP status, error code or {@code OK}, milliseconds, request id. Never a
     * key, a signature or a parameter. Called by the threads that answer requests, before the answer leaves.
     */
    public LocalOptions withRequestLog(Consumer<String> requestLog) {
        return changed(o -> o.requestLog = Objects.requireNonNull(requestLog, "requestLog"));
    }

    /** What goes wrong on purpose from the first request on; default nothing. {@link LocalService#inject} changes it later. */
    public LocalOptions withFaults(Faults faults) {
        return changed(o -> o.faults = Objects.requireNonNull(faults, "faults"));
    }

    /**
     * Returns whether InvokeShellCommand answers its node ids as one JSON text inside the list, a form that has been documented beside the
     * plain list; default false.
     */
    public LocalOptions withIdsAsText(boolean idsAsText) {
        return changed(o -> o.idsAsText = idsAsText);
    }

    /** Returns the port to listen on, 0 for a free one. */
    public int port() {
        return port;
    }

    /** Returns the number of compute nodes of the demo cluster. */
    public int computeNodes() {
        return computeNodes;
    }

    /** How commands run. */
    public ExecutionMode execution() {
        return execution;
    }

    /** Returns the directory that keeps the world; empty when nothing is kept. */
    public Optional<Path> dataDirectory() {
        return Optional.ofNullable(dataDirectory);
    }

    /** Returns the clock that judges the time stamps of requests. */
    public Clock clock() {
        return clock;
    }

    /** Returns the id of the one access key. */
    public String accessKeyId() {
        return accessKeyId;
    }

    /** Returns the secret of the one access key. */
    public String accessKeySecret() {
        return accessKeySecret;
    }

    /** Takes one line per request. */
    public Consumer<String> requestLog() {
        return requestLog;
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** Returns whether InvokeShellCommand answers its node ids as one JSON text inside the list. */
    public boolean idsAsText() {
        return idsAsText;
    }

    /** Returns everything but the secret. */
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
            throw new IllegalArgumentException(name + " must be some text, is " + (value == null ? "null" : "blank"));
        }
        return value;
    }
}
