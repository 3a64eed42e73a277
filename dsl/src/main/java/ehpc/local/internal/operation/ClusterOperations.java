package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Clusters: the list and the whole of one. */
final class ClusterOperations {

    private final World world;

    ClusterOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("ListClusters", this::listClusters, "DescribeCluster", this::describeCluster);
    }

    private Map<String, ?> listClusters(Call call) {
        return Page.of(call).of(world.clusters(), "Clusters", "ClusterInfoSimple", this::simple);
    }

    private Map<String, ?> describeCluster(Call call) {
        return Map.of("ClusterInfo", info(world.cluster(call.text("ClusterId"))));
    }

    private Map<String, Object> simple(Cluster cluster) {
        Map<String, Object> fields = common(cluster);
        fields.putAll(Fields.of(
                "ComputeSpotPriceLimit",
                0.0,
                "Computes",
                counts(cluster.nodes("Compute")),
                "Count",
                cluster.nodes().size(),
                "EhpcVersion",
                "1.0.0",
                "HasPlugin",
                false,
                "InstanceChargeType",
                "PostPaid",
                "InstanceType",
                Hardware.INSTANCE_TYPE,
                "IsComputeEss",
                false,
                "LoginNodes",
                loginNodes(cluster),
                "Managers",
                counts(cluster.nodes("Manager")),
                "NodePrefix",
                "compute",
                "NodeSuffix",
                "",
                "TotalResources",
                Hardware.resources(cluster.nodes("Compute").size()),
                "UsedResources",
                Hardware.resources(0)));
        return fields;
    }

    private Map<String, Object> info(Cluster cluster) {
        Map<String, Object> fields = common(cluster);
        fields.putAll(software(cluster));
        fields.putAll(billing());
        fields.putAll(storage());
        fields.putAll(Fields.of(
                "EcsInfo",
                ecsInfo(cluster),
                "Nodes",
                Fields.wrapped(
                        "NodesInfo", onPremises(cluster).map(this::localNode).toList()),
                "OnPremiseInfo",
                Fields.wrapped(
                        "OnPremiseInfo",
                        onPremises(cluster)
                                .filter(n -> n.is("Manager"))
                                .map(ClusterOperations::onPremiseServer)
                                .toList()),
                "PostInstallScripts",
                Fields.wrapped("PostInstallScriptInfo", ScriptOperations.rendered(world.postScripts(cluster))),
                "RamNodeTypes",
                "[]",
                "RamRoleName",
                "",
                "SccClusterId",
                "",
                "SecurityGroupId",
                Hardware.SECURITY_GROUP));
        return fields;
    }

    /** What the list and the whole have in common. */
    private Map<String, Object> common(Cluster cluster) {
        return Fields.of(
                "AccountType",
                "nis",
                "BaseOsTag",
                Hardware.OS_TAG,
                "ClientVersion",
                Hardware.CLIENT_VERSION,
                "ComputeSpotStrategy",
                "NoSpot",
                "CreateTime",
                Fields.millis(cluster.created()),
                "DeployMode",
                "Simple",
                "Description",
                cluster.description(),
                "Id",
                cluster.id(),
                "ImageId",
                Hardware.IMAGE,
                "ImageOwnerAlias",
                "system",
                "Location",
                cluster.hybrid() ? "OnPremise" : "PublicCloud",
                "Name",
                cluster.name(),
                "OsTag",
                Hardware.OS_TAG,
                "RegionId",
                World.REGION,
                "ResourceGroupId",
                "",
                "SchedulerType",
                Hardware.SCHEDULER,
                "Status",
                world.status(cluster),
                "VSwitchId",
                Hardware.VSWITCH,
                "VpcId",
                Hardware.VPC,
                "ZoneId",
                Hardware.ZONE);
    }

    private static Map<String, Object> software(Cluster cluster) {
        return Fields.of(
                "AddOnsInfo",
                Fields.wrapped("AddOnsInfo", List.of()),
                "Applications",
                Fields.wrapped("ApplicationInfo", List.of()),
                "ClusterVersion",
                Hardware.CLUSTER_VERSION,
                "Domain",
                "",
                "HaEnable",
                false,
                "ImageName",
                "",
                "InitialImage",
                Fields.of("ImageId", Hardware.IMAGE, "ImageOwnerAlias", "system", "OsTag", Hardware.OS_TAG),
                "KeyPairName",
                "",
                "OpenldapPar",
                "",
                "Plugin",
                "",
                "SchedulerPreInstall",
                0,
                "SchedulerVersion",
                Hardware.SCHEDULER_VERSION,
                "WinAdPar",
                "",
                "WithoutAgent",
                0);
    }

    private static Map<String, Object> billing() {
        return Fields.of(
                "AutoRenew", "false",
                "AutoRenewPeriod", "0",
                "ComputeSpotPriceLimit", "0",
                "EcsChargeType", "PostPaid",
                "Period", "1",
                "PeriodUnit", "Month");
    }

    private static Map<String, Object> storage() {
        return Fields.of(
                "RemoteDirectory", "/",
                "VolumeId", Hardware.VOLUME,
                "VolumeMountpoint", Hardware.MOUNT_POINT,
                "VolumeProtocol", "nfs",
                "VolumeType", "nas");
    }

    private static Map<String, Object> ecsInfo(Cluster cluster) {
        return Fields.of(
                "Compute", ecs(cluster, "Compute"),
                "Login", ecs(cluster, "Login"),
                "Manager", ecs(cluster, "Manager"),
                "ProxyMgr", Fields.of("Count", 0, "InstanceType", ""));
    }

    private static Map<String, Object> ecs(Cluster cluster, String role) {
        long count = cluster.nodes(role).stream().filter(n -> !n.onPremises()).count();
        return Fields.of("Count", (int) count, "InstanceType", count == 0 ? "" : Hardware.INSTANCE_TYPE);
    }

    private static Stream<Node> onPremises(Cluster cluster) {
        return cluster.nodes().stream().filter(Node::onPremises);
    }

    private Map<String, Object> localNode(Node node) {
        return Fields.of(
                "AccountType",
                "nis",
                "Dir",
                "/opt/slurm",
                "HostName",
                node.hostName(),
                "IpAddress",
                node.ip(),
                "Role",
                node.role(),
                "SchedulerType",
                Hardware.SCHEDULER);
    }

    private static Map<String, Object> onPremiseServer(Node node) {
        return Fields.of("HostName", node.hostName(), "IP", node.ip(), "Type", "account, scheduler");
    }

    private static String loginNodes(Cluster cluster) {
        return cluster.nodes("Login").stream()
                .map(n -> "{\"Id\":\"" + n.id() + "\"}")
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> counts(List<Node> nodes) {
        int normal = count(nodes, "running");
        int stopped = count(nodes, "stopped");
        int exception = count(nodes, "exception");
        return Fields.of(
                "ExceptionCount", exception,
                "NormalCount", normal,
                "OperatingCount", nodes.size() - normal - stopped - exception,
                "StoppedCount", stopped,
                "Total", nodes.size());
    }

    private int count(List<Node> nodes, String status) {
        return (int) nodes.stream().filter(n -> world.status(n).equals(status)).count();
    }
}
