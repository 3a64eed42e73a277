package ehpc.local

/** What the operations on clusters, nodes and tasks refuse. A refused request changes nothing. */
class RefusalSpec extends LifecycleSpecification {

    private static final Map<String, ?> ZONE = ['ZoneInfos.1.ZoneId': 'cn-hangzhou-b', 'ZoneInfos.1.VSwitchId': 'vsw-1']
    private static final Map<String, ?> HYBRID_ONE = [
        Name: 'halves', OsTag: 'CentOS_7.6_64', VpcId: 'vpc-1', VSwitchId: 'vsw-1', 'EcsOrder.Compute.InstanceType': 'ecs.c7.xlarge',
        'Nodes.1.HostName': 'head', 'Nodes.1.IpAddress': '10.0.0.1', 'Nodes.1.Role': 'Manager']
    private static final Map<String, ?> EXISTED = [
        ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', ImageOwnerAlias: 'system', 'Instance.1.Id': 'i-1']
    private static final Map<String, ?> NONE = ['Instance.1.Id': 'i-none']

    def '#action is refused: #code, #message'() {
        given:
        start(Transitions.atOnce())
        List before = [ask('ListClusters').body.Clusters, ask('ListNodes', [ClusterId: DEMO]).body.Nodes]
        List refused = refusal(action, (action.startsWith('Create') ? [:] : [ClusterId: DEMO]) + parameters)

        expect:
        refused[0..1] == [status, code]
        refused[2] == message.toString()
        [ask('ListClusters').body.Clusters, ask('ListNodes', [ClusterId: DEMO]).body.Nodes] == before
        ask('ListTasks', [ClusterId: DEMO, Archived: true]).body.Tasks == []

        where:
        action                | parameters                                          | status | code               | message
        'CreateCluster'       | [Name: 'x1', Password: 'short']                     | 400    | 'InvalidParams'    | 'Password must be 8 to 30 characters'
        'CreateCluster'       | [KeyPairName: 'k']                                  | 400    | 'MissingParameter' | 'Name must be given'
        'CreateCluster'       | NEW + ['EcsOrder.Compute.Count': 100]               | 400    | 'InvalidParams'    | 'EcsOrder.Compute.Count must be 0 to 99, is 100'
        'CreateCluster'       | NEW + ['EcsOrder.Compute.InstanceType': 'big']      | 400    | 'InvalidParams'    | 'EcsOrder.Compute.InstanceType must be as in ecs.c6.large, is big'
        'CreateCluster'       | NEW + [ZoneId: 'cn-beijing-a']                      | 400    | 'InvalidParams'    | 'ZoneId must be a zone of region cn-hangzhou, is cn-beijing-a'
        'CreateCluster'       | NEW + [VpcId: 'mine']                               | 400    | 'InvalidParams'    | 'VpcId must be as in vpc-b3f3edefefeep0760yju1, is mine'
        'CreateCluster'       | NEW + [ImageId: 'm-none']                           | 404    | 'ImageNotFound'    | 'ImageId must be an image for CentOS, is m-none'
        'CreateCluster'       | NEW + [ImageId: EXISTED.ImageId, OsTag: 'CentOS_7.2_64'] | 400 | 'InvalidParams' | "OsTag must be that of image ${EXISTED.ImageId}: CentOS_7.6_64, is CentOS_7.2_64"
        'CreateCluster'       | NEW + [HaEnable: true, 'EcsOrder.Manager.Count': 1] | 400    | 'InvalidParams'    | 'EcsOrder.Manager.Count must be 2 with HaEnable, is 1'
        'CreateCluster'       | NEW + ['PostInstallScript.1.Url': 'setup.sh']       | 400    | 'InvalidParams'    | "PostInstallScript[1].Url must be an http, https or file URL or an absolute path, is 'setup.sh'"
        'CreateCluster'       | NEW + ['Tag.1.Value': 'x']                          | 400    | 'InvalidParams'    | 'Tag[1].Key must be given'
        'CreateHybridCluster' | HYBRID_ONE + ['Nodes.1.Role': 'Compute']            | 400    | 'InvalidParams'    | 'Nodes must have a node with Role Manager, unless EcsOrder.Manager.InstanceType is given'
        'CreateHybridCluster' | HYBRID_ONE + ['Nodes.1.IpAddress': '10.0.0.256']    | 400    | 'InvalidParams'    | "Nodes[1].IpAddress must be an IPv4 address, is '10.0.0.256'"
        'CreateHybridCluster' | HYBRID_ONE + ['Nodes.1.IpAddress': '10.0.0.01']     | 400    | 'InvalidParams'    | "Nodes[1].IpAddress must be an IPv4 address, is '10.0.0.01'"
        'CreateHybridCluster' | HYBRID_ONE + ['Nodes.2.HostName': 'head', 'Nodes.2.IpAddress': '10.0.0.2'] | 400 | 'InvalidParams' | 'Nodes[2].HostName must be new in the cluster, is head'
        'DeleteCluster'       | [ClusterId: 'nowhere']                              | 404    | 'ClusterNotFound'  | "there is no cluster nowhere; known: $DEMO, $HYBRID"
        'DeleteCluster'       | [ReleaseInstance: 'maybe']                          | 400    | 'InvalidParams'    | "ReleaseInstance must be true or false, is 'maybe'"
        'StartCluster'        | [:]                                                 | 403    | 'InvalidClusterStatus' | "cluster $DEMO must be stopped, but nodes of it are running"
        'RecoverCluster'      | [:]                                                 | 403    | 'InvalidClusterStatus' | "cluster $DEMO must be exception, is running"
        'AddNodes'            | [Count: 100]                                        | 400    | 'InvalidParams'    | 'Count must be 1 to 99, is 100'
        'AddNodes'            | [Count: 2, MinCount: 3]                             | 400    | 'InvalidParams'    | 'MinCount must be less than Count (2), is 3'
        'AddNodes'            | [Count: 2, JobQueue: 'gpu']                         | 400    | 'InvalidParams'    | "JobQueue must be a queue of cluster $DEMO: workq, is gpu"
        'AddNodes'            | [Count: 2, HostNamePrefix: 'a b']                   | 400    | 'InvalidParams'    | "HostNamePrefix must be up to 50 letters, digits, hyphens and dots, is 'a b'"
        'AddNodes'            | [Count: 2, HostNameSuffix: '-']                     | 400    | 'InvalidParams'    | "HostNameSuffix must be up to 50 letters, digits, hyphens and dots, is '-'"
        'AddNodes'            | [Count: 2, ImageId: 'm-none']                       | 404    | 'ImageNotFound'    | 'ImageId must be an image for CentOS, is m-none'
        'AddNodes'            | [Count: 2, InstanceType: 'big']                     | 400    | 'InvalidParams'    | 'InstanceType must be as in ecs.c6.large, is big'
        'AddNodes'            | [Count: 2, ZoneId: 'cn-beijing-a']                  | 400    | 'InvalidParams'    | 'ZoneId must be a zone of region cn-hangzhou, is cn-beijing-a'
        'ApplyNodes'          | ZONE + [TargetCapacity: 201]                        | 400    | 'InvalidParams'    | 'TargetCapacity must be at most 200 when ResourceAmountType is Instances, is 201'
        'ApplyNodes'          | [TargetCapacity: 1, 'ZoneInfos.1.ZoneId': 'cn-x-1'] | 400    | 'InvalidParams'    | 'ZoneId must be a zone of region cn-hangzhou, is cn-x-1'
        'ApplyNodes'          | ZONE + [TargetCapacity: 1, 'InstanceTypeModel.1.InstanceType': 'big'] | 400 | 'InvalidParams' | 'InstanceTypeModel.InstanceType must be as in ecs.c6.large, is big'
        'AddExistedNodes'     | EXISTED                                             | 400    | 'InvalidParams'    | 'Instance must have ids of stopped instances in no cluster; has i-1'
        'AddExistedNodes'     | EXISTED + [ImageId: 'm-none']                       | 404    | 'ImageNotFound'    | 'ImageId must be an image for CentOS of owner system, is m-none'
        'AddLocalNodes'       | [Nodes: '[]']                                       | 400    | 'InvalidParams'    | 'Nodes must be given'
        'AddLocalNodes'       | [Nodes: '[{"HostName": "one"}]']                    | 400    | 'InvalidParams'    | 'Nodes[1].IpAddress must be given'
        'AddLocalNodes'       | [Nodes: '[{"HostName": "one", "IpAddress": "10.0.0.1", "CpuCores": 0}]'] | 400 | 'InvalidParams' | 'Nodes[1].CpuCores must be at least 1, is 0'
        'AddLocalNodes'       | [Nodes: '[{"HostName": "compute000", "IpAddress": "10.0.0.1"}]'] | 400 | 'InvalidParams' | 'Nodes[1].HostName must be new in the cluster, is compute000'
        'AddLocalNodes'       | [Nodes: '[{"HostName": "one", "IpAddress": "172.16.0.1"}]'] | 400 | 'InvalidParams' | 'Nodes[1].IpAddress must be new in the cluster, is 172.16.0.1'
        'AddLocalNodes'       | [Nodes: '[{"HostName": "one", "IpAddress": "10.0.0.1"}]', Queue: 'gpu'] | 400 | 'InvalidParams' | "Queue must be a queue of cluster $DEMO: workq, is gpu"
        'DeleteNodes'         | [:]                                                 | 400    | 'MissingParameter' | 'Instance must be given'
        'DeleteNodes'         | NONE                                                | 400    | 'InvalidParams'    | "Instance must have ids of nodes of cluster $DEMO, has i-none"
        'StartNodes'          | NONE                                                | 400    | 'InvalidParams'    | "Instance must have ids of nodes of cluster $DEMO, has i-none"
        'StopNodes'           | NONE + [Role: 'Boss']                               | 400    | 'InvalidParams'    | "Role must be Manager, Login or Compute, is 'Boss'"
        'ResetNodes'          | NONE                                                | 400    | 'InvalidParams'    | "Instance must have ids of nodes of cluster $DEMO, has i-none"
        'ListTasks'           | [PageNumber: 1000]                                  | 400    | 'InvalidParams'    | 'PageNumber must be 1 to 999, is 1000'
        'ListNodesNoPaging'   | [Role: 'Boss']                                      | 400    | 'InvalidParams'    | "Role must be Manager, Login or Compute, is 'Boss'"
    }

    def '#action refuses nodes: #code, #message'() {
        given:
        start(Transitions.atOnce())
        service.stopNode(node('compute003'))

        expect:
        refusal(action, [ClusterId: cluster] + ['Instance.1.Id': node(host, cluster)] + more) == [status, code, message]

        where:
        action        | host         | cluster | more             | status | code                | message
        'StartNodes'  | 'compute000' | DEMO    | [:]              | 403    | 'InvalidNodeStatus' | 'node compute000 must be stopped, is running'
        'StopNodes'   | 'compute003' | DEMO    | [:]              | 403    | 'InvalidNodeStatus' | 'node compute003 must be running or exception, is stopped'
        'StopNodes'   | 'login0'     | DEMO    | [:]              | 400    | 'InvalidParams'     | 'node login0 must have role Compute, has role Login'
        'StopNodes'   | 'compute000' | DEMO    | [Role: 'Login']  | 400    | 'InvalidParams'     | 'node compute000 must have role Login, has role Compute'
        'ResetNodes'  | 'manager0'   | DEMO    | [:]              | 400    | 'InvalidParams'     | 'node manager0 must have role Compute, has role Manager'
        'DeleteNodes' | 'login0'     | DEMO    | [:]              | 400    | 'InvalidParams'     | 'node login0 must have role Compute, has role Login'
        'StopNodes'   | 'local000'   | HYBRID  | [:]              | 400    | 'InvalidParams'     | 'node local000 must be in the cloud, is outside'
        'ResetNodes'  | 'local000'   | HYBRID  | [:]              | 400    | 'InvalidParams'     | 'node local000 must be in the cloud, is outside'
    }

    def '#action needs a cluster that is #status'() {
        given:
        start(Transitions.atOnce())
        Map<String, String> node = ['Instance.1.Id': node('compute000')]
        service.setClusterStatus(DEMO, 'init')

        expect:
        refusal(action, [ClusterId: DEMO] + (nodes ? node : [:]) + parameters) ==
                [403, 'InvalidClusterStatus', "cluster $DEMO must be $status, is init".toString()]

        where:
        action            | nodes | parameters                                              | status
        'DeleteCluster'   | false | [:]                                                     | 'running or exception'
        'StartCluster'    | false | [:]                                                     | 'running'
        'StopCluster'     | false | [:]                                                     | 'running'
        'RecoverCluster'  | false | [:]                                                     | 'exception'
        'AddNodes'        | false | [Count: 2]                                              | 'running'
        'ApplyNodes'      | false | ZONE + [TargetCapacity: 1]                              | 'running'
        'AddLocalNodes'   | false | [Nodes: '[{"HostName": "one", "IpAddress": "10.0.0.1"}]'] | 'running'
        'AddExistedNodes' | false | EXISTED                                                 | 'running'
        'DeleteNodes'     | true  | [:]                                                     | 'running'
        'StartNodes'      | true  | [:]                                                     | 'running'
        'StopNodes'       | true  | [:]                                                     | 'running'
        'ResetNodes'      | true  | [:]                                                     | 'running'
    }

    def 'nodes with a task conflict with another one, other nodes do not'() {
        given:
        start(Transitions.afterLooks(100))
        WireClient.Reply first = ask('StopNodes', [ClusterId: DEMO] + instances('compute000', 'compute001'))

        expect:
        refusal('ResetNodes', [ClusterId: DEMO] + instances('compute001')) ==
                [403, 'ConflictOpt', "task ${first.body.TaskId} (StopComputes) of node compute001 must end before".toString()]
        refusal('DeleteCluster', [ClusterId: DEMO]) ==
                [403, 'ConflictOpt', "task ${first.body.TaskId} (StopComputes) of cluster $DEMO must end before".toString()]
        ask('StopNodes', [ClusterId: DEMO] + instances('compute002')).status == 200
        ask('AddNodes', [ClusterId: DEMO, Count: 2]).status == 200
    }

    def 'an account has at most 100 clusters'() {
        given:
        start(Transitions.atOnce())

        expect:
        (1..98).every { ask('CreateCluster', NEW).status == 200 }
        refusal('CreateCluster', NEW) == [406, 'EcsError', 'the account must have at most 100 clusters, has them']
    }
}
