package ehpc.local

import ehpc.api.Catalogue
import ehpc.api.Operation
import ehpc.api.Shape

/** Each emulated read on a fresh service: every documented field is in its answer, with its documented type. */
class FreshReadSpec extends LocalSpecification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    /** The parameters that a read needs beside the cluster. */
    static final Map<String, Map<String, ?>> PARAMETERS = [
        DescribeImagePrice         : [Amount: 1, Period: 1, PriceUnit: 'Day', SkuCode: 'package'],
        DescribePrice              : ['Commodities.1.Amount': 1, 'Commodities.1.InstanceType': 'ecs.c6.large', 'Commodities.1.NodeType': 'Compute',
                                      'Commodities.1.Period': 1, PriceUnit: 'Hour'],
        GetAccountingReport        : [ReportType: 'total_report'],
        GetCloudMetricLogs         : [From: 0, To: 2_000_000_000],
        GetIfEcsTypeSupportHtConfig: [InstanceType: 'ecs.g6.large'],
        GetSchedulerInfo           : ['Scheduler.1.SchedName': 'slurm'],
        ListNodesByQueue           : [QueueName: 'workq'],
        ListPreferredEcsTypes      : [ZoneId: 'cn-hangzhou-k'],
        ListTagResources           : [ResourceType: 'cluster'],
    ]

    /** The documented lists that are empty on a fresh service, by the reason. */
    static final Map<String, List<String>> EMPTY = [
        'no software is installed'                        : ['DescribeCluster.ClusterInfo.Applications.ApplicationInfo',
                                                             'ListInstalledSoftware.SoftwareList.SoftwareList'],
        'clusters have no add-ons'                        : ['DescribeCluster.ClusterInfo.AddOnsInfo.AddOnsInfo'],
        'this cluster is completely in the cloud'         : ['DescribeCluster.ClusterInfo.Nodes.NodesInfo',
                                                             'DescribeCluster.ClusterInfo.OnPremiseInfo.OnPremiseInfo'],
        'no post script is set'                           : ['DescribeCluster.ClusterInfo.PostInstallScripts.PostInstallScriptInfo',
                                                             'GetPostScripts.PostInstallScripts'],
        'no auto scaling is configured'                   : ['GetAutoScaleConfig.Queues.QueueInfo[].DataDisks.DataDisksInfo',
                                                             'GetAutoScaleConfig.Queues.QueueInfo[].InstanceTypes.InstanceTypeInfo',
                                                             'ListQueues.Queues.QueueInfo[].SpotInstanceTypes.Instance'],
        'no volume was added'                             : ['ListVolumes.Volumes.VolumeInfo[].AdditionalVolumes.VolumeInfo'],
        'no storage package was bought'                   : ['ListFileSystemWithMountTargets.FileSystemList.FileSystems[].PackageList.Packages'],
        'the client was not upgraded'                     : ['ListUpgradeClients.ClientRecords'],
        'nothing was profiled'                            : ['ListCloudMetricProfilings.Profilings.ProfilingInfo'],
        'nothing has changed'                             : ['ListClusterLogs.Logs.LogInfo'],
        'no job was submitted'                            : ['GetAccountingReport.Data.Data', 'ListJobs.Jobs.JobInfo', 'ListJobsWithFilters.Jobs',
                                                             'ListServerlessJobs.Jobs'],
        'no job template was created'                     : ['ListJobTemplates.Templates.JobTemplates'],
        'no task was started'                             : ['ListTasks.Tasks'],
        'no command was sent'                             : ['ListCommands.Commands.Command'],
        'no tag was set'                                  : ['ListTagResources.TagResources.TagResource'],
        'no user was added'                               : ['ListUsers.Users.UserInfo', 'ListUsersAsync.Users.UserInfo'],
    ]

    /** The reads of objects that a fresh service does not have. */
    static final Map<String, String> OF_SOMETHING = [
        DescribeJob            : 'it reads a job',
        DescribeServerlessJobs : 'it reads jobs',
        GetHybridClusterConfig : 'it reads a hybrid cluster',
        GetJobLog              : 'it reads a job',
        GetCloudMetricProfiling: 'it reads a profiling',
        ListInvocationResults  : 'it reads a command',
        ListInvocationStatus   : 'it reads a command',
    ]

    def 'every emulated read answers all its documented fields on a fresh service'() {
        given:
        start()
        List<Operation> reads = service.operations().collect { CATALOGUE.operation(it) }.findAll { !it.mutates() && !(it.name() in OF_SOMETHING) }

        when:
        Map<String, List<String>> missing = reads.collectEntries { [it.name(), missing(it)] }.findAll { it.value }

        then:
        missing == [:]
        reads.size() >= 36
    }

    def 'the exceptions are reads of the catalogue, each with one reason'() {
        given:
        List<String> empty = EMPTY.values().flatten()

        expect:
        empty.toUnique().size() == empty.size()
        (empty.collect { it.tokenize('.')[0] } + OF_SOMETHING.keySet() + PARAMETERS.keySet()).every { !CATALOGUE.operation(it).mutates() }
    }

    private List<String> missing(Operation operation) {
        Map<String, ?> parameters = [:] + (PARAMETERS[operation.name()] ?: [:])
        if (operation.parameter('ClusterId').filter { it.required() }.present) {
            parameters.ClusterId = DEMO
        }
        if (operation.parameter('RegionId').present) {
            parameters.RegionId = REGION
        }
        if (operation.name() == 'DescribeImagePrice') {
            parameters.ImageId = ask('ListCommunityImages').at('Images.ImageInfo').find { it.SkuCode == 'package' }.ImageId
        }
        WireClient.Reply reply = ask(operation.name(), parameters)
        reply.status == 200 ? missing(operation.response(), reply.body, operation.name()) : [reply.body.toString()]
    }

    private static List<String> missing(Shape shape, Object value, String path) {
        switch (shape.type()) {
            case Shape.Type.OBJECT:
                return value instanceof Map ?
                        shape.fields().collectMany { name, field -> missing(field, (value as Map)[name], "$path.$name") } +
                        (value.keySet() - shape.fields().keySet()).collect { "$path.$it is not documented".toString() } :
                        [path]
            case Shape.Type.LIST:
                return value instanceof List && (value || path in EMPTY.values().flatten()) ?
                        value.collectMany { missing(shape.element(), it, path + '[]') } : [path]
            case Shape.Type.BOOLEAN:
                return value instanceof Boolean ? [] : [path]
            case [Shape.Type.INTEGER, Shape.Type.LONG]:
                return value instanceof Integer || value instanceof Long ? [] : [path]
            case Shape.Type.FLOAT:
                return value instanceof Number ? [] : [path]
            default:
                return value instanceof String ? [] : [path]
        }
    }
}
