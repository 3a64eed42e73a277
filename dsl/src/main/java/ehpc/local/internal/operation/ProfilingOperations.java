package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.exec.NodeProcess;
import ehpc.local.internal.metric.Monitor;
import ehpc.local.internal.metric.ProfilingChart;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.Profiling;
import ehpc.local.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Profilings of the real processes of nodes: the time of the processor that they use, without call stacks. */
final class ProfilingOperations {

    private static final int SECONDS = 30;
    private static final int FREQUENCY = 2000;

    private final World world;
    private final Monitor monitor;

    ProfilingOperations(World world, Monitor monitor) {
        this.world = world;
        this.monitor = monitor;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "GetCloudMetricProfiling", this::get,
                "ListCloudMetricProfilings", this::list,
                "RunCloudMetricProfiling", this::run);
    }

    private Map<String, ?> run(Call call) {
        Cluster cluster = running(call);
        Node node = node(call, cluster);
        NodeProcess process = process(call, node);
        Instant now = world.now();
        Profiling profiling = new Profiling(
                id(cluster, process, now),
                node.id(),
                node.hostName(),
                process.id(),
                process.program(),
                call.number("Freq", FREQUENCY),
                call.number("Duration", SECONDS),
                now,
                List.of());
        // All in the change, so that of two requests at the same time one is refused.
        world.changeFacilities(cluster, facilities -> {
            requireNotProfiled(process, node);
            monitor.profile(cluster, profiling, process);
            return facilities.with(profiling);
        });
        return Map.of();
    }

    private void requireNotProfiled(NodeProcess process, Node node) {
        monitor.profiling(process).ifPresent(running -> {
            throw new Refusal(
                    403,
                    "ConflictOpt",
                    "process " + process.id() + " of node " + node.hostName()
                            + " is profiled until "
                            + AnswerFields.spaced(running.started().plusSeconds(running.seconds())));
        });
    }

    private static String id(Cluster cluster, NodeProcess process, Instant now) {
        String time = AnswerFields.spaced(now).replaceAll("[ :]", "-");
        return cluster.id() + "_" + process.nodeId() + "_" + process.id() + "_" + time;
    }

    private static Node node(Call call, Cluster cluster) {
        String name = call.text("HostName");
        return cluster.nodes().stream()
                .filter(node -> node.hostName().equals(name))
                .findFirst()
                .orElseThrow(() -> call.invalid("HostName must be a node of cluster " + cluster.id() + ", is " + name));
    }

    private NodeProcess process(Call call, Node node) {
        long id = Long.parseLong(call.text("ProcessId"));
        return monitor.processes().stream()
                .filter(process -> process.nodeId().equals(node.id()) && process.id() == id)
                .findFirst()
                .orElseThrow(() ->
                        call.invalid("ProcessId must be a running process of node " + node.hostName() + ", is " + id));
    }

    /** The newest first. */
    private Map<String, ?> list(Call call) {
        List<Profiling> all = new ArrayList<>(world.facilities(running(call)).profilings());
        Collections.reverse(all);
        return Page.of(call)
                .of(
                        all,
                        "Profilings",
                        "ProfilingInfo",
                        one -> AnswerFields.of("Duration", one.seconds())
                                .and("Freq", one.frequency())
                                .and("HostName", one.hostName())
                                .and("InstanceId", one.nodeId())
                                .and("Pid", one.process())
                                .and("ProfilingId", one.id())
                                .and("TriggerTime", AnswerFields.spaced(one.started())));
    }

    private Map<String, ?> get(Call call) {
        Cluster cluster = running(call);
        String id = call.text("ProfilingId");
        Profiling profiling = world.facilities(cluster).profilings().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        call.invalid("ProfilingId must be a profiling of cluster " + cluster.id() + ", is " + id));
        byte[] chart = ProfilingChart.svg(profiling, monitor.samples(profiling)).getBytes(StandardCharsets.UTF_8);
        AnswerFields file = AnswerFields.of("Name", id + ".bottomup.svg")
                .and("Size", chart.length)
                .and("Type", "file")
                .and("Url", "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(chart));
        return Map.of("SvgUrls", AnswerFields.wrapped("SvgInfo", List.of(file)));
    }

    private Cluster running(Call call) {
        return world.running(world.cluster(call.text("ClusterId")));
    }
}
