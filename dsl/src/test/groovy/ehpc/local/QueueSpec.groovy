package ehpc.local

class QueueSpec extends LocalSpecification {

    def 'a cluster has one queue, which its compute nodes serve'() {
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
}
