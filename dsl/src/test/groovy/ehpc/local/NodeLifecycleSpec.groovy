package ehpc.local

import java.nio.file.Path
import java.time.Duration
import spock.lang.TempDir

/** Nodes join, stop, start, are reset and leave. */
class NodeLifecycleSpec extends LifecycleSpecification {

    private static final Map<String, String> ZONE = ['ZoneInfos.1.ZoneId': 'cn-hangzhou-b', 'ZoneInfos.1.VSwitchId': 'vsw-1']

    @TempDir
    Path temp

    def 'nodes join as the request says, and serve its queue'() {
        given:
        start(Transitions.afterLooks(1))
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])

        when:
        WireClient.Reply answer = ask('AddNodes', [
            ClusterId: DEMO, Count: 2, MinCount: 1, HostNamePrefix: 'gpu', HostNameSuffix: '-x', JobQueue: 'gpu',
            InstanceType: 'ecs.gn6v-c8g1.2xlarge', CreateMode: 'autoscale', ComputeSpotStrategy: 'SpotAsPriceGo', ComputeEnableHt: false])
        List<List<String>> seen = (1..3).collect { statuses()[4..5] }

        then:
        answer.body.TaskId == answer.body.RequestId
        seen == [['uninit'] * 2, ['initing'] * 2, ['running'] * 2]
        with(ask('ListNodes', [ClusterId: DEMO, HostNamePrefix: 'gpu']).at('Nodes.NodeInfo')) {
            it*.Id == answer.at('InstanceIds.InstanceId')
            it*.HostName == ['gpu000-x', 'gpu001-x']
            it[0].subMap('InstanceType', 'CreateMode', 'SpotStrategy', 'HtEnabled', 'StateInSched', 'CreatedByEhpc') == [
                InstanceType: 'ecs.gn6v-c8g1.2xlarge', CreateMode: 'autoscale', SpotStrategy: 'SpotAsPriceGo', HtEnabled: false,
                StateInSched: 'active', CreatedByEhpc: true]
        }
        ask('ListNodesByQueue', [ClusterId: DEMO, QueueName: 'gpu']).at('Nodes.NodeInfo')*.HostName == ['gpu000-x', 'gpu001-x']
        with(task(answer)) {
            it.subMap('Status', 'TaskType', 'CurrentStep', 'TotalSteps', 'Errors') ==
                    [Status: 'Success', TaskType: 'AddComputes', CurrentStep: 3, TotalSteps: 3, Errors: '[]']
            WireClient.JSON.readValue(Result as String, Map).Instances*.Hostname == ['gpu000-x', 'gpu001-x']
        }

        when: 'the next ones go on with the numbers, and have the type of the last ones'
        ask('AddNodes', [ClusterId: DEMO, Count: 2])
        ask('AddNodes', [ClusterId: DEMO, Count: 2, HostNamePrefix: 'gpu', HostNameSuffix: '-x'])

        then:
        hosts(Role: 'Compute')[6..-1] == ['compute004', 'compute005', 'gpu002-x', 'gpu003-x']
        ask('ListNodesNoPaging', [ClusterId: DEMO]).at('Nodes.NodeInfo')*.InstanceType.toUnique() == ['ecs.c6.large', 'ecs.gn6v-c8g1.2xlarge']
    }

    def 'commands do not start on a node before it is running'() {
        given:
        start(Transitions.afterLooks(1))
        String id = ask('AddNodes', [ClusterId: DEMO, Count: 2]).at('InstanceIds.InstanceId')[0]

        when:
        List<String> commands = (1..3).collect {
            String command = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi', 'Instance.1.Id': id]).body.CommandId
            waitFor(command)
            statuses()
            command
        }

        then:
        statuses()[4] == 'running'
        commands.collect { results(it)*.InvokeRecordStatus } == [['Failed']] * 3
        machines.started == []
    }

    def 'nodes stop, which ends their commands, and start'() {
        given:
        start(Transitions.afterLooks(1))
        String held = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'hold'] + instances('compute000', 'compute001')).body.CommandId

        when:
        WireClient.Reply stop = ask('StopNodes', [ClusterId: DEMO] + instances('compute000', 'compute001'))
        List<List<String>> seen = (1..2).collect { statuses()[0..2] }
        waitFor(held)

        then:
        seen == [['running'] * 3, ['stopped', 'stopped', 'running']]
        results(held)*.ExitCode == [137, 137]
        task(stop).subMap('Status', 'TaskType') == [Status: 'Success', TaskType: 'StopComputes']

        when:
        WireClient.Reply begin = ask('StartNodes', [ClusterId: DEMO] + instances('compute001'))
        seen = (1..2).collect { statuses()[0..2] }

        then:
        seen == [['stopped', 'initing', 'running'], ['stopped', 'running', 'running']]
        task(begin).subMap('Status', 'TaskType') == [Status: 'Success', TaskType: 'StartComputes']

        when: 'managers and login nodes, too'
        WireClient.Reply manager = ask('StopNodes', [ClusterId: DEMO, Role: 'Manager'] + instances('manager0'))

        then:
        ended(manager).Status == 'Success'
        refusal('ListUsers', [ClusterId: DEMO])[0..1] == [404, 'ManagerNotFound']
    }

    def 'a node that fails meanwhile stays failed'() {
        given:
        start(Transitions.afterLooks(2))
        service.stopNode(node('compute000'))
        WireClient.Reply begin = ask('StartNodes', [ClusterId: DEMO] + instances('compute000'))

        when:
        service.failNode(node('compute000'))

        then:
        ended(begin).Status == 'Success'
        statuses()[0] == 'exception'
    }

    def 'deleted nodes leave, their names come back with other ids, and other worlds do not see them'() {
        given:
        LocalOptions options = LocalOptions.defaults().withTransitions(Transitions.atOnce()).withDataDirectory(temp.resolve('world'))
        start(options)
        String before = node('compute003')
        String held = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'hold'] + instances('compute003')).body.CommandId

        when:
        WireClient.Reply deletion = ask('DeleteNodes', [ClusterId: DEMO] + instances('compute001', 'compute003'))
        waitFor(held)

        then:
        task(deletion).subMap('Status', 'TaskType', 'Result') == [Status: 'Success', TaskType: 'DeleteComputes', Result: '{}']
        hosts(Role: 'Compute') == ['compute000', 'compute002']

        when:
        ask('AddNodes', [ClusterId: DEMO, Count: 2])
        service.close()
        start(options.withComputeNodes(5))

        then:
        hosts(Role: 'Compute', SortBy: 'HostName') == ['compute000', 'compute002', 'compute003', 'compute004', 'compute005']
        node('compute003') != before
    }

    def 'with Sync, nodes leave and join at once'() {
        given:
        start(Transitions.timed(Duration.ofHours(1)))

        when:
        WireClient.Reply deletion = ask('DeleteNodes', [ClusterId: DEMO, Sync: true] + instances('compute001'))
        WireClient.Reply addition = ask('AddNodes', [ClusterId: DEMO, Count: 2, Sync: true])

        then:
        deletion.body.TaskId == 'Not Available'
        task(addition).Status == 'Success'
        hosts(Role: 'Compute') == ['compute000', 'compute002', 'compute003', 'compute004', 'compute005']
        statuses().toUnique() == ['running']
    }

    def 'instances that are not released join a cluster again'() {
        given:
        start(Transitions.atOnce())
        Map<String, String> two = instances('compute001', 'compute003')
        List<String> ids = two.values().toList()
        ask('DeleteNodes', [ClusterId: DEMO, ReleaseInstance: false] + two)
        Map<String, String> image = [ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', ImageOwnerAlias: 'system']

        when:
        WireClient.Reply answer = ask('AddExistedNodes', [ClusterId: DEMO, JobQueue: 'workq', 'Instance.1.Id': ids[1]] + image)

        then:
        task(answer).subMap('Status', 'TaskType') == [Status: 'Success', TaskType: 'AddComputes']
        hosts(Role: 'Compute') == ['compute000', 'compute002', 'compute003']
        node('compute003') == ids[1]
        refusal('AddExistedNodes', [ClusterId: DEMO, 'Instance.1.Id': ids[1]] + image) ==
                [403, 'InvalidNodeStatus', "instance ${ids[1]} must be in no cluster, is in $DEMO".toString()]
        refusal('AddExistedNodes', [ClusterId: DEMO, 'Instance.1.Id': 'i-1'] + image) ==
                [400, 'InvalidParams', "Instance must have ids of stopped instances in no cluster: ${ids[0]}; has i-1".toString()]
        refusal('AddExistedNodes', [ClusterId: HYBRID, 'Instance.1.Id': ids[0]] + image) ==
                [400, 'InvalidParams', "host name compute001 of instance ${ids[0]} must be new in the cluster".toString()]
    }

    def 'nodes are applied for by number or by cores: #parameters'() {
        given:
        start(Transitions.atOnce())

        when:
        WireClient.Reply answer = ask('ApplyNodes', [ClusterId: DEMO] + ZONE + parameters)

        then:
        answer.body.SatisfiedAmount == amount
        answer.body.Detail == 'Resources Application is satisfied. Creating...'
        answer.at('InstanceIds.InstanceId').size() == nodes
        ended(answer).Status == 'Success'
        ask('ListNodesNoPaging', [ClusterId: DEMO]).at('Nodes.NodeInfo')[4..-1]*.InstanceType.toUnique() == [type]

        where:
        parameters                                                           | nodes | amount | type
        [TargetCapacity: 3]                                                  | 3     | 3      | 'ecs.c6.large'
        [TargetCapacity: 10, ResourceAmountType: 'Cores', Cores: 4, Memory: 16] | 3  | 12     | 'ecs.g6.xlarge'
        [TargetCapacity: 1, 'InstanceTypeModel.1.InstanceType': 'ecs.n1.tiny'] | 1   | 1      | 'ecs.n1.tiny'
    }

    def 'the stock ends at 10,000 compute nodes'() {
        given:
        start(LocalOptions.defaults().withTransitions(Transitions.atOnce()).withComputeNodes(9_990))

        expect:
        refusal('AddNodes', [ClusterId: DEMO, Count: 20, MinCount: 11]) == [406, 'EcsError', 'the stock must have at least 11 instances, has 10']
        refusal('ApplyNodes', [ClusterId: DEMO, TargetCapacity: 11] + ZONE) == [406, 'EcsError', 'the stock must have at least 11 instances, has 10']
        ask('AddNodes', [ClusterId: DEMO, Count: 20, MinCount: 6]).at('InstanceIds.InstanceId').size() == 6
        ask('ApplyNodes', [ClusterId: DEMO, TargetCapacity: 11, StrictSatisfiedTargetCapacity: false] + ZONE).body
                .subMap('SatisfiedAmount', 'Detail') == [SatisfiedAmount: 4, Detail: 'Resources Application is partly satisfied. Creating...']
        hosts([PageSize: 2, PageNumber: 5001]) == ['compute9998', 'compute9999']
        refusal('AddNodes', [ClusterId: DEMO, Count: 2])[1] == 'EcsError'
    }

    def 'nodes of a data center join, and are in the configuration of a hybrid cluster'() {
        given:
        start(Transitions.atOnce())
        String nodes = '[{"HostName": "local007", "IpAddress": "192.168.0.77", "CpuCores": 64, "Memory": 131072}]'

        when:
        WireClient.Reply answer = ask('AddLocalNodes', [ClusterId: HYBRID, Nodes: nodes, Queue: 'workq'])

        then:
        with(ask('ListNodes', [ClusterId: HYBRID, HostName: 'local007']).at('Nodes.NodeInfo')[0]) {
            Id == answer.at('InstanceIds.InstanceId')[0]
            subMap('Status', 'Location', 'IpAddress', 'InstanceType') ==
                    [Status: 'running', Location: 'OnPremise', IpAddress: '192.168.0.77', InstanceType: '']
            TotalResources == [Cpu: 64, Gpu: 0, Memory: 131_072]
        }
        config([:]).readLines()[0..5] ==
                ['[cluster]', 'id = ' + HYBRID, 'name = localhybrid', 'region = cn-hangzhou', 'scheduler = slurm', 'account = nis']
        config(Node: 'local007') == '[local007]\nip = 192.168.0.77\nrole = Compute\n'
        refusal('GetHybridClusterConfig', [ClusterId: DEMO]) == [406, 'InvalidOpt', "cluster $DEMO must be a hybrid cluster, is not".toString()]
        refusal('GetHybridClusterConfig', [ClusterId: HYBRID, Node: 'login0'])[0..1] == [400, 'InvalidParams']
    }

    def 'a hybrid cluster is created with the nodes of a data center'() {
        given:
        start(Transitions.atOnce())
        Map<String, ?> hybrid = [
            Name: 'two-halves', OsTag: 'CentOS_7.6_64', VpcId: 'vpc-1', VSwitchId: 'vsw-1', 'EcsOrder.Compute.InstanceType': 'ecs.c7.xlarge',
            'Nodes.1.HostName': 'head', 'Nodes.1.IpAddress': '10.0.0.1', 'Nodes.1.Role': 'Manager', 'Nodes.1.SchedulerType': 'slurm',
            'Nodes.2.HostName': 'work', 'Nodes.2.IpAddress': '10.0.0.2', 'Nodes.2.Role': 'Compute', ClientToken: 'one']

        when:
        WireClient.Reply answer = ask('CreateHybridCluster', hybrid)
        String id = answer.body.ClusterId

        then:
        task(answer, id).Status == 'Success'
        ask('CreateHybridCluster', hybrid).body.ClusterId == id
        with(ask('DescribeCluster', [ClusterId: id]).body.ClusterInfo) {
            subMap('Status', 'Location', 'SchedulerType') == [Status: 'running', Location: 'OnPremise', SchedulerType: 'slurm']
            OnPremiseInfo.OnPremiseInfo*.HostName == ['head']
        }
        ask('SyncUsers', [ClusterId: id, RegionId: REGION]).status == 200
        service.users(id) == ['alice', 'bob', 'carol']
        ask('AddNodes', [ClusterId: id, Count: 2]).status == 200
        ask('ListNodes', [ClusterId: id]).at('Nodes.NodeInfo').collectEntries { [it.HostName, it.InstanceType] } ==
                [head: '', work: '', compute000: 'ecs.c7.xlarge', compute001: 'ecs.c7.xlarge']
        refusal('CreateHybridCluster', hybrid.findAll { !it.key.startsWith('Nodes.') } + [ClientToken: 'two'])[0..1] == [400, 'InvalidParams']
    }

    private String config(Map<String, String> parameters) {
        new String(ask('GetHybridClusterConfig', [ClusterId: HYBRID] + parameters).body.ClusterConfig.decodeBase64(), 'UTF-8')
    }
}
