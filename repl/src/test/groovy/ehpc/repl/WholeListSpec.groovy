package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Inconsistent pages of lists over HTTP, in a script, a plan and a call. */
class WholeListSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'

    @Shared
    LocalService local = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(150))

    @AutoCleanup
    RewrittenService service = new RewrittenService(local)

    def cleanupSpec() {
        local.close()
    }

    def 'a page that is empty before the end ends #words before anything is sent'() {
        given:
        service.rule = { String operation, Map p, Map answer ->
            if (operation == list && p.PageNumber == '2') {
                answer.Nodes.NodeInfo = []
            }
        }

        when:
        Ended ended = service.call(words, '-e', "cluster('$DEMO') { run 'hostname' on $nodes }")

        then:
        [ended.code(), ended.out(), ended.err().readLines().take(2)] == [3, '',
            ["-e:1: $list: the service reports $numbers".toString(), "  cluster('$DEMO') { run 'hostname' on $nodes }".toString()]]
        !('InvokeShellCommand' in service.operations)
        service.operations.count(list) == 6

        where:
        words  | nodes                         | list               || numbers
        'run'  | 'nodes.compute'               | 'ListNodes'        || '152 nodes, but its pages contain 100'
        'run'  | 'nodes'                       | 'ListNodes'        || '152 nodes, but its pages contain 100'
        'run'  | "node('compute149')"          | 'ListNodes'        || '152 nodes, but its pages contain 100'
        'run'  | "nodes - nodes.queue('workq')" | 'ListNodesByQueue' || '150 nodes, but its pages contain 50'
        'plan' | 'nodes.compute'               | 'ListNodes'        || '152 nodes, but its pages contain 100'
    }

    def 'a node that goes between two pages is noticed, and no other is lost with it'() {
        given:
        service.rule = { String operation, Map p, Map answer ->
            if (operation == 'ListNodes' && p.PageNumber == '2' && service.operations.count('ListNodes') <= times) {
                answer.Nodes.NodeInfo = answer.Nodes.NodeInfo.drop(1)
                answer.TotalCount -= 1
            }
        }

        when:
        Ended ended = service.call('-e', "cluster('$DEMO') { run 'echo hi' on nodes.compute }")

        then:
        [ended.code(), (ended.out() ?: ended.err()).readLines()[0]] == [code, line]
        service.operations.count('InvokeShellCommand') == sent

        where:
        times || code | sent | line
        2     || 0    | 1    | 'compute[000-149] (150)'
        99    || 3    | 0    | '-e:1: ListNodes: the list changed while it was read: the service reported 152 nodes, then 151, and its pages contain 151'
    }

    def 'commands and clusters are complete, or an error: #list'() {
        given:
        service.call('-e', "cluster('$DEMO') { run 'echo hi' on node('login0') }")
        service.rule = { String operation, Map p, Map answer -> answer.TotalCount = operation == list ? 77 : answer.TotalCount }

        expect:
        service.call('-e', script).with { [code(), out(), err().readLines()[0].replaceFirst(/\d+$/, 'N')] } ==
                [3, '', "-e:1: $list: the service reports 77 $elements, but its pages contain N".toString()]

        where:
        list           | elements   | script
        'ListCommands' | 'commands' | "cluster('$DEMO') { println commands.size() }"
        'ListClusters' | 'clusters' | 'println clusters.size()'
    }

    def 'with --all-pages the total is that of the service, or it is an error'() {
        given:
        service.rule = { String operation, Map p, Map answer ->
            if (broken && p.PageNumber == '2') {
                answer.Nodes.NodeInfo = []
            }
            answer.TotalCount = answer.TotalCount.toString()
        }

        when:
        Ended ended = service.call('call', 'ListNodes', '--ClusterId', DEMO, '--all-pages')

        then:
        ended.code() == code
        ended.err() == error
        (ended.out() ? PrettyJson.read(ended.out()).with { [it.TotalCount, it.Nodes.NodeInfo.size()] } : []) == numbers

        where:
        broken || code | numbers    | error
        false  || 0    | [152, 152] | ''
        true   || 3    | []         | 'ehpc: ListNodes: the service reports 152 nodes, but its pages contain 100\n'
    }

    def 'elements are written as they arrive, and an incomplete list is an error after them: #form'() {
        given:
        service.rule = { String operation, Map p, Map answer ->
            if (p.PageNumber == '2') {
                answer.Nodes.NodeInfo = []
            }
        }

        when:
        Ended ended = service.call('call', 'ListNodes', '--ClusterId', DEMO, '--all-pages', '--output', form)

        then:
        ended.code() == 3
        ended.err() == 'ehpc: ListNodes: the service reports 152 nodes, but its pages contain 100\n'
        ended.out().readLines().size() == lines
        service.operations.count('ListNodes') == 2

        where:
        form     || lines
        'ndjson' || 100
        'csv'    || 101
        'text'   || 101
    }

    def 'a total that cannot be read ends the script as well'() {
        given:
        service.rule = { String operation, Map p, Map answer -> answer.TotalCount = 'some' }

        expect:
        service.call('-e', "cluster('$DEMO') { run 'echo hi' on nodes }").with { [code(), err().readLines()[0]] } ==
                [3, "-e:1: ListNodes: TotalCount is 'some', not a whole number"]
    }
}
