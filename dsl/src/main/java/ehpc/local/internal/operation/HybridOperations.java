package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.NewNodes;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The operations on what is outside the cloud. */
final class HybridOperations {

    private final World world;
    private final Lifecycles lifecycles;

    HybridOperations(World world, Lifecycles lifecycles) {
        this.world = world;
        this.lifecycles = lifecycles;
    }

    Map<String, Handler> handlers() {
        return Map.of("AddLocalNodes", this::add, "GetHybridClusterConfig", this::config);
    }

    /** Local nodes exist already, so they are running at once. */
    private Map<String, ?> add(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        List<Map<?, ?>> given = call.objects("Nodes");
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.available(change, named, "running");
            NewNodes names = change.naming(cluster);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                String hostName = call.field("Nodes", i, "HostName");
                String ip = call.field("Nodes", i, "IpAddress");
                HostNames.require(call, "Nodes[" + (i + 1) + "]", hostName, ip, names);
                nodes.add(names.node(hostName, List.of("Compute"), ip, true, world.now(), sizes(call, i)));
            }
            change.add(cluster, nodes);
            NewNodeOperations.serve(call, change, cluster, nodes);
            return NewNodeOperations.ids(nodes);
        });
    }

    private static Map<String, String> sizes(Call call, int index) {
        Map<String, String> sizes = ParameterValues.texts(call.objects("Nodes").get(index), "CpuCores", "Memory");
        sizes.forEach((name, value) -> {
            if (Integer.parseInt(value) < 1) {
                throw call.invalid("Nodes[" + (index + 1) + "]." + name + " must be at least 1, is " + value);
            }
        });
        return sizes;
    }

    private Map<String, ?> config(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        if (!cluster.hybrid()) {
            throw new Refusal(406, "InvalidOpt", "cluster " + cluster.id() + " must be a hybrid cluster, is not");
        }
        List<Node> local = cluster.nodes().stream().filter(Node::onPremises).toList();
        String text = call.optional("Node")
                .map(name -> local.stream()
                        .filter(node -> node.hostName().equals(name))
                        .findFirst()
                        .map(HybridOperations::section)
                        .orElseThrow(() -> call.invalid("Node must be a local node of cluster " + cluster.id() + ": "
                                + String.join(
                                        ", ", local.stream().map(Node::hostName).toList()) + ", is " + name)))
                .orElseGet(() -> whole(cluster, local));
        return Map.of("ClusterConfig", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String whole(Cluster cluster, List<Node> local) {
        StringBuilder text = new StringBuilder("[cluster]\nid = " + cluster.id() + "\nname = "
                + world.attributes(cluster).name() + "\nregion = " + cluster.region() + "\nscheduler = "
                + cluster.setting("SchedulerType", Hardware.SCHEDULER) + "\naccount = "
                + cluster.setting("Domain", "nis") + "\n");
        local.forEach(node -> text.append('\n').append(section(node)));
        return text.toString();
    }

    private static String section(Node node) {
        return "[" + node.hostName() + "]\nip = " + node.ip() + "\nrole = " + node.role() + "\n";
    }
}
