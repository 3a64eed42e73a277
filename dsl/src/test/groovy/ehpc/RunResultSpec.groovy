package ehpc

import ehpc.api.InputException
import ehpc.node.Node
import spock.lang.Specification

class RunResultSpec extends Specification {

    def 'equal outputs are one text, also when they came in different pages'() {
        given:
        TestService service = new TestService(120)
        service.message = { String id -> String.valueOf('the same'.toCharArray()) }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        service.count('ListInvocationResults') == 3
        Set<Integer> texts = result.results.collect { System.identityHashCode(it.output()) } as Set
        texts.size() == 1
    }

    def 'only a line feed ends a line: #output'() {
        expect:
        ResultGroup.lines(output) == lines

        where:
        output        || lines
        ''            || []
        'a'           || ['a']
        'a\n'         || ['a']
        'a\n\n'       || ['a', '']
        '\n'          || ['']
        'a\rb\r\nc'   || ['a\rb\r', 'c']
        'a\u2028b\fc' || ['a\u2028b\fc']
    }

    def 'the title of a group is one line, whatever the service said'() {
        given:
        Node node = Node.unlisted('ehpc-hz-test', 'i-1')

        expect:
        new ResultGroup([NodeResult.without(node, Outcome.NOT_RUN, 'refused:\nreally', '')], false).title() == 'i-1 (1) not-run: refused: really'
    }

    def 'results are found by name, by id and by node'() {
        given:
        RunResult result = ran(3)

        expect:
        result['compute001'] == result.results[1]
        result["compute00${1}"] == result.results[1]
        result[result.results[2].node().id()] == result.results[2]
        result[result.results[2].node()] == result.results[2]
        result.of('compute009').empty
    }

    def 'a node without a result is told with those that have one'() {
        when:
        ran(3)['compute01']

        then:
        InputException e = thrown()
        e.message == "no result of node 'compute01'; did you mean 'compute001'?; known: compute[000-002]"
    }

    def 'output without a node is that of the only one'() {
        expect:
        ran(1).output == 'hi\n'
    }

    def 'output without a node must not be asked of several'() {
        when:
        ran(2).output

        then:
        InputException e = thrown()
        e.message == "output is for a run on one node, this one has 2; use: ['compute000'].output"
    }

    private static RunResult ran(int nodes) {
        TestService service = new TestService(nodes)
        Cluster cluster = service.cluster()
        cluster.run('echo hi').on(cluster.nodes())
    }
}
