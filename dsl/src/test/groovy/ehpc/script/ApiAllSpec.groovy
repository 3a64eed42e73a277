package ehpc.script

import ehpc.EhpcClient
import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.IncompleteListException
import ehpc.api.RecordFields
import ehpc.api.Request
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.plan.PlanEnd
import java.lang.ref.WeakReference
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The elements of a list on all of its pages: {@code api.all}. */
class ApiAllSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'

    @AutoCleanup
    @Shared
    Connection connection = Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withComputeNodes(230)))

    TestService service = new TestService(0)
    StringBuilder out = new StringBuilder()
    int total = 250
    List<WeakReference<Object>> read = []

    def setup() {
        service.answers.ListNodes = { Request request -> page(request) }
    }

    def 'a block iterates over every node of its cluster'() {
        when:
        run("""\
            cluster('$DEMO') {
                def seen = 0
                for (node in api.all.listNodes(sortBy: 'HostName')) {
                    seen++
                    if (seen in [1, 101, 230]) println "\$node.hostName \${node.totalResources.cpu}"
                }
                println seen
                println api.all.listNodes(role: 'Compute').count { it.status == 'running' }
                println api.all.ListNodes(Role: 'Login')*.hostName
            }
            """.stripIndent(), connection.ehpc())

        then:
        out.toString() == 'compute000 2\ncompute100 2\ncompute229 2\n232\n230\n[login0]\n'
    }

    def 'a page is requested when the iteration reaches it: #reading'() {
        when:
        run("cluster('c') { $reading }")

        then:
        service.sent*.parameters() == (1..<pages + 1).collect { [ClusterId: 'c', PageSize: 100, PageNumber: it] }

        where:
        reading                                                         || pages
        'def all = api.all.listNodes()'                                 || 0
        'println api.all.listNodes()'                                   || 0
        'println(api.all.listNodes() ? 1 : 0)'                          || 1
        'for (n in api.all.listNodes()) { break }'                      || 1
        "api.all.listNodes().find { it.hostName == 'n120' }"            || 2
        'println api.all.listNodes().size()'                            || 3
        'def f = { a -> a.listNodes().each { } }; f(api.all)'           || 3
        "api.all.call('listNodes', [:]).each { }"                       || 3
    }

    def 'a page size is kept, and each iteration reads the list anew'() {
        when:
        run("def some = api.all.listNodes(clusterId: 'c', pageSize: 2)\nprintln some.first().hostName\nprintln some.take(3)*.id")

        then:
        out.toString() == 'n1\n[i-1, i-2, i-3]\n'
        service.sent*.parameters()*.PageNumber == [1, 1, 2]
    }

    @SuppressWarnings('ExplicitGarbageCollection') // what is not kept can be collected
    def 'pages that were read are not kept'() {
        given:
        total = 1000
        Iterator<RecordFields> elements = service.ehpc().items(nodes()).iterator()

        when:
        901.times { elements.next() }
        long deadline = System.nanoTime() + 10_000_000_000L
        while (read.take(700).any { it.get() != null } && System.nanoTime() < deadline) {
            System.gc()
        }

        then:
        read.size() == 1000
        read.take(700).every { it.get() == null }
    }

    def 'a list whose pages do not add up fails at its end, in a script and in Java: #reported of #existing'() {
        given:
        service.answers.ListNodes = { Request request ->
            total = existing
            page(request) + [TotalCount: reported]
        }

        when:
        run("def seen = 0\ntry { for (n in api.all.listNodes(clusterId: 'c')) seen++ } finally { println seen }")

        then:
        ScriptException e = thrown()
        e.cause instanceof IncompleteListException
        e.message == "a.ehpc:2: ListNodes: the service reports $reported nodes, but its pages contain $existing"
        out.toString() == "$existing\n"

        when:
        service.ehpc().items(nodes()).count()

        then:
        thrown(IncompleteListException)

        where:
        reported | existing
        152      | 100
        200      | 230
    }

    def 'a program that runs a script gets maps, read when they are used'() {
        when:
        Iterable<Map> nodes = run("api.all.listNodes(clusterId: 'c')").value() as Iterable<Map>

        then:
        service.sent == []
        nodes.iterator().next() == [id: 'i-1', hostName: 'n1', status: 'running', roles: [role: []]]
        service.sent.size() == 1
        nodes*.id.size() == 250
    }

    def 'a refused page ends the iteration with the refusal'() {
        given:
        service.answers.ListNodes = { Request request ->
            request.parameters().PageNumber == 2
                    ? ApiException.refused(request.operation(), 403, 'Forbidden.RAM', 'not yours', 'R7', null)
                    : page(request)
        }

        when:
        run("api.all.listNodes(clusterId: 'c').each { println it.id }")

        then:
        ScriptException e = thrown()
        e.message == 'a.ehpc:1: ListNodes: Forbidden.RAM: not yours (request id R7)'
        out.readLines().size() == 100
    }

    def 'a list with tokens is read to its end'() {
        given:
        service.answers.ListTagResources = { Request request ->
            boolean first = request.parameters().NextToken == null
            [NextToken: first ? 't' : '', TagResources: [TagResource: [
                    [ResourceType: 'cluster', ResourceId: 'c', TagKey: first ? 'a' : 'b', TagValue: '1']]]]
        }

        expect:
        run("api.all.listTagResources(resourceType: 'cluster').collect { it.tagKey }").value() == ['a', 'b']
    }

    def 'a wrong call is refused before anything is sent: #line'() {
        expect:
        problems("cluster('c') {\n    $line\n}\n") == ["a.ehpc:2:$column: $message" as String]
        service.sent.empty

        where:
        line                                                || column | message
        'api.all.describeCluster()' ||
            13 | "'describeCluster' has no pages, one call returns its complete answer; write api.describeCluster(...)"
        'api.all.listCustomImages(imageOwnerAlias: \'self\')' ||
            13 | "'listCustomImages' has no pages, one call returns its complete answer; write api.listCustomImages(...)"
        'api.all.listNode()'                                || 13     | "unknown operation 'listNode'; did you mean 'listNodes'?"
        'api.all.listNodes'                                 || 13     | "'listNodes' must be called: listNodes()"
        'api.all.listNodes(pageNumber: 2)'                  || 23     | 'pageNumber must be left out: api.all reads every page'
        "api.all.listTagResources(resourceType: 'cluster', nextToken: 't')" ||
            55 | 'nextToken must be left out: api.all reads every page'
        "api.all.listNodes('c')"                            || 23     | 'parameters must be named, like listNodes(name: value)'
        "api.all.listNodes(role: 'compute')" ||
            23 | "role must be Manager, Login or Compute, is 'compute'; did you mean 'Compute'?"
        'api.all.listNodes().each { println it.hostNam }' ||
            43 | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'for (n in api.all.listNodes()) { println n.hostNam }' || 48  | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
    }

    def 'what only the running script shows is refused there: #text'() {
        when:
        run(text)

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:1: $message"
        service.sent.empty

        where:
        text                                                  || message
        'def f = { a -> a.listQueues() }; f(api.all)' ||
            "'listQueues' has no pages, one call returns its complete answer; write api.listQueues(...)"
        'def f = { a -> a.listNodes }; f(api.all)'            || "'listNodes' must be called: api.all.listNodes()"
        'def f = { a -> a.listNodes(3) }; f(api.all)'         || 'parameters must be named, like listNodes(name: value)'
        'def f = { a -> a.all.listNodes(pageNumber: 1) }; f(api)' ||
            "listNodes: clusterId must be given, or the call must be in a cluster('...') { } block; " +
                    'pageNumber must be left out: api.all reads every page'
    }

    def 'a plan reads the list, and ends where it depends on a planned change'() {
        given:
        String text = """\
            cluster('$DEMO') {
                for (node in api.all.listNodes(role: 'Login')) run 'true' on nodes[node.hostName]
                api.setQueue(node: [[name: 'compute000']], queueName: 'gpu')
                println api.all.listNodes().size()
            }
            """.stripIndent()

        when:
        def plan = Scripts.compile('a.ehpc', text).over(connection.ehpc()).output(out).plan()

        then:
        plan.steps()*.line() == [2, 3]
        plan.end().orElseThrow() instanceof PlanEnd
        plan.end().orElseThrow().line() == 4
    }

    private Request nodes() {
        service.ehpc().request('ListNodes').with('ClusterId', 'c')
    }

    private Map page(Request request) {
        int size = request.parameters().PageSize as int
        int first = (request.parameters().PageNumber as int) * size - size
        List<Map> nodes = (first..<Math.max(first, Math.min(total, first + size))).collect {
            Map node = [Id: "i-${it + 1}".toString(), HostName: "n${it + 1}".toString(), Status: 'running', Roles: [Role: []]]
            read << new WeakReference<Object>(node.HostName)
            node
        }
        [TotalCount: total, Nodes: [NodeInfo: nodes]]
    }

    private ScriptResult run(String text, EhpcClient ehpc = service.ehpc()) {
        Scripts.compile('a.ehpc', text).over(ehpc).environment([:]).output(out).run()
    }

    private static List<String> problems(String text) {
        try {
            Scripts.compile('a.ehpc', text)
            return []
        } catch (ScriptException e) {
            return e.problems()*.toString()
        }
    }
}
