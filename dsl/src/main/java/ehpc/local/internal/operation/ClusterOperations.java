package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Attributes;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on clusters. */
final class ClusterOperations {

    private static final Set<String> RAM_NODE_TYPES = Set.of("manager", "login", "compute");

    private static final Set<String> META = Set.of(
            "AccountType",
            "ClientVersion",
            "DeployMode",
            "Description",
            "EhpcVersion",
            "HasPlugin",
            "Id",
            "IsComputeEss",
            "Location",
            "Name",
            "OsTag",
            "SchedulerType",
            "Status",
            "VpcId");

    private final World world;

    ClusterOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "ListClusters", this::listClusters,
                "ListClustersMeta", this::listClustersMeta,
                "DescribeCluster", this::describeCluster,
                "ModifyClusterAttributes", this::modify);
    }

    private Map<String, ?> listClusters(Call call) {
        return Page.of(call).of(world.clusters(call.region()), "Clusters", "ClusterInfoSimple", this::simple);
    }

    private Map<String, ?> listClustersMeta(Call call) {
        return Page.of(call).of(world.clusters(call.region()), "Clusters", "ClusterInfoSimple", this::meta);
    }

    private AnswerFields meta(Cluster cluster) {
        AnswerFields all = simple(cluster);
        all.keySet().retainAll(META);
        return all;
    }

    private Map<String, ?> describeCluster(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        AnswerFields scripts =
                AnswerFields.wrapped("PostInstallScriptInfo", ScriptOperations.rendered(world.postScripts(cluster)));
        var applications = SoftwareOperations.installed(world, cluster).toList();
        return AnswerFields.of(
                "ClusterInfo",
                common(cluster)
                        .and(ClusterInfo.of(cluster, world.attributes(cluster), applications))
                        .and("PostInstallScripts", scripts));
    }

    /** Changes the given attributes. No cluster has its users in Active Directory. */
    private Map<String, ?> modify(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        if (call.parameters().containsKey("WinAdPar")) {
            throw call.invalid("WinAdPar is only allowed for a cluster with Active Directory, cluster " + cluster.id()
                    + " has accounts of type nis");
        }
        Optional<Image> image = image(call);
        List<String> nodeTypes = call.texts("RamNodeTypes");
        nodeTypes.stream().filter(type -> !RAM_NODE_TYPES.contains(type)).forEach(type -> {
            throw call.invalid("RamNodeTypes must be manager, login or compute, is '" + type + "'");
        });
        world.changeAttributes(
                cluster,
                old -> new Attributes(
                        call.optional("Name").orElse(old.name()),
                        call.optional("Description").orElse(old.description()),
                        image.map(Image::id).orElse(old.imageId()),
                        image.map(Image::owner).orElse(old.imageOwner()),
                        call.optional("RamRoleName").orElse(old.ramRoleName()),
                        nodeTypes.isEmpty() ? old.ramNodeTypes() : nodeTypes));
        return Map.of();
    }

    private static Optional<Image> image(Call call) {
        if (call.optional("ImageId").isEmpty()
                && call.optional("ImageOwnerAlias").isPresent()) {
            throw call.invalid("ImageId must be given with ImageOwnerAlias");
        }
        return RequestedSettings.image(call, call::invalid);
    }

    private AnswerFields simple(Cluster cluster) {
        return common(cluster)
                .and("ComputeSpotPriceLimit", 0.0)
                .and("Computes", counts(cluster, "Compute"))
                .and("Count", cluster.nodes().size())
                .and("EhpcVersion", cluster.setting("EhpcVersion", "1.0.0"))
                .and("HasPlugin", false)
                .and("InstanceChargeType", cluster.setting("EcsChargeType", "PostPaid"))
                .and("InstanceType", cluster.setting("EcsOrder.Compute.InstanceType", Hardware.INSTANCE_TYPE))
                .and("IsComputeEss", cluster.setting("IsComputeEss", "false").equals("true"))
                .and("LoginNodes", loginNodes(cluster))
                .and("Managers", counts(cluster, "Manager"))
                .and("NodePrefix", "compute")
                .and("NodeSuffix", "")
                .and("TotalResources", cluster.resources())
                .and("UsedResources", Hardware.resources(List.of()));
    }

    /** Returns the fields that ListClusters and DescribeCluster share. */
    private AnswerFields common(Cluster cluster) {
        Attributes attributes = world.attributes(cluster);
        return AnswerFields.of("AccountType", cluster.setting("AccountType", "nis"))
                .and("BaseOsTag", cluster.setting("OsTag", Hardware.OS_TAG))
                .and("ClientVersion", world.facilities(cluster).clientVersion(cluster))
                .and("ComputeSpotStrategy", cluster.setting("ComputeSpotStrategy", "NoSpot"))
                .and("CreateTime", AnswerFields.millis(cluster.created()))
                .and("DeployMode", cluster.setting("DeployMode", "Simple"))
                .and("Description", attributes.description())
                .and("Id", cluster.id())
                .and("ImageId", attributes.imageId())
                .and("ImageOwnerAlias", attributes.imageOwner())
                .and("Location", cluster.hybrid() ? "OnPremise" : "PublicCloud")
                .and("Name", attributes.name())
                .and("OsTag", cluster.setting("OsTag", Hardware.OS_TAG))
                .and("RegionId", cluster.region())
                .and("ResourceGroupId", cluster.setting("ResourceGroupId", ""))
                .and("SchedulerType", cluster.setting("SchedulerType", Hardware.SCHEDULER))
                .and("Status", world.status(cluster))
                .and("VSwitchId", cluster.setting("VSwitchId", Hardware.VSWITCH))
                .and("VpcId", cluster.setting("VpcId", Hardware.VPC))
                .and("ZoneId", cluster.setting("ZoneId", Hardware.ZONE));
    }

    private static String loginNodes(Cluster cluster) {
        return cluster.nodes("Login").stream()
                .map(n -> "{\"Id\":\"" + n.id() + "\"}")
                .findFirst()
                .orElse("");
    }

    private AnswerFields counts(Cluster cluster, String role) {
        Map<String, Integer> others = world.notRunning(cluster, role);
        int total = cluster.nodes(role).size();
        int stopped = others.getOrDefault("stopped", 0);
        int exception = others.getOrDefault("exception", 0);
        int notRunning = others.values().stream().mapToInt(Integer::intValue).sum();
        return AnswerFields.of("ExceptionCount", exception)
                .and("NormalCount", total - notRunning)
                .and("OperatingCount", notRunning - stopped - exception)
                .and("StoppedCount", stopped)
                .and("Total", total);
    }
}
