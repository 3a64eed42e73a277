package ehpc.plan;

import ehpc.api.Request;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which reads would see what a change did. */
final class Sight {

    private static final String CLUSTERS = " ListClusters ListClustersMeta DescribeCluster";
    private static final String NODES = " ListNodes ListNodesNoPaging ListNodesByQueue";

    /** Changes, and the reads that see them. */
    private record Group(Set<String> changes, Set<String> reads) {}

    private static final List<Group> GROUPS = List.of(
            group("SetPostScripts", "GetPostScripts DescribeCluster"),
            group("InvokeShellCommand", "ListCommands ListInvocationStatus ListInvocationResults"),
            group("SyncUsers AddUsers DeleteUsers ModifyUserGroups", "ListUsers ListUsersAsync"),
            group(
                    "AddNodes AddExistedNodes AddLocalNodes ApplyNodes DeleteNodes StartNodes StopNodes ResetNodes",
                    "ListTasks" + NODES + CLUSTERS),
            group(
                    "CreateCluster CreateHybridCluster DeleteCluster StartCluster StopCluster RecoverCluster"
                            + " ModifyClusterAttributes",
                    "ListTasks GetHybridClusterConfig" + NODES + CLUSTERS),
            group("SetQueue", "ListQueues" + NODES),
            group("AddQueue DeleteQueue UpdateQueueConfig", "ListQueues ListNodesByQueue"),
            group(
                    "SubmitJob DeleteJobs StopJobs RerunJobs",
                    "ListJobs ListJobsWithFilters DescribeJob GetJobLog GetAccountingReport"),
            group(
                    "SubmitServerlessJob StopServerlessJobs",
                    "ListServerlessJobs DescribeServerlessJobs GetAccountingReport"),
            group("CreateJobTemplate EditJobTemplate DeleteJobTemplates", "ListJobTemplates"),
            group("InstallSoftware UninstallSoftware", "ListInstalledSoftware DescribeCluster"),
            group("UpdateClusterVolumes", "GetClusterVolumes ListVolumes DescribeCluster"),
            group("SetAutoScaleConfig", "GetAutoScaleConfig DescribeAutoScaleConfig"),
            group("AddSecurityGroup DeleteSecurityGroup", "ListSecurityGroups DescribeCluster"),
            group("TagResources UnTagResources", "ListTagResources"),
            group("SetSchedulerInfo", "GetSchedulerInfo"),
            group("StartVisualService StopVisualService", "GetVisualServiceStatus"),
            group("RunCloudMetricProfiling", "ListCloudMetricProfilings GetCloudMetricProfiling"),
            group("UpgradeClient", "ListUpgradeClients ListCurrentClientVersion DescribeCluster"));

    private static final String CLUSTER = "ClusterId";

    private Sight() {}

    private static Group group(String changes, String reads) {
        return new Group(Set.of(changes.split(" ")), Set.of(reads.split(" ")));
    }

    /** Whether the read would see what the change did: it looks at such things, and not at another cluster's. */
    static boolean sees(Request read, String change, String cluster) {
        String where = Objects.toString(read.parameters().get(CLUSTER), "");
        boolean elsewhere = !where.isEmpty() && !cluster.isEmpty() && !where.equals(cluster);
        return !elsewhere && sees(read.operation().name(), change);
    }

    static boolean sees(String read, String change) {
        return GROUPS.stream().anyMatch(group -> group.changes.contains(change) && group.reads.contains(read));
    }

    /** Every change that some read sees. */
    static List<String> changes() {
        return GROUPS.stream()
                .flatMap(group -> group.changes.stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** Every read that sees some change. */
    static List<String> reads() {
        return GROUPS.stream()
                .flatMap(group -> group.reads.stream())
                .sorted()
                .distinct()
                .toList();
    }
}
