package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Two nodes with one host name, over HTTP: all output distinguishes them. */
class SharedNamesSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'

    @Shared
    LocalService local = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @AutoCleanup
    RewrittenService service = new RewrittenService(local)

    @TempDir
    Path directory

    List<String> ids = []

    def setup() {
        service.rule = { String operation, Map p, Map answer ->
            if (operation == 'ListNodes') {
                answer.Nodes.NodeInfo.findAll { it.HostName == 'compute001' }.each { it.HostName = 'compute000' }
                ids = answer.Nodes.NodeInfo.findAll { it.HostName == 'compute000' }*.Id
            }
        }
    }

    def cleanupSpec() {
        local.close()
    }

    def 'nothing is sent to a name of two nodes: #set'() {
        when:
        Ended ended = run("run 'hostname' on $set")

        then:
        [ended.code(), ended.out(), ended.err().readLines()[0]] == [2, '',
            "-e:1: node name 'compute000' is ambiguous, 2 nodes have it; write compute000=${ids[0]} or compute000=${ids[1]}".toString()]
        !('InvokeShellCommand' in service.operations)

        where:
        set << ["nodes['compute000']", "node('compute000')", "nodes - 'compute000'", "nodes - node('compute000')", "nodes - ['compute000']"]
    }

    def 'headers, failures and the nodes that are not ok show the id'() {
        when:
        Ended ended = run('run \'echo $HOSTNAME; test $HOSTNAME = compute000\' on nodes.compute.take(2)')

        then:
        ended.code() == 1
        ended.out() == """\
            compute000=${ids[0]} (1)
              compute000
            compute000=${ids[1]} (1) failed: exit code 1
              compute001
            """.stripIndent()
        ended.err().contains("not ok: compute000=${ids[1]}")
    }

    def 'differences show the id'() {
        expect:
        run('run \'echo $HOSTNAME\' on nodes.compute.take(2)', 'run', '--diff').out().readLines().with { [it[0], it[2]] } ==
                ["compute000=${ids[0]} (1)".toString(), "compute000=${ids[1]} (1) differs from compute000=${ids[0]}".toString()]
    }

    def 'records have the name and the id'() {
        expect:
        PrettyJson.read(run("run 'true' on nodes.compute.take(2)", '--output', 'json').out()).collect { [it.node, it.id] } ==
                ids.collect { ['compute000', it] }
    }

    def 'a plan shows the id, is kept and carried out'() {
        given:
        Path script = directory.resolve('a.ehpc')
        script.toFile().text = "cluster('$DEMO') { run 'true' on nodes.compute.take(2) }\n"
        String plan = directory.resolve('plan.json')

        when:
        Ended planned = service.call('plan', '-o', plan, script.toString())

        then:
        planned.code() == 0
        planned.out().contains("compute000=${ids[0]},compute000=${ids[1]} (2)")
        service.call('run', '--plan', plan) == new Ended(0, "compute000=${ids[0]},compute000=${ids[1]} (2)\n", '')
    }

    def 'a plan notices that a second node has the name of a planned one'() {
        given:
        Closure<?> shared = service.rule
        Path script = directory.resolve('a.ehpc')
        script.toFile().text = "cluster('$DEMO') { run 'true' on nodes }\n"
        String plan = directory.resolve('plan.json')
        service.rule = { String operation, Map p, Map answer ->
            if (operation == 'ListNodes') {
                answer.Nodes.NodeInfo.removeAll { it.HostName == 'compute001' }
                answer.TotalCount -= 1
            }
        }

        when:
        service.call('plan', '-o', plan, script.toString())
        service.rule = shared
        Ended ended = service.call('run', '--plan', plan)

        then:
        ended.code() == 5
        ended.err().contains("node 'compute000=${ids[1]}' of cluster '$DEMO' is new since the plan, and line 1 runs on every node")
        !('InvokeShellCommand' in service.operations)
    }

    private Ended run(String sentence, String... words) {
        service.call((words.toList() + ['-e', "cluster('$DEMO') { $sentence }".toString()]) as String[])
    }
}
