package ehpc.local.internal.metric;

import ehpc.local.internal.exec.NodeProcess;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Profiling;
import ehpc.local.internal.world.Profiling.Sample;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A profiling that takes samples. Thread-safe. */
final class RunningProfiling {

    private final Cluster cluster;
    private final Profiling profiling;
    private final NodeProcess first;
    private final List<Sample> samples = new CopyOnWriteArrayList<>(List.of(new Sample(0, 0, 0)));

    RunningProfiling(Cluster cluster, Profiling profiling, NodeProcess first) {
        this.cluster = cluster;
        this.profiling = profiling;
        this.first = first;
    }

    Cluster cluster() {
        return cluster;
    }

    Profiling profiling() {
        return profiling;
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Returns whether it is about this process. A later process may have the same id; it is younger. */
    boolean of(NodeProcess process) {
        return process.machineId() == first.machineId() && process.age().compareTo(first.age()) >= 0;
    }

    void add(NodeProcess now) {
        samples.add(new Sample(
                now.age().minus(first.age()).toMillis(),
                now.user().minus(first.user()).toMillis(),
                now.system().minus(first.system()).toMillis()));
    }

    boolean complete() {
        return samples.get(samples.size() - 1).at() >= profiling.seconds() * 1000L;
    }
}
