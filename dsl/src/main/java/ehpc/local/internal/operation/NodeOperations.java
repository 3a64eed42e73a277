package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Nodes of a cluster. */
final class NodeOperations {

    private final World world;

    NodeOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("ListNodes", this::listNodes);
    }

    private Map<String, ?> listNodes(Call call) {
        var nodes = world.cluster(call.text("ClusterId")).nodes().stream()
                .filter(wanted(call))
                .sorted(order(call))
                .toList();
        return Page.of(call).of(nodes, "Nodes", "NodeInfo", this::rendered);
    }

    private Predicate<Node> wanted(Call call) {
        return status(call)
                .and(when(call, "Role", Node::is))
                .and(when(
                        call, "HostNamePrefix", (node, text) -> node.hostName().startsWith(text)))
                .and(when(
                        call, "HostNameSuffix", (node, text) -> node.hostName().endsWith(text)))
                .and(when(call, "HostName", (node, text) -> like(node.hostName(), text)))
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

    /** A part of the name, or a regular expression that finds one; letter case is none, as in the service's database. */
    private static boolean like(String hostName, String text) {
        try {
            return hostName.contains(text)
                    || Pattern.compile(text, Pattern.CASE_INSENSITIVE)
                            .matcher(hostName)
                            .find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Comparator<Node> order(Call call) {
        Comparator<Node> order =
                call.optional("SortBy").filter("HostName"::equals).isPresent()
                        ? Comparator.comparing(Node::hostName)
                        : Comparator.comparing(Node::added);
        return call.optional("Sequence").filter("Backward"::equals).isPresent() ? order.reversed() : order;
    }

    private Map<String, Object> rendered(Node node) {
        boolean running = world.running(node);
        return Fields.of(
                "AddTime",
                Fields.millis(node.added()),
                "CreateMode",
                "manual",
                "CreatedByEhpc",
                !node.onPremises(),
                "Expired",
                false,
                "ExpiredTime",
                "",
                "HostName",
                node.hostName(),
                "HtEnabled",
                true,
                "Id",
                node.id(),
                "ImageId",
                Hardware.IMAGE,
                "ImageOwnerAlias",
                "system",
                "InstanceType",
                node.onPremises() ? "" : Hardware.INSTANCE_TYPE,
                "IpAddress",
                node.ip(),
                "Location",
                node.onPremises() ? "OnPremise" : "PublicCloud",
                "LockReason",
                "",
                "PublicIpAddress",
                "",
                "RegionId",
                World.REGION,
                "Roles",
                Fields.wrapped("Role", node.roles()),
                "SpotStrategy",
                "NoSpot",
                "StateInSched",
                running ? "active" : "down",
                "Status",
                world.status(node),
                "TotalResources",
                Hardware.resources(1),
                "UsedResources",
                Hardware.resources(0),
                "VSwitchId",
                node.onPremises() ? "" : Hardware.VSWITCH,
                "Version",
                Hardware.CLIENT_VERSION,
                "VpcId",
                node.onPremises() ? "" : Hardware.VPC,
                "ZoneId",
                node.onPremises() ? "" : Hardware.ZONE);
    }
}
