package ehpc.node

import ehpc.TestService
import ehpc.api.InputException
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(300)
class NodeSetSpec extends Specification {

    TestService service = new TestService(8)
    NodeSet nodes = service.cluster().nodes()

    def 'nodes are chosen by folded names, ids, lists and places'() {
        expect:
        nodes['compute[003,000-001]'].names() == ['compute003', 'compute000', 'compute001']
        nodes[service.nodeIds[5]].names() == ['compute005']
        nodes["compute00${1 + 1}"].names() == ['compute002']
        nodes[['compute004', 'compute[000-001]', nodes.first()]].names() == ['compute004', 'compute000', 'compute001']
        nodes[0].name() == 'compute000'
        nodes[-1].name() == 'compute007'
        nodes.first().name() == 'compute000'
        nodes.last().name() == 'compute007'
    }

    def 'parts of a set are sets'() {
        expect:
        part.call(nodes) instanceof NodeSet
        part.call(nodes).folded() == folded
        !part.call(nodes).isEvery()

        where:
        part                                         || folded
        ({ it[0..2] })                               || 'compute[000-002]'
        ({ it[1..<3] })                              || 'compute[001-002]'
        ({ it[-2..-1] })                             || 'compute[006-007]'
        ({ it[1..-1] })                              || 'compute[001-007]'
        ({ it.take(2) })                             || 'compute[000-001]'
        ({ it.take(100) })                           || 'compute[000-007]'
        ({ it.drop(6) })                             || 'compute[006-007]'
        ({ it.drop(8) })                             || ''
        ({ it.findAll { n -> n.name() > 'compute005' } }) || 'compute[006-007]'
        ({ it.sort { a, b -> b.name() <=> a.name() } })   || 'compute[000-007]'
        ({ it.sort() })                              || 'compute[000-007]'
    }

    def 'orders are kept'() {
        expect:
        nodes[3..1].names() == ['compute003', 'compute002', 'compute001']
        nodes.take(3).reverse().names() == ['compute002', 'compute001', 'compute000']
        nodes.take(3).sort { -(it.name()[-1] as int) }.names() == ['compute002', 'compute001', 'compute000']
        (nodes['compute005'] + nodes['compute[001-002]']).names() == ['compute005', 'compute001', 'compute002']
        (nodes['compute005,compute001'] & nodes).names() == ['compute005', 'compute001']
        nodes.take(3)*.name() == ['compute000', 'compute001', 'compute002']
        nodes.groupBy { it.name()[-1] as int < 3 }.collectEntries { k, v -> [k, v.folded()] } ==
                [(true): 'compute[000-002]', (false): 'compute[003-007]']
    }

    def 'sorting counts as people do'() {
        given:
        TestService other = new TestService(0)
        other.answers.ListNodes = [TotalCount: 5, Nodes: [NodeInfo: ['n10', 'n9', 'm1', 'n9a2', 'n9a10'].collect { [Id: 'i-' + it, HostName: it] }]]

        expect:
        other.cluster().nodes().sort().names() == ['m1', 'n9', 'n9a2', 'n9a10', 'n10']
    }

    def 'sets are combined with sets, nodes, names and lists'() {
        expect:
        combination.call(nodes).names()*.minus('compute00')*.toInteger() == numbers

        where:
        combination                                                     || numbers
        ({ it - 'compute[000-005]' })                                   || [6, 7]
        ({ it - it[0] - it[-1] })                                       || [1, 2, 3, 4, 5, 6]
        ({ it - ['compute000', it[1], 'compute[002-006]'] })            || [7]
        ({ it.take(2) + 'compute007' })                                 || [0, 1, 7]
        ({ it.take(2) | 'compute[001-002]' })                           || [0, 1, 2]
        ({ it.take(2) | it[5] })                                        || [0, 1, 5]
        ({ it.take(2) + it.drop(7) })                                   || [0, 1, 7]
        ({ it.take(3) & 'compute[002-005]' })                           || [2]
        ({ it.take(3) & it[1] })                                        || [1]
        ({ it.take(3) ^ it[1..4] })                                     || [0, 3, 4]
        ({ it.take(3) ^ 'compute[001-003]' })                           || [0, 3]
        ({ it.take(2) ^ it[1] })                                        || [0]
        ({ it.take(2) & ['compute001', 'compute007'] })                 || [1]
        ({ it.take(1) - 'compute007' })                                 || [0]
    }

    def 'a node, a name or an id can be looked for in a set'() {
        expect:
        nodes[1] in nodes
        !(nodes[7] in nodes.take(2))
        'compute001' in nodes
        service.nodeIds[1] in nodes
        !('compute009' in nodes)
        !(null in nodes)
        !(5 in nodes)
    }

    def 'nodes are chosen by state'() {
        given:
        service.answers.ListNodes = [TotalCount: 3, Nodes: [NodeInfo: [
            [Id: 'i-1', HostName: 'a', Status: 'running'], [Id: 'i-2', HostName: 'b', Status: 'stopped'],
            [Id: 'i-3', HostName: 'c', Status: 'odd']]]]
        NodeSet mixed = service.cluster().nodes()

        expect:
        mixed.running.names() == ['a']
        mixed.stopped.names() == ['b']
        mixed.status('exception').names() == []
        mixed.status('odd').names() == ['c']
    }

    def 'what is not there is told, with what is'() {
        when:
        choice.call(nodes)

        then:
        InputException e = thrown()
        e.message == message

        where:
        choice                                || message
        ({ it.status('runing') })             || "a node's status must be one of uninit, exception, running, initing, " +
                                                 "releasing, untracking, stopped, is 'runing'; did you mean 'running'?"
        ({ it.take(2)['compute007'] })        || "no node named 'compute007' in nodes.take(2); did you mean 'compute000'?; known: compute[000-001]"
        ({ it - 'compute008' })               || "no node named 'compute008' in nodes; did you mean 'compute000'?; known: compute[000-007]"
        ({ it[['compute000', 5.5]] })         || 'a node must be a name or a node, is 5.5'
        ({ it.take(2)[[it[7]]] })             || "no node 'i-bp1node00007abcdefg' in nodes.take(2); did you mean 'i-bp1node00000abcdefg'?; " +
                                                 'known: compute[000-001]'
        ({ it[8] })                           || 'an index into nodes must be 0 to 7, is 8'
        ({ it[-9] })                          || 'an index into nodes must be 0 to 7, is -9'
        ({ it[0..8] })                        || 'nodes.slice(0, 9) must be within its 8 nodes'
        ({ it[-9..1] })                       || 'an index into nodes must be 0 to 7, is -9'
        ({ it.drop(8).first() })              || 'no node at index 0: nodes.drop(8) is empty'
        ({ it.take(-1) })                     || 'nodes.take(-1) must be within its 8 nodes'
        ({ it + new TestService(1).ehpc().cluster('other').nodes() }) ||
                "nodes of cluster 'other' must not be mixed with those of 'ehpc-hz-test'"
        ({ it.queue('') })                    || "queue name must not be empty, is ''"
        ({ NodeSet.of('c', it.toList(), 'failed nodes').queue('q') }) ||
                "'queue' applies to the nodes of a cluster, not to failed nodes; write nodes.queue('...') & the set"
    }

    def 'the nodes of a queue come from the service, every page, in the order of the set'() {
        given:
        List<String> members = (0..<120).collect { String.format(Locale.ROOT, 'i-bp1node%05dabcdefg', it) }.reverse()
        TestService many = new TestService(130)
        many.answers.ListNodesByQueue = { request ->
            int from = ((request.parameters().PageNumber ?: 1) as int) * 50 - 50
            [TotalCount: 120, Nodes: [NodeInfo: members.drop(from).take(50).collect { [Id: it] }]]
        }

        when:
        NodeSet found = many.cluster().nodes().queue('gpu')

        then:
        found.folded() == 'compute[000-119]'
        found.ids() == members.reverse()
        found.origin() == "nodes.queue('gpu')"
        many.count('ListNodesByQueue') == 3
        many.requests('ListNodesByQueue')[0].parameters().QueueName == 'gpu'
    }

    def 'a queue without nodes is fine, one that is none is told with the nearest'() {
        given:
        service.answers.ListNodesByQueue = [TotalCount: 0, Nodes: [NodeInfo: []]]
        service.answers.ListQueues = [Queues: [QueueInfo: [[QueueName: 'workq'], [QueueName: 'gpu']]]]

        expect:
        nodes.queue('gpu').isEmpty()

        when:
        nodes.queue('gpus')

        then:
        InputException e = thrown()
        e.message == "no queue 'gpus' in cluster 'ehpc-hz-test'; did you mean 'gpu'?; known: workq, gpu"
    }

    def 'an empty set is told as it was written, with what to write'() {
        when:
        service.cluster().run('true').on(set.call(nodes))

        then:
        EmptyNodeSetException e = thrown()
        e.message == message
        service.count('InvokeShellCommand') == 0

        where:
        set                                         || message
        ({ it.login })                              || 'no nodes: nodes.login matched none; add .allowEmpty() to it if that is intended'
        ({ it - it })                               || 'no nodes: nodes - nodes matched none; ' +
                                                       'write on((nodes - nodes).allowEmpty()) if that is intended'
        ({ it - it.compute - 'compute000' })        || 'no nodes: nodes - nodes.compute - \'compute000\' matched none; ' +
                                                       'write on((nodes - nodes.compute - \'compute000\').allowEmpty()) if that is intended'
        ({ (it - it.compute).running })             || 'no nodes: (nodes - nodes.compute).running matched none; ' +
                                                       'add .allowEmpty() to it if that is intended'
        ({ it.login & (it - it[0]) })               || 'no nodes: nodes.login & (nodes - node(\'compute000\')) matched none; ' +
                                                       'write on((nodes.login & (nodes - node(\'compute000\'))).allowEmpty()) if that is intended'
        ({ (it & it.login) - it[0] })               || 'no nodes: (nodes & nodes.login) - node(\'compute000\') matched none; ' +
                                                       'write on(((nodes & nodes.login) - node(\'compute000\')).allowEmpty()) if that is intended'
    }

    def 'ten thousand nodes are taken out one by one, and what is said of it stays short'() {
        given:
        NodeSet many = new TestService(2_000).cluster().nodes()
        NodeSet left = many

        when:
        many.drop(1).each { left = left - it }

        then:
        left.names() == ['compute000']
        left.origin().length() <= 300
        (many - many.drop(1).toList()).names() == ['compute000']
    }

    def 'the list of known names stays short in a message'() {
        given:
        TestService many = new TestService(0)
        many.answers.ListNodes = { request ->
            int page = (request.parameters().PageNumber ?: 1) as int
            List all = (0..<1000).collect { [Id: "i-$it", HostName: it.toString().tr('0123456789', 'abcdefghij') + 'xyz'] }
            [TotalCount: 1000, Nodes: [NodeInfo: all.drop(page * 100 - 100).take(100)]]
        }

        when:
        many.cluster().nodes()['somebody-else']

        then:
        InputException e = thrown()
        e.message.length() < 450
        e.message.endsWith('... (1000 nodes)')
    }
}
