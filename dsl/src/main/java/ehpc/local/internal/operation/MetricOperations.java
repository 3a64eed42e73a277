package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.local.internal.metric.Aggregation;
import ehpc.local.internal.metric.Measurement;
import ehpc.local.internal.metric.Measurement.Scope;
import ehpc.local.internal.metric.Monitor;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measurements of the real processes of nodes. Each request measures once, and lists earlier measurements, too. */
final class MetricOperations {

    private static final Set<String> CATEGORIES = Set.of("cpu", "memory");

    private final World world;
    private final Monitor monitor;

    MetricOperations(World world, Monitor monitor) {
        this.world = world;
        this.monitor = monitor;
    }

    Map<String, Handler> handlers() {
        return Map.of("GetCloudMetricLogs", this::logs);
    }

    private Map<String, ?> logs(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        Scope scope = scope(call);
        Map<String, Object> filter = filter(call);
        long from = Long.parseLong(call.text("From"));
        long to = Long.parseLong(call.text("To"));
        if (to < from) {
            throw call.invalid("To must be at least From (" + from + "), is " + to);
        }
        List<Measurement> found = monitor.measured(cluster, from, to).stream()
                .filter(one -> one.scope() == scope)
                .filter(one -> filter.getOrDefault("InstanceId", one.nodeId()).equals(one.nodeId()))
                .filter(one -> filter.getOrDefault("Hostname", one.hostName()).equals(one.hostName()))
                .toList();
        Set<String> categories = categories(call);
        List<AnswerFields> all = new ArrayList<>(joined(call, found, from).stream()
                .map(one -> rendered(one, categories))
                .toList());
        if (call.flag("Reverse", false)) {
            Collections.reverse(all);
        }
        return Map.of("MetricLogs", AnswerFields.wrapped("MetricLog", all));
    }

    private static List<Measurement> joined(Call call, List<Measurement> found, long from) {
        return call.optional("AggregationType")
                .map(type -> Aggregation.of(type).of(found, from, call.number("AggregationInterval", 1)))
                .orElse(found);
    }

    private static Set<String> categories(Call call) {
        return call.optional("MetricCategories")
                .map(text -> Set.copyOf(List.of(text.split(","))))
                .orElse(CATEGORIES);
    }

    private static AnswerFields rendered(Measurement one, Set<String> categories) {
        return AnswerFields.of("DiskDevice", "")
                .and("Hostname", one.hostName())
                .and("InstanceId", one.nodeId())
                .and("MetricData", Json.text(one.data(categories)))
                .and("NetworkInterface", "")
                .and("Time", one.time());
    }

    /** Nodes have no network and no disks of their own. */
    private static Scope scope(Call call) {
        return switch (call.optional("MetricScope").orElse("machine")) {
            case "machine" -> Scope.MACHINE;
            case "process" -> Scope.PROCESS;
            default ->
                throw call.invalid(
                        "MetricScope must be machine or process in the local service, is " + call.text("MetricScope"));
        };
    }

    private static Map<String, Object> filter(Call call) {
        Map<String, Object> filter =
                call.parameters().get("Filter") instanceof Map<?, ?> given ? ParameterValues.named(given) : Map.of();
        if (filter.containsKey("NetworkInterface") || filter.containsKey("DiskDevice")) {
            throw call.invalid("Filter must be InstanceId or Hostname in the local service, is " + filter.keySet());
        }
        return filter;
    }
}
