package ehpc.local.internal.operation;

import ehpc.local.ServiceFault;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.Queues;
import ehpc.local.internal.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The operations on nodes. */
final class NodeOperations {

    private static final Set<String> PLACE = Set.of(
            "CreateMode",
            "IpAddress",
            "Location",
            "PublicIpAddress",
            "RegionId",
            "StateInSched",
            "VSwitchId",
            "VpcId",
            "ZoneId");

    private final World world;

    NodeOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "ListNodes", this::listNodes,
                "ListNodesByQueue", this::listNodesByQueue,
                "ListNodesNoPaging", this::listAll);
    }

    private Map<String, ?> listAll(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<AnswerFields> nodes = cluster.nodes(call.optional("Role").orElse("Compute")).stream()
                .filter(wanted(call))
                .sorted(order(call))
                .map(this::withoutPlace)
                .toList();
        return AnswerFields.of("Nodes", AnswerFields.wrapped("NodeInfo", nodes));
    }

    private Map<String, ?> listNodesByQueue(Call call) {
        Cluster cluster = cluster(call);
        Queues queues = world.queues(cluster);
        String queue = QueueOperations.required(call, cluster, queues).name();
        return Page.of(call).of(queues.nodes(cluster, queue), "Nodes", "NodeInfo", this::queued);
    }

    private Map<String, ?> listNodes(Call call) {
        var nodes = cluster(call).nodes().stream()
                .filter(wanted(call))
                .sorted(order(call))
                .toList();
        return Page.of(call).of(nodes, "Nodes", "NodeInfo", this::rendered);
    }

    /** Returns the cluster, with the node that a fault adds. */
    private Cluster cluster(Call call) {
        String id = call.text("ClusterId");
        call.faults().find(ServiceFault.NodeAppears.class).ifPresent(appears -> world.addNode(world.cluster(id)));
        return world.cluster(id);
    }

    private Predicate<Node> wanted(Call call) {
        return status(call)
                .and(when(call, "Role", Node::is))
                .and(when(
                        call, "HostNamePrefix", (node, text) -> node.hostName().startsWith(text)))
                .and(when(
                        call, "HostNameSuffix", (node, text) -> node.hostName().endsWith(text)))
                .and(call.optional("HostName").map(NodeOperations::like).orElse(node -> true))
                .and(when(call, "PrivateIpAddress", (node, text) -> node.ip().equals(text)));
    }

    private Predicate<Node> status(Call call) {
        return call.parameters().get("Filter") instanceof Map<?, ?> filter
                ? node -> world.status(node).equals(filter.get("status"))
                : node -> true;
    }

    private static Predicate<Node> when(Call call, String parameter, BiPredicate<Node, String> match) {
        return call.optional(parameter)
                .<Predicate<Node>>map(text -> node -> match.test(node, text))
                .orElse(node -> true);
    }

    /** The name contains the text or matches it as a regular expression, ignoring case as the service's database does. */
    private static Predicate<Node> like(String text) {
        Predicate<Node> contains = node -> node.hostName().contains(text);
        try {
            Predicate<String> matches =
                    Pattern.compile(text, Pattern.CASE_INSENSITIVE).asPredicate();
            return contains.or(node -> matches.test(node.hostName()));
        } catch (PatternSyntaxException e) {
            return contains;
        }
    }

    private static Comparator<Node> order(Call call) {
        Comparator<Node> order =
                call.optional("SortBy").filter("HostName"::equals).isPresent()
                        ? Comparator.comparing(Node::hostName)
                        : Comparator.comparing(Node::added);
        return call.optional("Sequence").filter("Backward"::equals).isPresent() ? order.reversed() : order;
    }

    /** Returns the fields of a node in ListNodesByQueue, which has no roles, no instance type, and a status with another name. */
    private AnswerFields queued(Node node) {
        AnswerFields fields = rendered(node);
        fields.replace("Status", "initing", "init");
        fields.remove("Roles");
        fields.remove("InstanceType");
        return fields;
    }

    /** Returns the fields of a node in ListNodesNoPaging. */
    private AnswerFields withoutPlace(Node node) {
        AnswerFields fields = rendered(node);
        fields.keySet().removeAll(PLACE);
        return fields;
    }

    private AnswerFields rendered(Node node) {
        boolean running = world.running(node);
        Optional<Cluster> cluster = world.clusterOf(node.id());
        return AnswerFields.of("AddTime", AnswerFields.millis(node.added()))
                .and("CreateMode", node.setting("CreateMode", "manual"))
                .and("CreatedByEhpc", !node.onPremises())
                .and("Expired", false)
                .and("ExpiredTime", "")
                .and("HostName", node.hostName())
                .and("HtEnabled", node.setting("ComputeEnableHt", "true").equals("true"))
                .and("Id", node.id())
                .and("ImageId", node.imageId())
                .and("ImageOwnerAlias", node.setting("ImageOwnerAlias", "system"))
                .and("InstanceType", node.instanceType())
                .and("IpAddress", node.ip())
                .and("Location", node.onPremises() ? "OnPremise" : "PublicCloud")
                .and("LockReason", "")
                .and("PublicIpAddress", "")
                .and("RegionId", cluster.map(Cluster::region).orElse(World.REGION))
                .and("Roles", AnswerFields.wrapped("Role", node.roles()))
                .and("SpotStrategy", node.setting("ComputeSpotStrategy", "NoSpot"))
                .and("StateInSched", running ? "active" : "down")
                .and("Status", world.status(node))
                .and("TotalResources", Hardware.resources(List.of(node)))
                .and("UsedResources", Hardware.resources(List.of()))
                .and("VSwitchId", place(node, cluster, "VSwitchId", Hardware.VSWITCH))
                .and("Version", clientVersion(cluster))
                .and("VpcId", place(node, cluster, "VpcId", Hardware.VPC))
                .and("ZoneId", place(node, cluster, "ZoneId", Hardware.ZONE));
    }

    /** Returns where a node is: as its own request said, or that of the cluster; empty outside the cloud. */
    private static String place(Node node, Optional<Cluster> cluster, String name, String otherwise) {
        String ofCluster = cluster.map(c -> c.setting(name, otherwise)).orElse(otherwise);
        return node.onPremises() ? "" : node.setting(name, ofCluster);
    }

    private String clientVersion(Optional<Cluster> cluster) {
        return cluster.map(of -> world.facilities(of).clientVersion(of)).orElse(Hardware.CLIENT_VERSION);
    }
}
