package ehpc.local.internal.metric;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.exec.NodeProcess;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Profiling;
import ehpc.local.internal.world.Profiling.Sample;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the real processes of nodes. Thread-safe. */
public final class Monitor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("ehpc.local");
    private static final long MILLIS_BETWEEN_SAMPLES = 500;

    private final World world;
    private final NodeMachines machines;
    private final Measurements measurements = new Measurements();
    private final Map<String, RunningProfiling> profilings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Monitor::daemon);

    public Monitor(World world, NodeMachines machines) {
        this.world = world;
        this.machines = machines;
    }

    /** Returns the running processes of all nodes; refuses the request if this machine cannot tell. */
    public List<NodeProcess> processes() {
        return machines.processes()
                .orElseThrow(() -> new Refusal(
                        406, "AgentError", "this machine has no /proc, which tells about the processes of nodes"));
    }

    /** Measures the running nodes of a cluster, and returns the measurements of a time. */
    public List<Measurement> measured(Cluster cluster, long from, long to) {
        measurements.measure(
                world.now(), cluster.nodes().stream().filter(world::running).toList(), processes());
        return measurements.between(from, to).stream()
                .filter(one -> cluster.node(one.nodeId()).isPresent())
                .toList();
    }

    /** Samples a process until the end of its profiling, or its own. */
    public void profile(Cluster cluster, Profiling profiling, NodeProcess process) {
        RunningProfiling running = new RunningProfiling(cluster, profiling, process);
        profilings.put(profiling.id(), running);
        timer.schedule(() -> sample(running), MILLIS_BETWEEN_SAMPLES, TimeUnit.MILLISECONDS);
    }

    /** Returns the running profiling of a process. */
    public Optional<Profiling> profiling(NodeProcess process) {
        return profilings.values().stream()
                .filter(one -> one.of(process))
                .findFirst()
                .map(RunningProfiling::profiling);
    }

    /** Returns the samples of a profiling so far. */
    public List<Sample> samples(Profiling profiling) {
        RunningProfiling running = profilings.get(profiling.id());
        return running == null ? profiling.samples() : running.samples();
    }

    private void sample(RunningProfiling running) {
        try {
            next(running);
        } catch (RuntimeException e) {
            // Without this, the timer would drop the failure.
            LOG.log(System.Logger.Level.ERROR, "a profiling failed in the local service", e);
            profilings.remove(running.profiling().id());
        }
    }

    private void next(RunningProfiling running) {
        Optional<NodeProcess> process = machines.processes().orElse(List.of()).stream()
                .filter(running::of)
                .findFirst();
        process.ifPresent(running::add);
        if (process.isPresent() && !running.complete()) {
            timer.schedule(() -> sample(running), MILLIS_BETWEEN_SAMPLES, TimeUnit.MILLISECONDS);
        } else {
            end(running);
        }
    }

    private void end(RunningProfiling running) {
        Profiling ended = running.profiling().with(running.samples());
        // Its cluster may have been deleted meanwhile.
        world.clusters().stream()
                .filter(cluster -> cluster.id().equals(running.cluster().id()))
                .forEach(cluster -> world.changeFacilities(cluster, facilities -> facilities.withChanged(ended)));
        profilings.remove(ended.id());
    }

    /** Keeps the samples that were taken. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        profilings.values().forEach(this::end);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-local-monitor");
        thread.setDaemon(true);
        return thread;
    }
}
