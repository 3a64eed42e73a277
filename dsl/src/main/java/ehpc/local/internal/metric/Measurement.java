package ehpc.local.internal.metric;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The measured values of a node or a process at one time.
 *
 * @param time seconds since the epoch
 * @param scope what was measured
 * @param process the process id on the node; 0 for a node
 * @param program the program of the process; empty for a node
 * @param values values by name
 */
public record Measurement(
        long time,
        String nodeId,
        String hostName,
        Scope scope,
        long process,
        String program,
        Map<Metric, Double> values) {

    /** What can be measured. */
    public enum Scope {
        /** A node as a whole. */
        MACHINE,
        /** A process of a node. */
        PROCESS
    }

    Measurement at(long changedTime, Map<Metric, Double> changedValues) {
        return new Measurement(changedTime, nodeId, hostName, scope, process, program, changedValues);
    }

    /** Returns the values by their names in answers, of one category or of all. */
    public Map<String, Object> data(Set<String> categories) {
        String prefix = scope.name().toLowerCase(Locale.ROOT) + "|";
        Map<String, Object> data = new LinkedHashMap<>();
        if (scope == Scope.PROCESS) {
            data.put(prefix + "pid", process);
            data.put(prefix + "name", program);
        }
        values.forEach((metric, value) -> {
            if (categories.contains(metric.category())) {
                data.put(prefix + metric.wire(), Math.round(value * 100) / 100.0);
            }
        });
        return data;
    }
}
