package ehpc.local.internal.operation;

import ehpc.local.Transitions;
import ehpc.local.internal.world.Cluster;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The installations of software that run. They are complete when a service stops. Thread-safe. */
final class Installations {

    private record Key(String clusterId, String tag) {}

    /**
     * A running installation.
     *
     * @param looks the number of looks so far
     */
    private record Running(Instant since, int looks) {}

    private final Transitions pace;
    private final Supplier<Instant> clock;
    private final Map<Key, Running> all = new ConcurrentHashMap<>();

    Installations(Transitions pace, Supplier<Instant> clock) {
        this.pace = pace;
        this.clock = clock;
    }

    void start(Cluster cluster, String tag) {
        if (pace.byLooks() || pace.byTime()) {
            all.put(new Key(cluster.id(), tag), new Running(clock.get(), 0));
        }
    }

    /** Counts a look at an installation; returns whether it runs. */
    boolean look(Cluster cluster, String tag) {
        return all.computeIfPresent(
                        new Key(cluster.id(), tag),
                        (key, running) -> pace.byLooks() ? later(running) : unlessComplete(running))
                != null;
    }

    /** Returns whether an installation runs. */
    boolean runs(Cluster cluster, String tag) {
        return all.computeIfPresent(new Key(cluster.id(), tag), (key, running) -> unlessComplete(running)) != null;
    }

    private Running later(Running running) {
        return running.looks() < pace.looks() ? new Running(running.since(), running.looks() + 1) : null;
    }

    private Running unlessComplete(Running running) {
        boolean complete =
                pace.byTime() && !clock.get().isBefore(running.since().plus(pace.time()));
        return complete ? null : running;
    }
}
