package ehpc.dsl

import ehpc.Change
import ehpc.ChangeException
import ehpc.RunListener
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.local.Transitions
import ehpc.node.EmptyNodeSetException
import ehpc.node.NodeSet
import ehpc.plan.Plan
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The words for nodes and whole clusters: flat words that wait for the end of what they started. */
@Timeout(120)
class ChangesSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    @AutoCleanup
    Connection connection = paced(Transitions.afterLooks(1))

    StringBuilder out = new StringBuilder()
    List<String> events = []

    def 'nodes are added, stopped, started, reset and deleted, and each word waits for the end'() {
        when:
        run '''
            def added = addNodes 2, queue: 'workq', instanceType: 'ecs.c7.large'
            println "${added.nodes*.status.unique()} ${added.nodes.size()} of ${nodes.compute.size()}"
            stopNodes nodes['compute[000-001]']
            println nodes.stopped
            startNodes 'compute000'
            startNodes nodes.stopped
            println nodes.compute.running.size()
            resetNodes nodes.compute[0]
            stopNodes(['compute000', node('login0')])
            println nodes.stopped
            startNodes nodes.stopped
            deleteNodes added.nodes
            println nodes.compute
        '''

        then:
        out.toString() == '''\
            [running] 2 of 6
            compute[000-001]
            6
            compute000,login0
            compute[000-003]
            '''.stripIndent()

        and:
        connection.service().get().requests().findAll { it.action() == 'StopNodes' }*.parameters().collect { it.Role } ==
                ['Compute', 'Compute', 'Login']
        events.count('waited stopNodes') == 2
        events.any { it ==~ /addNodes step \d of \d/ }
    }

    def 'a word that is told not to wait returns at once, and await waits later'() {
        when:
        run '''
            def c = stopNodes 'compute000', await: false
            println c.taskIds.size()
            c.await(1.minute)
            println nodes.stopped
        '''

        then:
        out.toString() == '1\ncompute000\n'
    }

    def 'at its deadline the message says what goes on and how to look'() {
        given:
        Connection slow = paced(Transitions.timed(Duration.ofHours(1)))

        when:
        Scripts.compile('s.ehpc', "cluster('$CLUSTER') {\nstopNodes 'compute000', await: 100.milliseconds\n}".replace('100.milliseconds',
                'java.time.Duration.ofMillis(100)')).over(slow.ehpc()).output(out).run()

        then:
        ScriptException e = thrown()
        e.message ==~ /s.ehpc:2: stopNodes goes on after 0.1s: step \d of \d; ListTasks shows task (\S+), in a script api.listTasks\(taskId: '\1'\)/
        (e.cause as ChangeException).open
        e.soFar().changed()

        cleanup:
        slow.close()
    }

    def 'a whole cluster is stopped, started, changed, created and deleted'() {
        when:
        over("""
            cluster('$CLUSTER') {
                stopCluster()
                println nodes.running.size()
                startCluster()
                println nodes.running.size()
                modifyCluster(name: 'course', description: 'of June')
                println info.name
            }
            def created = createCluster(name: 'short-lived', password: secret('ROOT'), ecsOrder: [compute: [count: 1]])
            println created.clusterId == clusters.find { it.name == 'short-lived' }.id
            cluster(created) {
                println info.status
                deleteCluster()
            }
            println clusters*.name
        """.stripIndent()).run()

        then:
        out.toString() == '0\n6\ncourse\ntrue\nrunning\n[course, local-hybrid]\n'.replace('local-hybrid', hybrid())
    }

    def 'an empty set is an error, unless that is intended'() {
        when:
        run 'stopNodes nodes.stopped'

        then:
        ScriptException e = thrown()
        e.cause instanceof EmptyNodeSetException

        when:
        run 'stopNodes nodes.stopped.allowEmpty()'

        then:
        connection.service().get().requests()*.action().unique() == ['ListNodes']
    }

    def 'a refusal is one message'() {
        when:
        run '''
            startCluster()
            recoverCluster()
        '''

        then:
        ScriptException e = thrown()
        e.message ==~ /s.ehpc:\d: (Start|Recover)Cluster: \S+: .*\(request id \S+\)(?s).*/
    }

    def 'a plan shows the changes without waiting, and ends where their result is read'() {
        when:
        Plan plan = over("""\
            def c = createCluster(name: 'x1', password: secret('ROOT'))
            cluster('$CLUSTER') {
                def added = addNodes 2, queue: 'workq'
                stopNodes 'compute000'
                println added.nodes
            }""".stripIndent()).plan()

        then:
        plan.steps().collect { [it.word(), it.destroys()] } == [['createCluster()', false], ['addNodes', false]]
        plan.end().get().toString().contains('it depends on the result of addNodes (line 3)')

        when:
        plan = over("""\
            cluster('$CLUSTER') {
                def two = nodes.compute.take(2)
                stopNodes two
                deleteNodes two, releaseInstance: false
                deleteCluster()
            }""".stripIndent()).plan()

        then:
        plan.complete
        plan.steps().collect { [it.word(), it.destroys()] } == [['stopNodes', true], ['deleteNodes', true], ['deleteCluster()', true]]
    }

    def 'the words are refused where they destroy without confirmation'() {
        expect:
        Scripts.compile('s.ehpc', '''\
            cluster('c1') {
                stopNodes nodes
                resetNodes nodes
                deleteNodes nodes
                stopCluster()
                deleteCluster()
                startNodes nodes
            }'''.stripIndent())
                .destroyingWords()*.word() == ['stopNodes', 'resetNodes', 'deleteNodes', 'stopCluster', 'deleteCluster']
    }

    def 'Java changes nodes and waits for them'() {
        given:
        def cluster = connection.ehpc().cluster(CLUSTER)

        when:
        Change added = cluster.changes().addNodes(1, [JobQueue: 'workq', InstanceType: 'ecs.c7.large'])
        NodeSet nodes = added.await(Duration.ofMinutes(1)).nodes
        cluster.changes().deleteNodes(nodes, [:]).await(Change.USUAL)

        then:
        nodes.size() == 1
        cluster.nodes().compute.size() == 4
        added.taskIds.size() == 1
        added.toString() == "addNodes in cluster $CLUSTER"
    }

    private static Connection paced(Transitions pace) {
        Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withTransitions(pace)))
    }

    private String hybrid() {
        connection.ehpc().clusters().find { it.id() != CLUSTER }.name()
    }

    private void run(String words) {
        over("cluster('$CLUSTER') {\n$words\n}").run()
    }

    private ScriptRun over(String script) {
        RunListener listener = new RunListener() {

            @Override
            void waiting(Change change, String state) {
                events << "$change.word $state".toString()
            }

            @Override
            void waited(Change change) {
                events << "waited $change.word".toString()
            }
        }
        Scripts.compile('s.ehpc', script).over(connection.ehpc().withListener(listener)).output(out).environment(ROOT: 'Change-Me-1')
    }
}
