package ehpc.local

import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.TempDir

class QueueSpec extends LocalSpecification {

    @TempDir
    Path temp

    def 'a new cluster has one queue, which its compute nodes serve'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(12))
        service.stopNode(node('compute003'))

        expect:
        with(ask('ListQueues', [ClusterId: DEMO]).at('Queues.QueueInfo')) {
            it*.QueueName == ['workq']
            it*.Type == ['Execution']
            it[0].ComputeInstanceType == [InstanceType: ['ecs.c6.large']]
        }
        with(ask('ListNodesByQueue', [ClusterId: DEMO, QueueName: 'workq', PageSize: 5, PageNumber: 3])) {
            at('Nodes.NodeInfo')*.HostName == ['compute010', 'compute011']
            body.subMap('PageNumber', 'PageSize', 'TotalCount') == [PageNumber: 3, PageSize: 5, TotalCount: 12]
        }
        with(ask('ListNodesByQueue', [ClusterId: DEMO, QueueName: 'workq']).at('Nodes.NodeInfo')) {
            it.size() == 10
            it*.Status.toUnique() == ['running', 'stopped']
            !it[0].containsKey('Roles')
        }
    }

    def 'a queue that is none, and a cluster that is none, are refused'() {
        given:
        start()

        expect:
        refusal('ListNodesByQueue', [ClusterId: DEMO, QueueName: 'gpu']) ==
                [400, 'InvalidParams', "QueueName must be a queue of cluster $DEMO: workq, is gpu"]
        refusal('ListNodesByQueue', [ClusterId: DEMO])[0..1] == [400, 'MissingParameter']
        refusal('ListQueues', [ClusterId: 'ehpc-hz-none'])[0..1] == [404, 'ClusterNotFound']
    }

    def 'a queue is added, gets nodes and settings, and is deleted when its nodes have left it'() {
        given:
        start()

        when:
        List answers = [
            ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu', NetworkInterfaceTrafficMode: 'HighPerformance',
                             DeploymentSetId: 'ds-bp1frxuzdg87zh4pzq60', UseESS: true]),
            ask('AddQueue', [ClusterId: DEMO, QueueName: 'GPU']),
            ask('SetQueue', [ClusterId: DEMO, QueueName: 'gpu', 'Node.1.Name': 'compute003', 'Node.2.Name': 'compute001',
                             'Node.3.Name': 'compute001']),
        ]

        then:
        answers*.status == [200] * 3
        answers*.body*.keySet()*.toList() == [['RequestId']] * 3
        queues()*.QueueName == ['workq', 'gpu', 'GPU']
        queues()[1] == [
            ComputeInstanceType: [InstanceType: ['ecs.c6.large']], DeploymentSetId: 'ds-bp1frxuzdg87zh4pzq60', EnableAutoGrow: false,
            HostNamePrefix: 'compute', HostNameSuffix: '', ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd',
            NetworkInterfaceTrafficMode: 'HighPerformance', QueueName: 'gpu', ResourceGroupId: '', SpotInstanceTypes: [Instance: []],
            SpotStrategy: 'NoSpot', Type: 'Execution', UseESS: true]
        queues()[2].subMap('ComputeInstanceType', 'DeploymentSetId', 'NetworkInterfaceTrafficMode', 'UseESS') ==
                [ComputeInstanceType: [InstanceType: []], DeploymentSetId: '', NetworkInterfaceTrafficMode: 'Standard', UseESS: false]
        served('workq') == ['compute000', 'compute002']
        served('gpu') == ['compute001', 'compute003']
        served('GPU') == []
        ask('ListQueues', [ClusterId: HYBRID]).at('Queues.QueueInfo')*.QueueName == ['workq']

        when:
        ask('UpdateQueueConfig', [ClusterId: DEMO, QueueName: 'gpu', ComputeInstanceType: 'ecs.gn6v-c8g1.2xlarge',
                                  ResourceGroupId: 'rg-acfmxazb4ph6aiy'])
        ask('UpdateQueueConfig', [ClusterId: DEMO, QueueName: 'gpu', NetworkInterfaceTrafficMode: 'Standard'])
        ask('UpdateQueueConfig', [ClusterId: DEMO, QueueName: 'workq', DeploymentSetId: 'ds-bp1frxuzdg87zh4pzq60'])

        then:
        queues()*.ComputeInstanceType*.InstanceType == [['ecs.c6.large'], ['ecs.gn6v-c8g1.2xlarge'], []]
        queues()*.ResourceGroupId == ['', 'rg-acfmxazb4ph6aiy', '']
        queues()*.NetworkInterfaceTrafficMode == ['Standard'] * 3
        queues()*.DeploymentSetId == ['ds-bp1frxuzdg87zh4pzq60', 'ds-bp1frxuzdg87zh4pzq60', '']
        queues()*.UseESS == [false, true, false]

        when:
        int full = ask('DeleteQueue', [ClusterId: DEMO, QueueName: 'gpu']).status
        ask('SetQueue', [ClusterId: DEMO, QueueName: 'workq', 'Node.1.Name': 'compute001', 'Node.2.Name': 'compute003'])
        int empty = ask('DeleteQueue', [ClusterId: DEMO, QueueName: 'gpu']).status

        then:
        [full, empty] == [403, 200]
        queues()*.QueueName == ['workq', 'GPU']
        served('workq') == ['compute000', 'compute001', 'compute002', 'compute003']

        when: 'a queue of the same name has no settings of the deleted one'
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])

        then:
        queues()[2].subMap('ComputeInstanceType', 'DeploymentSetId', 'ResourceGroupId', 'UseESS') ==
                [ComputeInstanceType: [InstanceType: []], DeploymentSetId: '', ResourceGroupId: '', UseESS: false]
    }

    def 'a queue of the hybrid cluster can have nodes outside the cloud, and a node that joins serves the default queue'() {
        given:
        start()
        ask('AddQueue', [ClusterId: HYBRID, QueueName: 'local'])
        ask('SetQueue', [ClusterId: HYBRID, QueueName: 'local', 'Node.1.Name': 'local000', 'Node.2.Name': 'local001'])
        service.inject(Faults.none().first(1, 'ListNodesByQueue', Fault.nodeAppears()))

        expect:
        served('workq', HYBRID) == ['compute000', 'compute001', 'compute002']
        served('local', HYBRID) == ['local000', 'local001']
        ask('ListQueues', [ClusterId: HYBRID]).at('Queues.QueueInfo')*.ComputeInstanceType*.InstanceType == [['ecs.c6.large'], []]
    }

    def 'a data directory keeps the queues and their nodes'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu', UseESS: true])
        ask('SetQueue', [ClusterId: DEMO, QueueName: 'gpu', 'Node.1.Name': 'compute002'])
        ask('UpdateQueueConfig', [ClusterId: DEMO, QueueName: 'workq', ComputeInstanceType: 'ecs.c7.xlarge'])
        List before = queues()
        service.close()

        when:
        start(options.withComputeNodes(5))

        then:
        queues() == before
        before*.ComputeInstanceType*.InstanceType == [['ecs.c7.xlarge'], ['ecs.c6.large']]
        served('gpu') == ['compute002']
        served('workq') == ['compute000', 'compute001', 'compute003', 'compute004']
    }

    def '#action is refused: #code, #message'() {
        given:
        start()
        ask('AddQueue', [ClusterId: DEMO, QueueName: 'gpu'])
        ask('SetQueue', [ClusterId: DEMO, QueueName: 'gpu', 'Node.1.Name': 'compute000'])
        List before = queues()

        expect:
        refusal(action, [ClusterId: DEMO] + parameters) == [status, code, message.toString()]
        queues() == before
        served('gpu') == ['compute000']

        where:
        action              | parameters                                                    | status | code | message
        'AddQueue'          | [QueueName: 'gpu']                                            | 406    | 'AgentError.Queue.CreateFailure' | "queue 'gpu' exists in cluster $DEMO"
        'AddQueue'          | [QueueName: '1st']                                            | 400    | 'InvalidParams' | "QueueName must be a letter, then up to 62 letters, digits or underscores, is '1st'"
        'AddQueue'          | [QueueName: 'a' * 64]                                         | 400    | 'InvalidParams' | 'QueueName must be 1 to 63 characters, is 64'
        'AddQueue'          | [QueueName: 'fast', NetworkInterfaceTrafficMode: 'RDMA']      | 400    | 'InvalidParams' | "NetworkInterfaceTrafficMode must be Standard or HighPerformance, is 'RDMA'"
        'AddQueue'          | [QueueName: 'fast', DeploymentSetId: 'set 1']                 | 400    | 'InvalidParams' | 'DeploymentSetId must be as in ds-bp1frxuzdg87zh4pzq60, is set 1'
        'AddQueue'          | [:]                                                           | 400    | 'MissingParameter' | 'QueueName must be given'
        'DeleteQueue'       | [QueueName: 'gpu']                                            | 403    | 'ExecFail' | "queue 'gpu' of cluster $DEMO must have no nodes, has 1"
        'DeleteQueue'       | [QueueName: 'workq']                                          | 403    | 'ExecFail' | "queue 'workq' is the default queue of cluster $DEMO"
        'DeleteQueue'       | [QueueName: 'fast']                                           | 400    | 'InvalidParams' | "QueueName must be a queue of cluster $DEMO: workq, gpu, is fast"
        'SetQueue'          | [QueueName: 'fast', 'Node.1.Name': 'compute001']              | 400    | 'InvalidParams' | "QueueName must be a queue of cluster $DEMO: workq, gpu, is fast"
        'SetQueue'          | [QueueName: 'gpu', 'Node.1.Name': 'compute001', 'Node.2.Name': 'login0'] | 400 | 'InvalidParams' | "Node[2].Name must be a compute node of cluster $DEMO, is login0"
        'SetQueue'          | [QueueName: 'gpu', 'Node.1.Name': 'compute009']               | 400    | 'InvalidParams' | "Node[1].Name must be a compute node of cluster $DEMO, is compute009"
        'SetQueue'          | [QueueName: 'gpu']                                            | 400    | 'MissingParameter' | 'Node must be given'
        'UpdateQueueConfig' | [QueueName: 'fast', ComputeInstanceType: 'ecs.c6.large']      | 400    | 'InvalidParams' | "QueueName must be a queue of cluster $DEMO: workq, gpu, is fast"
        'UpdateQueueConfig' | [QueueName: 'gpu', ComputeInstanceType: 'large']              | 400    | 'InvalidParams' | 'ComputeInstanceType must be as in ecs.c6.large, is large'
        'UpdateQueueConfig' | [QueueName: 'gpu', ResourceGroupId: 'mine']                   | 400    | 'InvalidParams' | 'ResourceGroupId must be as in rg-acfmxazb4ph6aiy, is mine'
    }

    def '#action needs #need'() {
        given:
        start()

        expect:
        refusal(action, [ClusterId: 'nowhere'] + parameters) ==
                [404, 'ClusterNotFound', "there is no cluster nowhere; known: $DEMO, $HYBRID"]

        when:
        service.setClusterStatus(DEMO, 'releasing')

        then:
        refusal(action, [ClusterId: DEMO] + parameters) == [403, code, "cluster $DEMO must be running, is releasing"]

        when:
        service.setClusterStatus(DEMO, 'running')
        service.stopNode(node('manager0'))
        WireClient.Reply without = ask(action, [ClusterId: DEMO] + parameters)

        then:
        without.status == (need == 'a running cluster' ? 200 : 404)
        without.body.Message == (need == 'a running cluster' ? null : "a manager node of cluster $DEMO must be running, none is")
        without.body.Code == (need == 'a running cluster' ? null : 'ManagerNotFound')

        where:
        action              | parameters                                        | code                   | need
        'AddQueue'          | [QueueName: 'gpu']                                | 'ExecFail'             | 'a running cluster with a running manager'
        'DeleteQueue'       | [QueueName: 'gpu']                                | 'ExecFail'             | 'a running cluster with a running manager'
        'SetQueue'          | [QueueName: 'workq', 'Node.1.Name': 'compute000'] | 'ExecFail'             | 'a running cluster with a running manager'
        'UpdateQueueConfig' | [QueueName: 'workq']                              | 'InvalidClusterStatus' | 'a running cluster'
    }

    def 'a queue is added once by requests at the same time'() {
        given:
        start()
        def threads = Executors.newFixedThreadPool(8)

        when:
        List<Integer> statuses = threads.invokeAll((1..24).collect { i ->
            { -> ask('AddQueue', [ClusterId: DEMO, QueueName: "q${i % 8}"]).status } as Callable<Integer>
        })*.get()

        then:
        statuses.countBy { it } == [200: 8, 406: 16]
        queues()*.QueueName.toSorted() == (0..7).collect { "q$it".toString() } + ['workq']

        cleanup:
        threads.shutdownNow()
    }

    private List<Map<String, ?>> queues() {
        ask('ListQueues', [ClusterId: DEMO]).at('Queues.QueueInfo')
    }

    private List<String> served(String queue, String cluster = DEMO) {
        ask('ListNodesByQueue', [ClusterId: cluster, QueueName: queue]).at('Nodes.NodeInfo')*.HostName
    }
}
