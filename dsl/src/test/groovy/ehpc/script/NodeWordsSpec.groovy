package ehpc.script

import ehpc.TestService
import spock.lang.Specification

/** Sets of nodes and values in commands, as scripts write them: compiled statically, over a service in memory. */
class NodeWordsSpec extends Specification {

    TestService service = new TestService(8)

    def 'what lists can do, sets of nodes can'() {
        expect:
        printed("println($expression)") == output + '\n'

        where:
        expression                                                     || output
        'nodes[0..3]'                                                  || 'compute[000-003]'
        'nodes[-2..-1]'                                                || 'compute[006-007]'
        'nodes[1..-1].size()'                                          || '7'
        'nodes[0].name'                                                || 'compute000'
        'nodes[0, 2, -1]'                                              || 'compute[000,002,007]'
        'nodes.first().name + nodes.last().name'                       || 'compute000compute007'
        'nodes.take(2)*.name'                                          || '[compute000, compute001]'
        "nodes['compute[000-003/3],compute007']"                       || 'compute[000,003,007]'
        "nodes['compute001', 'compute002']"                            || 'compute[001-002]'
        "nodes[['compute001', 'compute002']]"                          || 'compute[001-002]'
        "nodes - 'compute[000-005]'"                                   || 'compute[006-007]'
        "nodes - ['compute000', nodes[1]]"                             || 'compute[002-007]'
        "nodes.take(2) + 'compute007' & nodes[1..7]"                   || 'compute[001,007]'
        'nodes.take(2) ^ nodes[1..2] | nodes[7]'                       || 'compute[000,002,007]'
        'nodes.groupBy { it.name.endsWith("1") }.collect { k, v -> "$k: $v" }' ||
                '[false: compute[000,002-007], true: compute001]'
        'nodes.sort { it.id }.reverse().take(1)'                       || 'compute007'
        'nodes.sort { a, b -> b.name <=> a.name }[0].name'             || 'compute007'
        'nodes.findAll { it.status == "running" }.size()'              || '8'
        'nodes.running.size() + nodes.stopped.size()'                  || '8'
        '"compute001" in nodes'                                        || 'true'
        'nodes[1] in nodes.take(1)'                                    || 'false'
        'nodes.collect { it.name }.size()'                             || '8'
        'nodes.any { it.name == "compute003" }'                        || 'true'
        'nodes.compute.status("stopped") ? "some" : "none"'            || 'none'
    }

    def 'a set in a command is a word for each name'() {
        when:
        printed('def two = nodes.take(2)\nrun "ping ${two}" on nodes[0]')

        then:
        service.requests('InvokeShellCommand')[0].parameters().Command == "ping 'compute000' 'compute001'"
    }

    def 'an empty list has a way out'() {
        when:
        printed('List<String> options = []\nrun "ls ${options ?: raw(\'\')} /" on nodes[0]')

        then:
        service.requests('InvokeShellCommand')[0].parameters().Command == 'ls  /'
    }

    def 'what the message about an empty set says can be typed'() {
        when:
        printed('def r = run "true" on((nodes - nodes).allowEmpty())\nprintln r.size()')

        then:
        service.count('InvokeShellCommand') == 0
    }

    def 'queues are read and their nodes chosen'() {
        given:
        service.answers.ListQueues = [Queues: [QueueInfo: [[QueueName: 'workq', Type: 'Execution']]]]
        service.answers.ListNodesByQueue = [TotalCount: 1, Nodes: [NodeInfo: [[Id: service.nodeIds[3]]]]]

        expect:
        printed("println queues*.name\nprintln nodes.queue('workq')") == '[workq]\ncompute003\n'
    }

    def 'a wrong right side is told before anything is sent'() {
        when:
        printed("run 'true' on nodes - 5")

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:2:15: '-' on nodes expects a set of nodes, a node, names or a list, got a whole number"
        service.sent.isEmpty()
    }

    def 'a right side whose type is known only when it runs is a set, a node, names or a list'() {
        expect:
        printed("def v = [a: $value]\nprintln nodes $operator v.a") == "$nodes\n"

        where:
        operator | value                  || nodes
        '-'      | "'compute000'"         || 'compute[001-007]'
        '-'      | 'nodes.drop(2)'        || 'compute[000-001]'
        '-'      | 'nodes[0]'             || 'compute[001-007]'
        '-'      | "['compute007', nodes[0]]" || 'compute[001-006]'
        '&'      | "'compute[000-001]'"   || 'compute[000-001]'
        '^'      | 'nodes.drop(2)'        || 'compute[000-001]'
        '+'      | "'compute001'"         || 'compute[000-007]'
        '|'      | "'compute001'"         || 'compute[000-007]'
    }

    def 'a right side that is #value when it runs ends the script before anything is sent'() {
        when:
        printed("def v = [a: $value]\nrun 'true' on nodes - v.a")

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:3: nodes must be a set of nodes, a node, names or a list, are $said"
        service.sent*.operation()*.name() == ['ListNodes']

        where:
        value  || said
        'null' || 'null'
        '5'    || 'of type Integer'
    }

    private String printed(String lines) {
        StringBuilder out = new StringBuilder()
        Scripts.compile('a.ehpc', "cluster('ehpc-hz-test') {\n$lines\n}\n").over(service.ehpc()).output(out).run()
        out.toString()
    }
}
