package ehpc

import ehpc.api.InputException
import ehpc.command.Command
import ehpc.node.NodeSet
import spock.lang.Specification

/** Two nodes of one cluster with the same host name: it chooses neither, and whatever is printed tells them apart. */
class SharedNameSpec extends Specification {

    static final String FIRST = 'a=i-bp1node00000abcdefg'
    static final String SECOND = 'a=i-bp1node00002abcdefg'

    TestService service = new TestService(4)
    NodeSet nodes

    def setup() {
        service.answers.ListNodes = { request ->
            Map answer = service.ListNodes(request.parameters())
            ['a', 'b', 'a', 'c'].eachWithIndex { name, i -> answer.Nodes.NodeInfo[i].HostName = name }
            answer
        }
        nodes = service.cluster().nodes()
    }

    def 'the name of several nodes chooses none of them: #what'() {
        when:
        choice.call(nodes)

        then:
        InputException e = thrown()
        e.message == "node name 'a' is ambiguous, 2 nodes have it; write $FIRST or $SECOND"

        where:
        what                    | choice
        'a name'                | { it['a'] }
        'a list'                | { it[['b', 'a']] }
        'a node'                | { it.node('a') }
        'an exclusion'          | { it - 'a' }
        'an exclusion of a set' | { it - it.node('a') }
        'an exclusion of a list' | { it - ['a'] }
        'an intersection'       | { it & 'a' }
        'an addition'           | { it.take(1) + 'a' }
        'a question'            | { 'a' in it }
    }

    def 'among a part of the nodes that has but one of them, the name is as ambiguous'() {
        when:
        nodes.take(2)['a']

        then:
        InputException e = thrown()
        e.message == "node name 'a' is ambiguous, several nodes of the cluster have it; write $FIRST"
    }

    def 'what is printed tells the nodes apart and chooses them again'() {
        expect:
        nodes.folded() == 'a=i-bp1node[00000,00002]abcdefg,b,c'
        nodes[nodes.folded()].ids() as Set == nodes.ids() as Set
        nodes.take(1).folded() == FIRST
        nodes[FIRST].ids() == [service.nodeIds[0]]
        nodes.node(SECOND).id() == service.nodeIds[2]
        (nodes - SECOND).ids() == [0, 1, 3].collect { service.nodeIds[it] }
        FIRST in nodes
        nodes["b=${service.nodeIds[1]}"].names() == ['b']
        nodes[0].toString() == FIRST
        nodes[0].label() == FIRST
        nodes[1].label() == 'b'
        nodes.names() == ['a', 'b', 'a', 'c']
    }

    def 'a label of another name or id chooses nothing'() {
        when:
        nodes[label]

        then:
        InputException e = thrown()
        e.message.startsWith("no node named '$label' in nodes")

        where:
        label << ['b=i-bp1node00000abcdefg', 'a=i-bp1node00009abcdefg', 'a=']
    }

    def 'results are asked for by id or label, and headers and messages show it'() {
        given:
        service.message = { it == service.nodeIds[2] ? 'other\n' : 'hi\n' }
        RunResult result = service.cluster().run('hostname').on(nodes)

        expect:
        result.toString() == "${FIRST},b,c (3)\n  hi\n$SECOND (1)\n  other\n"
        result[FIRST].output() == 'hi\n'
        result[SECOND].output() == 'other\n'
        result[nodes[2]].output() == 'other\n'
        result[service.nodeIds[2]].toString() == "$SECOND ok"
        result.okNodes.folded() == nodes.folded()

        when:
        result['a']

        then:
        InputException e = thrown()
        e.message == "node name 'a' is ambiguous, 2 nodes have it; write $FIRST or $SECOND"
    }

    def 'in a command a node is its host name'() {
        expect:
        Command.of(['ping ', ''], [nodes.take(2)]).text() == "ping 'a' 'b'"
    }
}
