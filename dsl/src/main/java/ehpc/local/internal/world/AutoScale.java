package ehpc.local.internal.world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of auto scaling, by the names of SetAutoScaleConfig. Settings that a request left out have their documented default and are
 * missing here. Immutable.
 *
 * @param cluster the settings of the cluster
 * @param queues the settings of its queues, by the name of the queue
 */
public record AutoScale(Map<String, Object> cluster, Map<String, Map<String, Object>> queues) {

    /** A part that has never changed is missing in a file. */
    public AutoScale {
        cluster = cluster == null ? Map.of() : cluster;
        queues = queues == null ? Map.of() : queues;
    }

    static AutoScale none() {
        return new AutoScale(null, null);
    }

    /** Returns the settings of a queue; empty if none were set. */
    public Map<String, Object> queue(String name) {
        return queues.getOrDefault(name, Map.of());
    }

    /** Returns these settings of the cluster, and of queues; other queues keep theirs. */
    public AutoScale changed(Map<String, Object> ofCluster, Map<String, Map<String, Object>> ofQueues) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>(queues);
        all.putAll(ofQueues);
        return new AutoScale(ofCluster, all);
    }
}
