package ehpc.local

import ehpc.api.Catalogue
import ehpc.api.Operation
import ehpc.local.internal.exec.NodeProcess
import java.time.Duration

/**
 * Refused requests for software, volumes, security groups, resources, auto scaling, metrics, visualization, the client, logs and reports: their
 * documented code, and nothing changes.
 */
class ResourceRefusalSpec extends LocalSpecification {

    static final Map<String, ?> PRICED = ['Commodities.1.Amount': 1, 'Commodities.1.InstanceType': 'ecs.c6.large',
                                          'Commodities.1.NodeType': 'Compute', 'Commodities.1.Period': 1, PriceUnit: 'Hour']
    static final Map<String, ?> DATA = ['AdditionalVolumes.1.VolumeId': '0localdata', 'AdditionalVolumes.1.LocalDirectory': '/data',
                                        'AdditionalVolumes.1.VolumeMountpoint': '0localdata-abc12.cn-hangzhou.nas.aliyuncs.com']
    static final Map<String, ?> VISUAL = [CidrIp: '10.0.0.1', Port: 12016]
    static final Map<String, ?> PASSWORD = [Passwd: 'abc123', RunasUser: 'root', RunasUserPassword: 'Local-root-1']
    static final Map<String, ?> PROCESS = [HostName: 'compute000', ProcessId: 7]
    static final Map<String, ?> TIMES = [From: 0, To: 2_000_000_000]

    /** The reads that show the changes of the refused operations. */
    static final List<String> STATE = ['DescribeCluster', 'GetAutoScaleConfig', 'GetClusterVolumes', 'ListClusterLogs', 'ListCloudMetricProfilings',
                                       'ListInstalledSoftware', 'ListSecurityGroups']

    def '#action with #parameters is refused: #code'() {
        given:
        start()
        Map<String, ?> asked = withCluster(action, parameters)
        List<Map> before = state()

        expect:
        refusal(action, asked)[0..1] == [status, code]
        refusal(action, asked)[2].contains(message)
        state() == before
        documented(action, status, code)

        where:
        action                        | parameters                                                      | status | code                        | message
        'InstallSoftware'             | [Application: 'OPENFOAM_5.1']                                   | 400    | 'InvalidParams'             | "must be a tag of ListSoftwares, is OPENFOAM_5.1; did you mean 'OPENFOAM_5.0'?"
        'InstallSoftware'             | [:]                                                             | 400    | 'MissingParameter'          | 'Application must be given'
        'UninstallSoftware'           | [Application: 'nothing']                                        | 400    | 'InvalidParams'             | 'must be a tag of ListSoftwares, is nothing'
        'UninstallSoftware'           | [Application: 'MPICH_3.2']                                      | 406    | 'ExecFail'                  | 'application MPICH_3.2 is not installed on cluster'
        'ListSoftwares'               | [OsTag: 'CentOS_5.0_64']                                        | 404    | 'ImageNotFound'             | 'OsTag must be CentOS_7.6_64 or CentOS_7.2_64, is CentOS_5.0_64'
        'ListImages'                  | [BaseOsTag: 'CentOS_5.0_64']                                    | 404    | 'ImageNotFound'             | 'there is no public image for CentOS_5.0_64'
        'ListImages'                  | [InstanceType: 'large']                                         | 400    | 'InvalidParameter'          | 'InstanceType must be as in ecs.c6.large, is large'
        'ListCommunityImages'         | [ClusterId: 'nowhere']                                          | 404    | 'ClusterNotFound'           | 'there is no cluster nowhere'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.VolumeId': '0none']                | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].VolumeId must be a file system of the account: 0localdemo, '
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.VolumeMountpoint': 'a.b']          | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].VolumeMountpoint must be the mount target of 0localdata: 0localdata-abc12.'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.LocalDirectory': 'data']           | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].LocalDirectory must be an absolute path, as in /data, is data'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.LocalDirectory': '/home']          | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].LocalDirectory must be a directory without another volume, is /home'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.LocalDirectory': '/']              | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].LocalDirectory must be an absolute path'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.RemoteDirectory': 'x']             | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].RemoteDirectory must be an absolute path'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.JobQueue': 'gpu']                  | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].JobQueue must be a queue of the cluster: workq, is gpu'
        'UpdateClusterVolumes'        | DATA + ['AdditionalVolumes.1.Roles.1.Name': 'Master']           | 400    | 'InvalidParams'             | "must be Manager, Login or Compute, is 'Master'"
        'UpdateClusterVolumes'        | ['AdditionalVolumes.1.VolumeId': '0localdata']                  | 400    | 'InvalidParams'             | 'AdditionalVolumes[1].VolumeMountpoint must be given'
        'AddSecurityGroup'            | [SecurityGroupId: 'group 1']                                    | 400    | 'InvalidSecurityGroup'      | 'SecurityGroupId must be as in sg-bp13n61xsydodfygabcd, is group 1'
        'AddSecurityGroup'            | [SecurityGroupId: 'own']                                        | 404    | 'SecurityGroupAlreadyExists' | "cluster $DEMO is in security group sg-"
        'DeleteSecurityGroup'         | [SecurityGroupId: 'sg-bp1none']                                 | 404    | 'InvalidSecurityGroup'      | "SecurityGroupId must be a security group of cluster $DEMO: sg-"
        'DeleteSecurityGroup'         | [SecurityGroupId: 'own']                                        | 404    | 'SecurityGroupNotSupported' | 'is that of the creation of cluster'
        'DescribePrice'               | PRICED + ['Commodities.1.InstanceType': 'ecs.x1.large']         | 400    | 'InvalidParams'             | 'Commodities[1].InstanceType must be a type of ListAvailableEcsTypes, is ecs.x1.large'
        'DescribePrice'               | PRICED + ['Commodities.1.Amount': 2000]                         | 400    | 'InvalidParams'             | 'Amount must be'
        'DescribePrice'               | PRICED + ['Commodities.1.Period': 4, PriceUnit: 'Year']         | 400    | 'InvalidParams'             | 'Period must be'
        'DescribeImagePrice'          | [ImageId: 'm-none', SkuCode: 'package', PriceUnit: 'Day', Period: 1, Amount: 1] | 400 | 'InvalidParams' | 'ImageId must be a marketplace image: m-bp1'
        'DescribeImagePrice'          | [ImageId: 'm-none', SkuCode: 'package', PriceUnit: 'Day', Period: 31, Amount: 1] | 400 | 'InvalidParams' | 'Period must be'
        'ListAvailableEcsTypes'       | [ZoneId: 'cn-hangzhou-z']                                       | 400    | 'InvalidParams'             | 'ZoneId must be cn-hangzhou-b or cn-hangzhou-k, is cn-hangzhou-z'
        'ListPreferredEcsTypes'       | [ZoneId: 'cn-hangzhou-z']                                       | 400    | 'InvalidParams'             | 'ZoneId must be cn-hangzhou-b or cn-hangzhou-k, is cn-hangzhou-z'
        'GetIfEcsTypeSupportHtConfig' | [InstanceType: 'ecs.x1.large']                                  | 406    | 'EcsError'                  | 'there is no instance type ecs.x1.large in cn-hangzhou'
        'SetAutoScaleConfig'          | [:]                                                             | 400    | 'MissingParameter'          | 'MaxNodesInCluster must be given'
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 501]                                        | 400    | 'InvalidParams'             | 'MaxNodesInCluster must be'
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, ExcludeNodes: 'i-none']                  | 400    | 'InvalidParams'             | "ExcludeNodes must be ids of compute nodes of cluster $DEMO, is i-none"
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, ImageId: 'm-none']                       | 400    | 'InvalidParams'             | 'ImageId must be an image for CentOS, is m-none'
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, 'Queues.1.MinNodesInQueue': 1]           | 400    | 'InvalidParams'             | 'Queues[1].QueueName must be given'
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, 'Queues.1.QueueName': 'gpu']             | 400    | 'InvalidParams'             | "Queues[1].QueueName must be a queue of cluster $DEMO: workq, is gpu"
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, 'Queues.1.QueueName': 'workq', 'Queues.2.QueueName': 'workq'] | 400 | 'InvalidParams' | "queue 'workq' must be given once, is given twice"
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, 'Queues.1.QueueName': 'workq', 'Queues.1.QueueImageId': 'x'] | 400 | 'InvalidParams' | 'Queues[1].QueueImageId must be an image for CentOS, is x'
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, 'Queues.1.QueueName': 'workq', 'Queues.1.MinNodesInQueue': 5, 'Queues.1.MaxNodesInQueue': 4] | 400 | 'InvalidParams' | 'Queues[1].MinNodesInQueue must be at most MaxNodesInQueue (4), is 5'
        'SetAutoScaleConfig'          | [MaxNodesInCluster: 9, 'Queues.1.QueueName': 'workq', 'Queues.1.MinNodesPerCycle': 5, 'Queues.1.MaxNodesPerCycle': 4] | 400 | 'InvalidParams' | 'Queues[1].MinNodesPerCycle must be at most MaxNodesPerCycle (4), is 5'
        'GetCloudMetricLogs'          | [From: 2, To: 1]                                                | 400    | 'InvalidParams'             | 'To must be at least From (2), is 1'
        'GetCloudMetricLogs'          | TIMES + [MetricScope: 'network']                                | 400    | 'InvalidParams'             | 'MetricScope must be machine or process in the local service, is network'
        'GetCloudMetricLogs'          | TIMES + [Filter: '{"DiskDevice":"vda1"}']                       | 400    | 'InvalidParams'             | 'Filter must be InstanceId or Hostname in the local service'
        'GetCloudMetricLogs'          | TIMES + [MetricCategories: 'gpu']                               | 400    | 'InvalidParams'             | 'MetricCategories must be'
        'GetCloudMetricProfiling'     | [ProfilingId: 'none']                                           | 400    | 'InvalidParams'             | "ProfilingId must be a profiling of cluster $DEMO, is none"
        'RunCloudMetricProfiling'     | PROCESS + [HostName: 'compute009']                              | 400    | 'InvalidParams'             | "HostName must be a node of cluster $DEMO, is compute009"
        'RunCloudMetricProfiling'     | PROCESS                                                         | 400    | 'InvalidParams'             | 'ProcessId must be a running process of node compute000, is 7'
        'RunCloudMetricProfiling'     | PROCESS + [Duration: 9]                                         | 400    | 'InvalidParams'             | 'Duration must be'
        'RunCloudMetricProfiling'     | PROCESS + [RegionId: 'cn-beijing']                              | 404    | 'ClusterNotFound'           | 'is in region cn-hangzhou, not in cn-beijing'
        'StartVisualService'          | VISUAL + [Port: 5900]                                           | 400    | 'InvalidParams'             | 'Port must be 12016, is 5900'
        'StartVisualService'          | VISUAL + [CidrIp: '10.0.0.256']                                 | 400    | 'InvalidParams'             | 'CidrIp must be as in 192.168.0.0/24, is 10.0.0.256'
        'StartVisualService'          | VISUAL + [CidrIp: '10.0.0.0/33']                                | 400    | 'InvalidParams'             | 'CidrIp must be as in 192.168.0.0/24, is 10.0.0.0/33'
        'StopVisualService'           | VISUAL                                                          | 403    | 'ExecFail'                  | "remote visualization of cluster $DEMO was not started for 10.0.0.1"
        'ModifyVisualServicePasswd'   | PASSWORD + [RunasUserPassword: 'wrong']                         | 403    | 'IncorrectCredential'       | 'RunasUserPassword must be the password of root'
        'ModifyVisualServicePasswd'   | PASSWORD + [Passwd: 'abcdef']                                   | 400    | 'InvalidParams'             | 'Passwd must'
        'ModifyVisualServicePasswd'   | PASSWORD + [RunasUser: 'ada']                                   | 400    | 'InvalidParams'             | 'RunasUser must be root'
        'ListUpgradeClients'          | [RegionId: 'cn-beijing']                                        | 404    | 'ClusterNotFound'           | 'is in region cn-hangzhou, not in cn-beijing'
        'UpgradeClient'               | [ClientVersion: '2.0.0']                                        | 403    | 'InvalidClientVersion'      | 'ClientVersion must be 2.0.1 or 2.1.0, is 2.0.0'
        'UpgradeClient'               | [ClientVersion: '9.9.9']                                        | 403    | 'InvalidClientVersion'      | 'ClientVersion must be 2.0.1 or 2.1.0, is 9.9.9'
        'ListClusterLogs'             | [PageSize: 101]                                                 | 400    | 'InvalidParams'             | 'PageSize must be'
        'ListCpfsFileSystems'         | [PageSize: 51]                                                  | 400    | 'InvalidParameter'          | 'PageSize must be'
        'GetAccountingReport'         | [ReportType: 'cost_report']                                     | 400    | 'InvalidParams'             | 'ReportType must be'
        'GetAccountingReport'         | [ReportType: 'job_report', StartTime: 2, EndTime: 1]            | 400    | 'InvalidParams'             | 'EndTime must be at least StartTime (2), is 1'
    }

    def '#action needs #need'() {
        given:
        start()
        machines.processes = [new NodeProcess(node('compute000'), 4007, 7, 'sleep', Duration.ZERO, Duration.ZERO, Duration.ZERO, 1)]

        expect:
        refusal(action, [ClusterId: 'nowhere'] + parameters) == [404, 'ClusterNotFound', "there is no cluster nowhere; known: $DEMO, $HYBRID"]

        when:
        service.setClusterStatus(DEMO, 'exception')
        WireClient.Reply notRunning = ask(action, [ClusterId: DEMO] + parameters)
        service.setClusterStatus(DEMO, 'running')
        ['manager0', 'login0'].each { service.stopNode(node(it)) }
        WireClient.Reply stopped = ask(action, [ClusterId: DEMO] + parameters)

        then:
        notRunning.body.Code == (need == 'a cluster' ? null : 'InvalidClusterStatus')
        notRunning.status == (need == 'a cluster' ? 200 : 403)
        [stopped.status, stopped.body.Code, stopped.body.Message] == (
                need.contains('manager') ? [406, 'AgentError', "a manager node of cluster $DEMO must be running, none is"] :
                need.contains('login') ? [403, 'AgentError', "a login node of cluster $DEMO must be running, none is"] :
                [200, null, stopped.body.Message])
        need == 'a cluster' || documented(action, 403, 'InvalidClusterStatus')

        where:
        action                      | parameters                        | need
        'InstallSoftware'           | [Application: 'MPICH_3.2']        | 'a running cluster with a manager'
        'UninstallSoftware'         | [Application: 'MPICH_3.2']        | 'a running cluster with a manager'
        'ListInstalledSoftware'     | [:]                               | 'a cluster'
        'GetClusterVolumes'         | [:]                               | 'a cluster'
        'UpdateClusterVolumes'      | DATA                              | 'a running cluster'
        'AddSecurityGroup'          | [SecurityGroupId: 'sg-bp1aaa', ClientToken: 'T'] | 'a cluster'
        'ListSecurityGroups'        | [:]                               | 'a cluster'
        'SetAutoScaleConfig'        | [MaxNodesInCluster: 9]            | 'a running cluster'
        'GetAutoScaleConfig'        | [:]                               | 'a cluster'
        'DescribeAutoScaleConfig'   | [:]                               | 'a cluster'
        'GetCloudMetricLogs'        | TIMES                             | 'a running cluster'
        'RunCloudMetricProfiling'   | PROCESS                           | 'a running cluster'
        'ListCloudMetricProfilings' | [:]                               | 'a running cluster'
        'StartVisualService'        | VISUAL                            | 'a running cluster with a login node'
        'GetVisualServiceStatus'    | [:]                               | 'a running cluster with a login node'
        'ModifyVisualServicePasswd' | PASSWORD                          | 'a running cluster with a login node'
        'UpgradeClient'             | [:]                               | 'a running cluster'
        'ListClusterLogs'           | [:]                               | 'a cluster'
        'GetAccountingReport'       | [ReportType: 'total_report']      | 'a cluster'
    }

    /** Fills in the cluster, the region, and the cluster's own security group. */
    private Map<String, ?> withCluster(String action, Map<String, ?> parameters) {
        Operation operation = Catalogue.ehpc().operation(action)
        Map<String, ?> all = operation.parameter('ClusterId').filter { it.required() }.present ? [ClusterId: DEMO] + parameters : parameters
        if (operation.parameter('RegionId').filter { it.required() }.present) {
            all = [RegionId: REGION] + all
        }
        if (parameters.SecurityGroupId == 'own') {
            all = all + [SecurityGroupId: ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.SecurityGroupId')]
        }
        all
    }

    private List<Map> state() {
        STATE.collect { ask(it, [ClusterId: DEMO]).body.findAll { it.key != 'RequestId' } }
    }

    /** Returns whether the catalogue documents the error, as far as it knows all of them; the gateway has errors of its own. */
    private static boolean documented(String action, int status, String code) {
        Operation operation = Catalogue.ehpc().operation(action)
        List<Integer> statuses = operation.errors().findAll { it.code() == code }*.http()
        statuses ? status in statuses : !operation.errorsComplete() || code in ['MissingParameter', 'InvalidParameter']
    }
}
