package ehpc.local.internal.metric;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** A way to join the measurements of an interval. */
public enum Aggregation {
    /** The sum. */
    SUM(DoubleStream::sum),
    /** The average. */
    AVG(values -> values.average().orElse(0)),
    /** The maximum. */
    MAX(values -> values.max().orElse(0)),
    /** The minimum. */
    MIN(values -> values.min().orElse(0));

    private record Group(long time, String nodeId, Measurement.Scope scope, long process, String program) {}

    private final Function<DoubleStream, Double> joined;

    Aggregation(Function<DoubleStream, Double> joined) {
        this.joined = joined;
    }

    /** Returns the aggregation by its name in requests. */
    public static Aggregation of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Joins the measurements of the same node or process in each interval, whose time is its beginning. */
    public List<Measurement> of(List<Measurement> measurements, long from, int seconds) {
        Map<Group, List<Measurement>> groups = new LinkedHashMap<>();
        for (Measurement one : measurements) {
            long start = one.time() - (one.time() - from) % seconds;
            Group group = new Group(start, one.nodeId(), one.scope(), one.process(), one.program());
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(one);
        }
        return groups.entrySet().stream()
                .map(group -> group.getValue().get(0).at(group.getKey().time(), values(group.getValue())))
                .toList();
    }

    private Map<Metric, Double> values(List<Measurement> group) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            values.put(
                    metric,
                    joined.apply(group.stream().mapToDouble(one -> one.values().get(metric))));
        }
        return values;
    }
}
