package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir

/** Faults of what is read: pages, commands, results, nodes. */
class FaultyReadSpec extends LocalSpecification {

    static final List<String> HOSTS = ['manager0', 'login0', 'compute000', 'compute001', 'compute002', 'compute003']

    @TempDir
    Path directory

    def 'a page of nodes can be #kind'() {
        given:
        start()
        service.inject(Faults.none().with(Faults.Rule.of(fault).on('ListNodes').withAfter(1).withTimes(1)))

        expect:
        pages(2, 4) == expected

        where:
        kind                     | fault                 || expected
        'empty'                  | Fault.emptyPage()     || [[6, HOSTS[0..1]], [6, []], [6, HOSTS[4..5]], [6, []]]
        'short'                  | Fault.shortPage()     || [[6, HOSTS[0..1]], [6, [HOSTS[2]]], [6, HOSTS[4..5]], [6, []]]
        'shifted by an addition' | Fault.shiftedPage(1)  || [[6, HOSTS[0..1]], [7, HOSTS[1..2]], [6, HOSTS[4..5]], [6, []]]
        'shifted by a removal'   | Fault.shiftedPage(-1) || [[6, HOSTS[0..1]], [5, HOSTS[3..4]], [6, HOSTS[4..5]], [6, []]]
        'far shifted'            | Fault.shiftedPage(9)  || [[6, HOSTS[0..1]], [15, HOSTS[0..1]], [6, HOSTS[4..5]], [6, []]]
        'removed'                | Fault.shiftedPage(-9) || [[6, HOSTS[0..1]], [0, []], [6, HOSTS[4..5]], [6, []]]
    }

    def 'a list can shift from its second page to its end'() {
        given:
        start()
        service.inject(Faults.none().always('ListNodes', Fault.shiftedPage(1)))

        expect:
        pages(2, 4) == [[6, HOSTS[0..1]], [7, HOSTS[1..2]], [7, HOSTS[3..4]], [7, [HOSTS[5]]]]
    }

    def 'a page of #action can be empty'() {
        given:
        start()
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId
        ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': 'Open-Sesame-1'])
        ask('TagResources', [RegionId: REGION, ResourceType: 'cluster', 'ResourceId.1': DEMO, 'Tag.1.Key': 'a', 'Tag.1.Value': 'b'])
        service.inject(Faults.none().first(1, action, Fault.emptyPage()))
        Map<String, String> parameters =
                [ClusterId: DEMO, CommandId: id, QueueName: 'workq', RegionId: REGION, ResourceType: 'cluster'].subMap(names)

        expect:
        ask(action, parameters).at(items) == []
        ask(action, parameters).at(items) != []

        where:
        action                  | names                      | items
        'ListClusters'          | []                         | 'Clusters.ClusterInfoSimple'
        'ListNodes'             | ['ClusterId']              | 'Nodes.NodeInfo'
        'ListNodesByQueue'      | ['ClusterId', 'QueueName'] | 'Nodes.NodeInfo'
        'ListCommands'          | ['ClusterId']              | 'Commands.Command'
        'ListInvocationResults' | ['ClusterId', 'CommandId'] | 'InvocationResults.InvocationResult'
        'ListTagResources'      | ['RegionId', 'ResourceType'] | 'TagResources.TagResource'
        'ListUsers'             | ['ClusterId']              | 'Users.UserInfo'
        'ListUsersAsync'        | ['ClusterId']              | 'Users.UserInfo'
    }

    def 'faults of pages are known for all lists that come in pages'() {
        given:
        start()

        expect:
        service.operations().findAll { ehpc.api.Catalogue.ehpc().operation(it).paging().isPresent() } as Set == PageFault.OPERATIONS
    }

    def 'a command can be listed late'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InvokeShellCommand', Fault.listedLate(2)))

        when:
        List<String> ids = (1..2).collect { invoke() }

        then:
        listed() == [ids[1]]
        ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: ids[0]]).status == 200
        listed() == [ids[1]]
        listed() == [ids[1], ids[0]]
    }

    def 'the status of a command can be unknown at first, and its results'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InvokeShellCommand', Fault.statusLate(3)))
        String id = invoke()
        Map<String, String> command = [ClusterId: DEMO, CommandId: id]
        List<Object> notFound = [404, 'ObjectNotFound', "there is no command $id in cluster $DEMO"]

        expect:
        refusal('ListInvocationStatus', command) == notFound
        refusal('ListInvocationResults', command) == notFound
        listed() == [id]
        refusal('ListInvocationStatus', command) == notFound
        ask('ListInvocationStatus', command).status == 200
        ask('ListInvocationResults', command).status == 200
    }

    def 'the result of one node can come late'() {
        given:
        start()
        service.inject(Faults.seeded(4).first(1, 'InvokeShellCommand', Fault.resultsLate(2)))

        when:
        String id = invoke()
        waitFor(id)
        List<List<String>> reads = (1..4).collect { results(id)*.InstanceId }

        then:
        reads*.size() == [5, 5, 6, 6]
        reads[0] == reads[1]
        reads[2].containsAll(reads[0])
    }

    def 'the result of one node can be missing for ever, with the status being correct'() {
        given:
        start()
        service.inject(Faults.seeded(4).first(1, 'InvokeShellCommand', Fault.resultsNever()))

        when:
        String id = invoke()
        waitFor(id)

        then:
        ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: id]).at('InvokeInstances.InvokeInstance')*.InstanceInvokeStatus == ['Finished'] * 6
        (1..9).every { results(id).size() == 5 }
        ask('ListInvocationResults', [ClusterId: DEMO, CommandId: id]).body.TotalCount == 5
    }

    def 'faults of one command come together'() {
        given:
        start()
        service.inject(Faults.none()
                .first(1, 'InvokeShellCommand', Fault.lostAnswer())
                .first(1, 'InvokeShellCommand', Fault.listedLate(1))
                .first(1, 'InvokeShellCommand', Fault.statusLate(1))
                .first(1, 'InvokeShellCommand', Fault.resultsNever()))

        when:
        client.sendV1([Action: 'InvokeShellCommand', ClusterId: DEMO, Command: 'say hi'], 'POST')

        then:
        thrown(IOException)
        service.requests().last().faults() == ['lostAnswer', 'listedLate', 'statusLate', 'resultsNever']
        listed() == []
        listed().size() == 1
        refusal('ListInvocationStatus', [ClusterId: DEMO, CommandId: listed()[0]])[1] == 'ObjectNotFound'
    }

    def 'a node can appear between two pages, and stays'() {
        given:
        start()
        service.inject(Faults.none().with(Faults.Rule.of(Fault.nodeAppears()).on('ListNodes').withAfter(1).withTimes(1)))

        expect:
        pages(3, 3) == [[6, HOSTS[0..2]], [7, HOSTS[3..5]], [7, ['compute004']]]
        hosts(Role: 'Compute') == ['compute000', 'compute001', 'compute002', 'compute003', 'compute004']
        ask('ListNodesByQueue', [ClusterId: DEMO, QueueName: 'workq']).body.TotalCount == 5

        when:
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi', 'Instance.1.Id': node('compute004')]).body.CommandId
        waitFor(id)

        then:
        results(id)*.Message == ['hi']
    }

    def 'a node that appeared is kept in the data directory'() {
        given:
        start(LocalOptions.defaults().withDataDirectory(directory))
        service.inject(Faults.none().first(2, 'ListNodes', Fault.nodeAppears()))
        ask('ListNodes', [ClusterId: DEMO])
        ask('ListNodes', [ClusterId: HYBRID])
        String id = node('compute004')
        service.close()

        when:
        start(LocalOptions.defaults().withDataDirectory(directory))

        then:
        node('compute004') == id
        ask('ListNodes', [ClusterId: HYBRID]).at('Nodes.NodeInfo')*.HostName ==
                ['scheduler0', 'login0', 'local000', 'local001', 'compute000', 'compute001', 'compute002']
    }

    def 'a node can die under a command'() {
        given:
        start()
        service.inject(Faults.seeded(5).first(1, 'InvokeShellCommand', Fault.nodeDies()))

        when:
        String id = invoke()
        waitFor(id)
        List<Map<String, ?>> results = results(id)
        List<Map<String, ?>> ill = ask('ListNodes', [ClusterId: DEMO, Filter: '{"status":"exception"}']).at('Nodes.NodeInfo')

        then:
        state(id) == 'Finished'
        results*.ExitCode.countBy { it } == [0: 5, 137: 1]
        ill*.Id == results.findAll { it.ExitCode == 137 }*.InstanceId
        results.find { it.InstanceId == ill[0].Id }.Message == "hi\nnode ${ill[0].HostName} must be running, is exception"
    }

    private String invoke() {
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId
    }

    private List<String> listed() {
        ask('ListCommands', [ClusterId: DEMO]).at('Commands.Command')*.CommandId
    }

    /** The total and the host names on each page. */
    private List<List<Object>> pages(int size, int count) {
        (1..count).collect { number ->
            WireClient.Reply page = ask('ListNodes', [ClusterId: DEMO, PageSize: size, PageNumber: number])
            [page.body.TotalCount, page.at('Nodes.NodeInfo')*.HostName]
        }
    }
}
