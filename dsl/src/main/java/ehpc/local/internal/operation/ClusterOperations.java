package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;

/** The operations on clusters. */
final class ClusterOperations {

    private final World world;

    ClusterOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "ListClusters", this::listClusters,
                "DescribeCluster", this::describeCluster);
    }

    private Map<String, ?> listClusters(Call call) {
        return Page.of(call).of(world.clusters(), "Clusters", "ClusterInfoSimple", this::simple);
    }

    private Map<String, ?> describeCluster(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        AnswerFields scripts =
                AnswerFields.wrapped("PostInstallScriptInfo", ScriptOperations.rendered(world.postScripts(cluster)));
        return AnswerFields.of(
                "ClusterInfo", common(cluster).and(ClusterInfo.of(cluster)).and("PostInstallScripts", scripts));
    }

    private AnswerFields simple(Cluster cluster) {
        List<Node> computes = cluster.nodes("Compute");
        return common(cluster)
                .and("ComputeSpotPriceLimit", 0.0)
                .and("Computes", counts(computes))
                .and("Count", cluster.nodes().size())
                .and("EhpcVersion", "1.0.0")
                .and("HasPlugin", false)
                .and("InstanceChargeType", "PostPaid")
                .and("InstanceType", Hardware.INSTANCE_TYPE)
                .and("IsComputeEss", false)
                .and("LoginNodes", loginNodes(cluster))
                .and("Managers", counts(cluster.nodes("Manager")))
                .and("NodePrefix", "compute")
                .and("NodeSuffix", "")
                .and("TotalResources", Hardware.resources(computes.size()))
                .and("UsedResources", Hardware.resources(0));
    }

    /** Returns the fields that ListClusters and DescribeCluster share. */
    private AnswerFields common(Cluster cluster) {
        return AnswerFields.of("AccountType", "nis")
                .and("BaseOsTag", Hardware.OS_TAG)
                .and("ClientVersion", Hardware.CLIENT_VERSION)
                .and("ComputeSpotStrategy", "NoSpot")
                .and("CreateTime", AnswerFields.millis(cluster.created()))
                .and("DeployMode", "Simple")
                .and("Description", cluster.description())
                .and("Id", cluster.id())
                .and("ImageId", Hardware.IMAGE)
                .and("ImageOwnerAlias", "system")
                .and("Location", cluster.hybrid() ? "OnPremise" : "PublicCloud")
                .and("Name", cluster.name())
                .and("OsTag", Hardware.OS_TAG)
                .and("RegionId", World.REGION)
                .and("ResourceGroupId", "")
                .and("SchedulerType", Hardware.SCHEDULER)
                .and("Status", world.status(cluster))
                .and("VSwitchId", Hardware.VSWITCH)
                .and("VpcId", Hardware.VPC)
                .and("ZoneId", Hardware.ZONE);
    }

    private static String loginNodes(Cluster cluster) {
        return cluster.nodes("Login").stream()
                .map(n -> "{\"Id\":\"" + n.id() + "\"}")
                .findFirst()
                .orElse("");
    }

    private AnswerFields counts(List<Node> nodes) {
        int normal = count(nodes, "running");
        int stopped = count(nodes, "stopped");
        int exception = count(nodes, "exception");
        return AnswerFields.of("ExceptionCount", exception)
                .and("NormalCount", normal)
                .and("OperatingCount", nodes.size() - normal - stopped - exception)
                .and("StoppedCount", stopped)
                .and("Total", nodes.size());
    }

    private int count(List<Node> nodes, String status) {
        return (int) nodes.stream().filter(n -> world.status(n).equals(status)).count();
    }
}
