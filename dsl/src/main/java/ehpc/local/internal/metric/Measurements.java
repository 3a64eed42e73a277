package ehpc.local.internal.metric;

import ehpc.local.internal.exec.NodeProcess;
import ehpc.local.internal.metric.Measurement.Scope;
import ehpc.local.internal.world.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The measurements of the last hour. They are taken on request only, and end with the service. Thread-safe. */
public final class Measurements {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 100_000;

    private final List<Measurement> all = new ArrayList<>();
    private final Map<Long, NodeProcess> last = new HashMap<>();

    /** Measures nodes. Those of one second are measured once: a later measurement replaces the earlier one. */
    public synchronized void measure(Instant now, List<Node> nodes, List<NodeProcess> processes) {
        long time = now.getEpochSecond();
        List<String> ids = nodes.stream().map(Node::id).toList();
        all.removeIf(one -> one.time() < time - KEPT.toSeconds() || one.time() == time && ids.contains(one.nodeId()));
        Map<String, List<NodeProcess>> byNode = processes.stream().collect(Collectors.groupingBy(NodeProcess::nodeId));
        for (Node node : nodes) {
            Map<Metric, Double> total = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                total.put(metric, 0.0);
            }
            List<Measurement> each = new ArrayList<>();
            for (NodeProcess process : byNode.getOrDefault(node.id(), List.of())) {
                Map<Metric, Double> values = values(process);
                values.forEach((metric, value) -> total.merge(metric, value, Double::sum));
                each.add(new Measurement(
                        time, node.id(), node.hostName(), Scope.PROCESS, process.id(), process.program(), values));
            }
            all.add(new Measurement(time, node.id(), node.hostName(), Scope.MACHINE, 0, "", total));
            all.addAll(each);
        }
        last.values().removeIf(process -> ids.contains(process.nodeId()));
        processes.stream()
                .filter(process -> ids.contains(process.nodeId()))
                .forEach(process -> last.put(process.machineId(), process));
        all.subList(0, Math.max(0, all.size() - MOST)).clear();
    }

    /** Returns the measurements of a time, in the order of their times; both ends are included. */
    public synchronized List<Measurement> between(long from, long to) {
        return all.stream()
                .filter(one -> one.time() >= from && one.time() <= to)
                .toList();
    }

    /** Returns the use of the processor since the last measurement, or since the start of the process. */
    private Map<Metric, Double> values(NodeProcess process) {
        NodeProcess before = last.get(process.machineId());
        boolean known = before != null
                && before.program().equals(process.program())
                && before.age().compareTo(process.age()) < 0;
        Duration user = known ? process.user().minus(before.user()) : process.user();
        Duration system = known ? process.system().minus(before.system()) : process.system();
        Duration time = known ? process.age().minus(before.age()) : process.age();
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.CPUSAGE, percent(user.plus(system), time));
        values.put(Metric.CPUSER, percent(user, time));
        values.put(Metric.CPUSYS, percent(system, time));
        values.put(Metric.MEMUSED, (double) process.residentKibibytes());
        return values;
    }

    private static double percent(Duration used, Duration of) {
        return of.isZero() ? 0 : 100.0 * used.toMillis() / of.toMillis();
    }
}
