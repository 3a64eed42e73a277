package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.local.internal.world.Attributes;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import java.util.List;
import java.util.function.Function;

/** The fields of DescribeCluster that ListClusters lacks. */
final class ClusterInfo {

    private ClusterInfo() {}

    static AnswerFields of(Cluster cluster, Attributes attributes) {
        List<Node> onPremises =
                cluster.nodes().stream().filter(Node::onPremises).toList();
        List<Node> managers = onPremises.stream().filter(n -> n.is("Manager")).toList();
        return software()
                .and(billing())
                .and(storage())
                .and("EcsInfo", ecsInfo(cluster))
                .and("Nodes", wrapped("NodesInfo", onPremises, ClusterInfo::localNode))
                .and("OnPremiseInfo", wrapped("OnPremiseInfo", managers, ClusterInfo::server))
                .and("RamNodeTypes", Json.text(attributes.ramNodeTypes()))
                .and("RamRoleName", attributes.ramRoleName())
                .and("SccClusterId", "")
                .and("SecurityGroupId", Hardware.SECURITY_GROUP);
    }

    private static AnswerFields wrapped(String inner, List<Node> nodes, Function<Node, AnswerFields> rendered) {
        return AnswerFields.wrapped(inner, nodes.stream().map(rendered).toList());
    }

    private static AnswerFields software() {
        return AnswerFields.of("AddOnsInfo", AnswerFields.wrapped("AddOnsInfo", List.of()))
                .and("Applications", AnswerFields.wrapped("ApplicationInfo", List.of()))
                .and("ClusterVersion", Hardware.CLUSTER_VERSION)
                .and("Domain", "")
                .and("HaEnable", false)
                .and("ImageName", "")
                .and(
                        "InitialImage",
                        AnswerFields.of("ImageId", Hardware.IMAGE)
                                .and("ImageOwnerAlias", "system")
                                .and("OsTag", Hardware.OS_TAG))
                .and("KeyPairName", "")
                .and("OpenldapPar", "")
                .and("Plugin", "")
                .and("SchedulerPreInstall", 0)
                .and("SchedulerVersion", Hardware.SCHEDULER_VERSION)
                .and("WinAdPar", "")
                .and("WithoutAgent", 0);
    }

    private static AnswerFields billing() {
        return AnswerFields.of("AutoRenew", "false")
                .and("AutoRenewPeriod", "0")
                .and("ComputeSpotPriceLimit", "0")
                .and("EcsChargeType", "PostPaid")
                .and("Period", "1")
                .and("PeriodUnit", "Month");
    }

    private static AnswerFields storage() {
        return AnswerFields.of("RemoteDirectory", "/")
                .and("VolumeId", Hardware.VOLUME)
                .and("VolumeMountpoint", Hardware.MOUNT_POINT)
                .and("VolumeProtocol", "nfs")
                .and("VolumeType", "nas");
    }

    private static AnswerFields ecsInfo(Cluster cluster) {
        return AnswerFields.of("Compute", ecs(cluster, "Compute"))
                .and("Login", ecs(cluster, "Login"))
                .and("Manager", ecs(cluster, "Manager"))
                .and("ProxyMgr", AnswerFields.of("Count", 0).and("InstanceType", ""));
    }

    private static AnswerFields ecs(Cluster cluster, String role) {
        long count = cluster.nodes(role).stream().filter(n -> !n.onPremises()).count();
        return AnswerFields.of("Count", (int) count).and("InstanceType", count == 0 ? "" : Hardware.INSTANCE_TYPE);
    }

    private static AnswerFields localNode(Node node) {
        return AnswerFields.of("AccountType", "nis")
                .and("Dir", "/opt/slurm")
                .and("HostName", node.hostName())
                .and("IpAddress", node.ip())
                .and("Role", node.role())
                .and("SchedulerType", Hardware.SCHEDULER);
    }

    private static AnswerFields server(Node node) {
        return AnswerFields.of("HostName", node.hostName()).and("IP", node.ip()).and("Type", "account, scheduler");
    }
}
