package ehpc.local

import ehpc.api.Catalogue
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.TempDir

/** Clusters are created, stopped, started, recovered and deleted. */
class ClusterLifecycleSpec extends LifecycleSpecification {

    private static final Map<String, ?> SIZED = NEW + [
        DeployMode: 'Simple', SchedulerType: 'slurm', 'EcsOrder.Manager.Count': 1, 'EcsOrder.Login.Count': 1,
        'EcsOrder.Compute.Count': 3, 'EcsOrder.Compute.InstanceType': 'ecs.g6.2xlarge']

    @TempDir
    Path temp

    def 'a cluster is created as the request says'() {
        given:
        start(Transitions.atOnce())

        when:
        WireClient.Reply answer = ask('CreateCluster', SIZED + [
            Description: 'for crash tests', JobQueue: 'high', VpcId: 'vpc-b3f3', VSwitchId: 'vsw-1', ZoneId: 'cn-hangzhou-b',
            ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', 'Tag.1.Key': 'team', 'Tag.1.Value': 'aero', HaEnable: false])
        String id = answer.body.ClusterId

        then:
        answer.body.keySet() == ['RequestId', 'ClusterId', 'TaskId'] as Set
        answer.body.TaskId == answer.body.RequestId
        id ==~ /ehpc-hz-[0-9a-z]{10}/
        ask('ListClusters').at('Clusters.ClusterInfoSimple')*.Id == [DEMO, HYBRID, id]
        with(ask('DescribeCluster', [ClusterId: id]).body.ClusterInfo) {
            it.subMap('Name', 'Description', 'Status', 'RegionId', 'SchedulerType', 'DeployMode', 'VpcId', 'VSwitchId', 'ZoneId', 'OsTag') == [
                Name: 'made', Description: 'for crash tests', Status: 'running', RegionId: 'cn-hangzhou', SchedulerType: 'slurm',
                DeployMode: 'Simple', VpcId: 'vpc-b3f3', VSwitchId: 'vsw-1', ZoneId: 'cn-hangzhou-b', OsTag: 'CentOS_7.6_64']
            EcsInfo.Compute == [Count: 3, InstanceType: 'ecs.g6.2xlarge']
            KeyPairName == 'key'
        }
        with(ask('ListNodes', [ClusterId: id]).at('Nodes.NodeInfo')) {
            it*.HostName == ['manager0', 'login0', 'compute000', 'compute001', 'compute002']
            it*.Status.toUnique() == ['running']
            it*.IpAddress.toUnique().size() == 5
            it[2].TotalResources == [Cpu: 8, Gpu: 0, Memory: 32_768]
            it[2].ZoneId == 'cn-hangzhou-b'
        }
        ask('ListNodesByQueue', [ClusterId: id, QueueName: 'high']).at('Nodes.NodeInfo')*.HostName == ['compute000', 'compute001', 'compute002']
        ask('ListTagResources', [RegionId: REGION, ResourceType: 'cluster', 'ResourceId.1': id]).at('TagResources.TagResource')*.TagKey == ['team']
        ask('ListClustersMeta').at('Clusters.ClusterInfoSimple')*.Name == ['localdemo1', 'localhybrid', 'made']
        !ask('ListClustersMeta').at('Clusters.ClusterInfoSimple')[0].containsKey('Computes')

        and: 'commands run there'
        String command = ask('InvokeShellCommand', [ClusterId: id, Command: 'say hi']).body.CommandId
        ask('ListInvocationResults', [ClusterId: id, CommandId: command]).at('InvocationResults.InvocationResult').size() == 5
        ask('ListCommands', [ClusterId: DEMO]).at('Commands.Command') == []
    }

    def 'the managers and the login node follow the deploy mode: #parameters'() {
        given:
        start(Transitions.atOnce())
        String id = ask('CreateCluster', NEW + parameters).body.ClusterId

        expect:
        ask('ListNodes', [ClusterId: id]).at('Nodes.NodeInfo').collectEntries { [it.HostName, it.Roles.Role] } == nodes

        where:
        parameters                                    | nodes
        [DeployMode: 'Simple']                        | [manager0: ['Scheduler', 'Account'], login0: ['Login']]
        [DeployMode: 'Tiny']                          | [manager0: ['Scheduler', 'Account', 'Login']]
        ['EcsOrder.Manager.Count': 2]                 | [manager0: ['Scheduler'], manager1: ['Account'], login0: ['Login']]
        [HaEnable: true]                              | [manager0: ['Scheduler', 'Account'], manager1: ['SchedulerBackup', 'AccountBackup'], login0: ['Login']]
    }

    def 'looks take a new cluster, its nodes and its task through their statuses'() {
        given:
        start(Transitions.afterLooks(2))
        String id = ask('CreateCluster', SIZED).body.ClusterId

        when:
        List<String> seen = (1..8).collect { clusterStatus(id) }

        then:
        seen == ['uninit', 'uninit', 'creating', 'creating', 'init', 'init', 'running', 'running']

        when:
        WireClient.Reply deletion = ask('DeleteCluster', [ClusterId: id])
        List steps = (1..3).collect { task(deletion, id) }.collect { [it.Status, it.CurrentStep, it.TotalSteps] }

        then:
        steps == [['Processing', 1, 2], ['Processing', 1, 2], ['Success', 2, 2]]
    }

    def 'a stopped cluster is started again, also when nodes have joined it since'() {
        given:
        start(Transitions.atOnce())

        expect:
        ask('StopCluster', [ClusterId: DEMO]).status == 200
        ask('AddNodes', [ClusterId: DEMO, Count: 1]).status == 200
        ask('StartCluster', [ClusterId: DEMO]).status == 200
        ask('ListNodes', [ClusterId: DEMO, PageSize: 50]).at('Nodes.NodeInfo')*.Status as Set == ['running'] as Set
    }

    def 'time takes a new cluster through its statuses, on the clock of the service, also after a restart'() {
        given:
        HandClock clock = new HandClock()
        LocalOptions options = LocalOptions.defaults().withClock(clock).withTransitions(Transitions.timed(Duration.ofMinutes(2)))
                .withDataDirectory(temp.resolve('world'))
        start(options)
        client.now = clock.now
        WireClient.Reply creation = ask('CreateCluster', SIZED)
        String id = creation.body.ClusterId
        List<List<String>> seen = [[clusterStatus(id)] + statuses(id).toUnique()]

        when:
        pass(clock, 121)
        seen << [clusterStatus(id)] + statuses(id).toUnique()
        pass(clock, 125)
        seen << [clusterStatus(id)] + statuses(id).toUnique()
        service.close()
        start(options)
        client.now = clock.now
        seen << [clusterStatus(id)] + statuses(id).toUnique()
        Map<String, ?> before = task(creation, id)
        pass(clock, 120)
        seen << [clusterStatus(id)] + statuses(id).toUnique()

        then:
        seen == [['uninit', 'uninit'], ['creating', 'uninit'], ['init', 'initing'], ['init', 'initing'], ['running', 'running']]
        before.subMap('Status', 'CurrentStep', 'TotalSteps', 'TaskType', 'Errors') ==
                [Status: 'Processing', CurrentStep: 3, TotalSteps: 4, TaskType: 'CreateCluster', Errors: '[]']
        WireClient.JSON.readValue(task(creation, id).Result as String, Map).Instances*.Hostname ==
                ['manager0', 'login0', 'compute000', 'compute001', 'compute002']
    }

    def 'without a look, time passes too'() {
        given:
        start(Transitions.timed(Duration.ofMillis(5)))
        WireClient.Reply creation = ask('CreateCluster', SIZED)

        expect:
        ended(creation, creation.body.ClusterId).Status == 'Success'
    }

    def 'tasks are listed while they run, and afterwards with Archived or by their id'() {
        given:
        start(Transitions.afterLooks(1))
        List<WireClient.Reply> answers = ['compute000', 'compute001'].collect { ask('StopNodes', [ClusterId: DEMO] + instances(it)) }
        String running = answers[1].body.TaskId

        expect:
        ask('ListTasks', [ClusterId: DEMO]).body.subMap('PageNumber', 'PageSize', 'TotalCount').values()*.toString() == ['1', '10', '1']
        ask('ListTasks', [ClusterId: HYBRID]).body.Tasks == []
        3.times { statuses() }
        ask('ListTasks', [ClusterId: DEMO]).body.Tasks == []
        ask('ListTasks', [ClusterId: DEMO, Archived: true]).body.Tasks*.TaskId == answers.reverse()*.body*.TaskId
        ask('ListTasks', [ClusterId: DEMO, Archived: true, PageSize: 1, PageNumber: 2]).body.Tasks*.TaskId == [answers[0].body.TaskId]
        ask('ListTasks', [ClusterId: DEMO, TaskId: running]).body.Tasks*.TaskType == ['StopComputes']
        ask('ListTasks', [ClusterId: DEMO, TaskId: 'none']).body.Tasks == []
        refusal('ListTasks', [ClusterId: 'ehpc-hz-none'])[0..1] == [404, 'ClusterNotFound']
    }

    def 'a cluster stops, and starts again'() {
        given:
        start(Transitions.afterLooks(1))
        String held = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'hold', 'Instance.1.Id': node('compute000')]).body.CommandId

        when:
        WireClient.Reply stop = ask('StopCluster', [ClusterId: DEMO])

        then: 'meanwhile, other changes conflict'
        refusal('StartCluster', [ClusterId: DEMO])[0..1] == [403, 'ConflictOpt']
        refusal('DeleteCluster', [ClusterId: DEMO])[0..1] == [403, 'ConflictOpt']
        refusal('AddNodes', [ClusterId: DEMO, Count: 2])[0..1] == [403, 'ConflictOpt']

        when:
        Map<String, ?> stopped = ended(stop)
        waitFor(held)

        then:
        stopped.Status == 'Success'
        statuses().toUnique() == ['stopped']
        clusterStatus(DEMO) == 'running'
        results(held).collect { [it.ExitCode, it.Message] } == [[137, 'so far\nnode compute000 must be running, is stopped']]
        refusal('ListUsers', [ClusterId: DEMO])[0..1] == [404, 'ManagerNotFound']
        refusal('StopCluster', [ClusterId: DEMO]) == [403, 'InvalidClusterStatus', "cluster $DEMO must have running nodes, is stopped".toString()]

        when:
        WireClient.Reply begin = ask('StartCluster', [ClusterId: DEMO])
        List<List<String>> seen = (1..2).collect { [clusterStatus(DEMO), statuses()[0]] }

        then:
        seen == [['init', 'running'], ['running', 'running']]
        task(begin).Status == 'Success'
        refusal('StartCluster', [ClusterId: DEMO])[0..1] == [403, 'InvalidClusterStatus']
    }

    def 'a cluster in exception recovers without its users and queues'() {
        given:
        start(Transitions.atOnce())
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])
        ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': 'Open-Sesame-1'])
        service.setClusterStatus(DEMO, 'exception')
        service.failNode(node('compute001'))
        String image = ask('ListCustomImages', [BaseOsTag: 'CentOS_7.6_64']).at('Images.ImageInfo')[0].ImageId

        when:
        WireClient.Reply answer = ask('RecoverCluster', [ClusterId: DEMO, SchedulerType: 'pbs', ImageId: image, ImageOwnerAlias: 'self'])

        then:
        ended(answer).subMap('Status', 'TaskType', 'Result', 'Errors') == [Status: 'Success', TaskType: 'CreateCluster', Result: '{}', Errors: '[]']
        clusterStatus(DEMO) == 'running'
        statuses().toUnique() == ['running']
        ask('DescribeCluster', [ClusterId: DEMO]).body.ClusterInfo.subMap('SchedulerType', 'ImageId', 'Name') ==
                [SchedulerType: 'pbs', ImageId: image, Name: 'localdemo1']
        ask('ListClusters').at('Clusters.ClusterInfoSimple')*.Id == [DEMO, HYBRID]
        service.users(DEMO) == []
        ask('ListQueues', [ClusterId: DEMO]).at('Queues.QueueInfo')*.QueueName == ['workq']
        refusal('RecoverCluster', [ClusterId: DEMO]) == [403, 'InvalidClusterStatus', "cluster $DEMO must be exception, is running".toString()]
    }

    def 'a deleted cluster is gone for every operation, also after a restart, and its id is not used again'() {
        given:
        LocalOptions options = LocalOptions.defaults().withTransitions(Transitions.atOnce()).withDataDirectory(temp.resolve('world'))
        start(options)
        String made = ask('CreateCluster', SIZED).body.ClusterId

        when:
        WireClient.Reply first = ask('DeleteCluster', [ClusterId: made])
        WireClient.Reply second = ask('DeleteCluster', [ClusterId: DEMO])
        service.close()
        start(options)

        then:
        ask('ListClusters').at('Clusters.ClusterInfoSimple')*.Id == [HYBRID]
        refusal('ListNodes', [ClusterId: DEMO]) == [404, 'ClusterNotFound', "there is no cluster $DEMO; known: $HYBRID".toString()]
        refusal('DeleteCluster', [ClusterId: made])[0..1] == [404, 'ClusterNotFound']
        [task(first, made), task(second)]*.Status == ['Success', 'Success']
        ask('CreateCluster', SIZED).body.ClusterId != made
    }

    def 'the same client token gives the same cluster, once, whatever happens at the same time'() {
        given:
        start(Transitions.timed(Duration.ofMillis(5)))
        def threads = Executors.newFixedThreadPool(6)

        when:
        List<WireClient.Reply> answers = threads.invokeAll((1..12).collect {
            { -> ask('CreateCluster', SIZED + [ClientToken: 'once']) } as Callable<WireClient.Reply>
        })*.get()

        then:
        answers*.body*.ClusterId.toUnique().size() == 1
        answers*.body*.TaskId.toUnique().size() == 1
        ask('ListClusters').body.TotalCount == 3
        ask('CreateCluster', SIZED + [ClientToken: 'twice']).body.ClusterId != answers[0].body.ClusterId
        refusal('CreateCluster', SIZED + [ClientToken: 'once', Name: 'other'])[0..2] ==
                [400, 'InvalidParams', 'ClientToken must be new for a request with other parameters']

        cleanup:
        threads.shutdownNow()
    }

    def 'a data directory keeps the answers to client tokens'() {
        given:
        LocalOptions options = LocalOptions.defaults().withTransitions(Transitions.atOnce()).withDataDirectory(temp.resolve('world'))
        Map<String, ?> addition = [ClusterId: DEMO, Count: 2, ClientToken: 'one']
        start(options)
        List<Map> before = [ask('CreateCluster', SIZED + [ClientToken: 'one']).body, ask('AddNodes', addition).body]
        service.close()

        when:
        start(options)
        List<Map> after = [ask('CreateCluster', SIZED + [ClientToken: 'one']).body, ask('AddNodes', addition).body]

        then:
        after*.findAll { it.key != 'RequestId' } == before*.findAll { it.key != 'RequestId' }
        ask('ListClusters').body.TotalCount == 3
        hosts(Role: 'Compute').size() == 6
    }

    def 'passwords are not kept'() {
        given:
        start(LocalOptions.defaults().withTransitions(Transitions.atOnce()).withDataDirectory(temp.resolve('world')))

        when:
        String id = ask('CreateCluster', [Name: 'made', Password: 'Open-Sesame-1', ClientToken: 'one']).body.ClusterId
        ask('CreateHybridCluster', [
            Name: 'halves', OsTag: 'CentOS_7.6_64', VpcId: 'vpc-1', VSwitchId: 'vsw-1', 'EcsOrder.Compute.InstanceType': 'ecs.c7.xlarge',
            'EcsOrder.Manager.InstanceType': 'ecs.c7.xlarge', Password: 'Open-Sesame-2', 'WinAdPar.AdUserPasswd': 'Open-Sesame-3'])

        then:
        Files.readString(temp.resolve('world/world.json')).contains(id)
        ask('ListClusters').body.TotalCount == 4
        !Files.readString(temp.resolve('world/world.json')).contains('Sesame')
    }

    def 'a cluster of another region is there, and nowhere else'() {
        given:
        start(Transitions.atOnce())
        Map<String, String> there = [RegionId: 'cn-shanghai']

        when:
        String id = ask('CreateCluster', SIZED + there).body.ClusterId

        then:
        id ==~ /ehpc-sh-[0-9a-z]{10}/
        ask('ListClusters').at('Clusters.ClusterInfoSimple')*.Id == [DEMO, HYBRID]
        ask('ListClusters', there).at('Clusters.ClusterInfoSimple')*.subMap('Id', 'RegionId', 'ZoneId') ==
                [[Id: id, RegionId: 'cn-shanghai', ZoneId: 'cn-shanghai-k']]
        ask('ListClustersMeta', there).body.TotalCount == 1
        ask('ListNodes', [ClusterId: id] + there).at('Nodes.NodeInfo')*.RegionId.toUnique() == ['cn-shanghai']
        refusal('ListNodes', [ClusterId: id])[0..1] == [404, 'ClusterNotFound']
        refusal('DescribeCluster', [ClusterId: DEMO] + there)[0..1] == [404, 'ClusterNotFound']
        refusal('DeleteCluster', [ClusterId: DEMO] + there)[0..1] == [404, 'ClusterNotFound']
        ask('ListRegions').at('Regions.RegionInfo')*.RegionId == ['cn-hangzhou', 'cn-shanghai']
        refusal('CreateCluster', SIZED + [RegionId: 'mars-north-1']) ==
                [400, 'InvalidParams', 'RegionId must be a region of the service, is mars-north-1']
    }

    def 'every documented error of an operation can be played'() {
        given:
        start(Transitions.atOnce())

        expect:
        Catalogue.ehpc().operation('StartCluster').errors().every { error ->
            service.inject(Faults.none().first(1, 'StartCluster', Fault.error(error.http(), error.code(), 'played')))
            refusal('StartCluster', [ClusterId: DEMO]) == [error.http(), error.code(), 'played']
        }
    }
}
