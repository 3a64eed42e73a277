package ehpc.local.internal.operation;

import ehpc.api.Json;
import ehpc.local.internal.world.Application;
import ehpc.local.internal.world.Attributes;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import java.util.List;
import java.util.function.Function;

/** The fields of DescribeCluster that ListClusters lacks. */
final class ClusterInfo {

    private ClusterInfo() {}

    static AnswerFields of(Cluster cluster, Attributes attributes, List<Application> applications) {
        List<Node> onPremises =
                cluster.nodes().stream().filter(Node::onPremises).toList();
        List<Node> managers = onPremises.stream().filter(n -> n.is("Manager")).toList();
        return software(cluster, applications)
                .and(billing(cluster))
                .and(storage(cluster))
                .and("EcsInfo", ecsInfo(cluster))
                .and("Nodes", wrapped("NodesInfo", onPremises, ClusterInfo::localNode))
                .and("OnPremiseInfo", wrapped("OnPremiseInfo", managers, ClusterInfo::server))
                .and("RamNodeTypes", Json.text(attributes.ramNodeTypes()))
                .and("RamRoleName", attributes.ramRoleName())
                .and("SccClusterId", cluster.setting("SccClusterId", ""))
                .and("SecurityGroupId", cluster.setting("SecurityGroupId", Hardware.SECURITY_GROUP));
    }

    private static AnswerFields wrapped(String inner, List<Node> nodes, Function<Node, AnswerFields> rendered) {
        return AnswerFields.wrapped(inner, nodes.stream().map(rendered).toList());
    }

    private static AnswerFields software(Cluster cluster, List<Application> applications) {
        List<AnswerFields> installed = applications.stream()
                .map(one -> AnswerFields.of("Name", one.name())
                        .and("Tag", one.tag())
                        .and("Version", one.version()))
                .toList();
        return AnswerFields.of("AddOnsInfo", AnswerFields.wrapped("AddOnsInfo", List.of()))
                .and("Applications", AnswerFields.wrapped("ApplicationInfo", installed))
                .and("ClusterVersion", cluster.setting("ClusterVersion", Hardware.CLUSTER_VERSION))
                .and("Domain", cluster.setting("Domain", ""))
                .and("HaEnable", cluster.setting("HaEnable", "false").equals("true"))
                .and("ImageName", "")
                .and(
                        "InitialImage",
                        AnswerFields.of("ImageId", cluster.setting("ImageId", Hardware.IMAGE))
                                .and("ImageOwnerAlias", cluster.setting("ImageOwnerAlias", "system"))
                                .and("OsTag", cluster.setting("OsTag", Hardware.OS_TAG)))
                .and("KeyPairName", cluster.setting("KeyPairName", ""))
                .and("OpenldapPar", "")
                .and("Plugin", cluster.setting("Plugin", ""))
                .and("SchedulerPreInstall", 0)
                .and("SchedulerVersion", Hardware.SCHEDULER_VERSION)
                .and("WinAdPar", "")
                .and("WithoutAgent", 0);
    }

    private static AnswerFields billing(Cluster cluster) {
        return AnswerFields.of("AutoRenew", cluster.setting("AutoRenew", "false"))
                .and("AutoRenewPeriod", cluster.setting("AutoRenewPeriod", "0"))
                .and("ComputeSpotPriceLimit", cluster.setting("ComputeSpotPriceLimit", "0"))
                .and("EcsChargeType", cluster.setting("EcsChargeType", "PostPaid"))
                .and("Period", cluster.setting("Period", "1"))
                .and("PeriodUnit", cluster.setting("PeriodUnit", "Month"));
    }

    private static AnswerFields storage(Cluster cluster) {
        return AnswerFields.of("RemoteDirectory", cluster.setting("RemoteDirectory", "/"))
                .and("VolumeId", cluster.setting("VolumeId", Hardware.VOLUME))
                .and("VolumeMountpoint", cluster.setting("VolumeMountpoint", Hardware.MOUNT_POINT))
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
        List<Node> nodes =
                cluster.nodes(role).stream().filter(n -> !n.onPremises()).toList();
        return AnswerFields.of("Count", nodes.size())
                .and("InstanceType", nodes.isEmpty() ? "" : nodes.get(0).instanceType());
    }

    private static AnswerFields localNode(Node node) {
        return AnswerFields.of("AccountType", node.setting("AccountType", "nis"))
                .and("Dir", node.setting("Dir", "/opt/slurm"))
                .and("HostName", node.hostName())
                .and("IpAddress", node.ip())
                .and("Role", node.role())
                .and("SchedulerType", node.setting("SchedulerType", Hardware.SCHEDULER));
    }

    private static AnswerFields server(Node node) {
        return AnswerFields.of("HostName", node.hostName()).and("IP", node.ip()).and("Type", "account, scheduler");
    }
}
