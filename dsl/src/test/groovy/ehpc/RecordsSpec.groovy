package ehpc

import ehpc.api.Catalogue
import ehpc.api.RecordFields
import ehpc.api.Secret
import ehpc.connect.Connection
import ehpc.node.Node
import ehpc.node.NodeSet
import ehpc.node.CountOrPercent
import ehpc.plan.Plan
import ehpc.script.ScriptException
import ehpc.script.ScriptResult
import ehpc.script.Scripts
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import tools.jackson.databind.json.JsonMapper

/** Values of the library as Jackson writes them. */
class RecordsSpec extends Specification {

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    def 'a result is the records of its nodes, as --output json prints them'() {
        given:
        Cluster cluster = connection.ehpc().cluster('ehpc-hz-localdemo1')
        RunResult result = cluster.run('echo hi; [ $(hostname) != login0 ]').tolerate(CountOrPercent.count(1)).on(cluster.nodes()['login0,manager0'])

        expect:
        List<Map> records = json(result) as List<Map>
        records*.keySet()*.toList().unique() ==
                [['cluster', 'command', 'commandId', 'node', 'id', 'outcome', 'exitCode', 'output', 'detail', 'finishedTime']]
        records*.node == ['login0', 'manager0']
        records*.outcome == ['failed', 'ok']
        records*.exitCode == [1, 0]
        records*.command.unique() == ['echo hi; [ $(hostname) != login0 ]']
        records == result.records()

        and:
        json(result.results.first()) == records.first() - records.first().subMap('command')
        json(result.counts()) == [ok: 1, failed: 1]
        json(result.gathered().first()).keySet() == ['results', 'nodes'] as Set
    }

    def 'a node that nothing ran on has no exit code'() {
        given:
        Node node = Node.of('ehpc-hz-1',
                new RecordFields(Catalogue.ehpc().operation('ListNodes'), [Id: 'i-1', HostName: 'n1', Roles: [Role: ['Login', 'Compute']]]))

        expect:
        json(NodeResult.without(node, Outcome.NOT_RUN, 'why', '')) == [
            cluster: 'ehpc-hz-1', commandId: '', node: 'n1', id: 'i-1', outcome: 'not-run', exitCode: null, output: '', detail: 'why',
            finishedTime: '']
        json(node).with { roles.sort() } == ['compute', 'login']
    }

    def 'a set is its nodes'() {
        given:
        NodeSet nodes = connection.ehpc().cluster('ehpc-hz-localdemo1').nodes().getLogin()

        expect:
        json(nodes) == [[
            clusterId: 'ehpc-hz-localdemo1', id: nodes.first().id(), name: 'login0', roles: ['login'], status: 'running',
            ip: nodes.first().ip(), instanceType: nodes.first().instanceType()]]
        json(nodes.take(0)) == []
    }

    def 'clusters, images, queues and the like are their components'() {
        expect:
        json(connection.ehpc().clusters()).first() ==
                [id: 'ehpc-hz-localdemo1', name: 'localdemo1', status: 'running', region: 'cn-hangzhou', scheduler: 'slurm']
        json(connection.ehpc().cluster('ehpc-hz-localdemo1').queues().list()).first().keySet() ==
                ['name', 'type', 'instanceTypes', 'autoGrow', 'imageId'] as Set
        json(connection.ehpc().customImages()).first().keySet().containsAll(['id', 'name', 'owner', 'osTag'])
        json(connection.ehpc().cluster('ehpc-hz-localdemo1').describe()).keySet() ==
                ['id', 'name', 'status', 'region', 'scheduler', 'location', 'postScripts'] as Set
        json(connection.ehpc().regions()) == [[id: 'cn-hangzhou', name: 'Hangzhou (local)']]
    }

    def 'what a script did, and what was wrong with it'() {
        when:
        ScriptResult done = ran("cluster('ehpc-hz-localdemo1') { run 'echo hi' on nodes.login; [set: nodes.login, \"k\${1}\": 1..2] }")

        then:
        json(done).with { runs.first().first().output == 'hi\n' && changed && value.set*.name == ['login0'] && value.k1 == [1, 2] }

        when:
        ran('nodez')

        then:
        ScriptException e = thrown()
        json(e.problems()) == [[
            file: 's.ehpc', line: 1, column: 1, rule: 'unknown-word', message: "unknown word 'nodez'; did you mean 'nodes'?",
            suggestion: 'nodes', source: 'nodez', notes: [], remedies: []]]
    }

    def 'a plan is the text of plan.json, and a secret is stars'() {
        given:
        Plan plan = Scripts.compile('s.ehpc', "cluster('ehpc-hz-localdemo1') { run 'echo hi' on nodes }").over(connection.ehpc()).plan()

        expect:
        json(plan) == new JsonSlurper().parseText(plan.json())
        json([new Secret('TOKEN', 'hunter2'), Initialization.ALREADY_DONE]) == ['***', 'ALREADY_DONE']
    }

    private ScriptResult ran(String text) {
        Scripts.compile('s.ehpc', text).over(connection.ehpc()).output(new StringBuilder()).run()
    }

    private static Object json(Object value) {
        new JsonSlurper().parseText(JsonMapper.shared().writeValueAsString(value))
    }
}
