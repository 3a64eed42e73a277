package ehpc.dsl

import ehpc.connect.Connection
import ehpc.node.EmptyNodeSetException
import ehpc.node.NodeSet
import ehpc.plan.Plan
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The words {@code queues} and {@code tags}: a list and a map, and what can be done with queues and tags. */
@Timeout(60)
class QueuesAndTagsSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    @AutoCleanup
    Connection connection = Connection.local()

    StringBuilder out = new StringBuilder()

    def 'queues are created, changed, filled and deleted'() {
        when:
        run '''
            queues.add 'gpu', instanceType: 'ecs.gn6v-c8g1.2xlarge', networkInterfaceTrafficMode: 'Standard'
            queues.add 'short'
            println queues*.name
            queues.update 'short', instanceType: 'ecs.c7.large'
            println queues.collectEntries { [it.name, it.instanceTypes] }
            queues.move nodes['compute[000-001]'], to: 'gpu'
            queues.move 'compute002', to: 'short'
            queues.move node('compute003'), to: 'short'
            println "${nodes.queue('gpu')} ${nodes.queue('short')}"
            queues.move nodes.queue('short'), to: 'workq'
            queues.delete 'short'
            println queues.size()
        '''

        then:
        out.toString() == '''\
            [workq, gpu, short]
            [workq:[ecs.c6.large], gpu:[ecs.gn6v-c8g1.2xlarge], short:[ecs.c7.large]]
            compute[000-001] compute[002-003]
            2
            '''.stripIndent()
        connection.service().get().requests()*.action().count('UpdateQueueConfig') == 2
    }

    def 'queues are the list that they were'() {
        expect:
        over("cluster('$CLUSTER') {\n List<ehpc.Queue> all = queues\n" +
                " [all[0].name, queues.find { it.name == 'workq' }.type, queues*.queueName]\n}").run().value() == ['workq', 'Execution', ['workq']]
    }

    def 'a set without nodes moves nothing, and is an error unless that is intended'() {
        when:
        run "queues.move nodes.stopped, to: 'workq'"

        then:
        ScriptException e = thrown()
        e.cause instanceof EmptyNodeSetException

        when:
        run "queues.move nodes.stopped.allowEmpty(), to: 'workq'"

        then:
        !connection.service().get().requests()*.action().contains('SetQueue')
    }

    def 'many nodes are moved in several calls'() {
        given:
        def cluster = connection.ehpc().cluster(CLUSTER)
        NodeSet nodes = NodeSet.of(CLUSTER, cluster.nodes().compute.collectMany { [it] * 60 }, 'all')

        when:
        List<String> ids = cluster.queues().move(nodes, 'workq')

        then:
        ids.size() == 1 || ids.size() == 3
    }

    def 'a plan shows both calls of a queue with an instance type'() {
        when:
        Plan plan = over("cluster('$CLUSTER') {\n queues.add 'gpu', instanceType: 'ecs.c7.large'\n queues.delete 'old'\n}").plan()

        then:
        plan.steps().collect { [it.word(), it.calls()[0].operation(), it.destroys()] } == [
            ['queues.add', 'AddQueue', false], ['queues.add', 'UpdateQueueConfig', false], ['queues.delete', 'DeleteQueue', true]]
        plan.toString().contains('ComputeInstanceType  "ecs.c7.large"')
    }

    def 'tags are a map that is set, read and removed'() {
        when:
        run '''
            println tags
            tags.put 'team', 'cfd'
            tags['until'] = 'friday'
            println tags.team + tags['until'] + tags.size()
            tags.each { key, value -> println "$key=$value" }
            tags.remove 'team'
            tags.remove 'nothing'
            println tags
        '''

        then:
        out.toString() == '[:]\ncfdfriday2\nteam=cfd\nuntil=friday\n[until:friday]\n'
        !connection.service().get().requests()*.action().contains('DescribeCluster')
    }

    def 'several tags are one call in Java'() {
        given:
        def tags = connection.ehpc().cluster(CLUSTER).tags()

        when:
        tags.put([a: '1', b: '2', c: '3'])
        tags.remove(['a', 'c'])

        then:
        tags.map() == [b: '2']
        connection.service().get().requests()*.action() == ['TagResources', 'UnTagResources', 'ListTagResources']
    }

    def 'a value of the running script is checked before it is sent: #call'() {
        when:
        run call

        then:
        ScriptException e = thrown()
        e.message == 's.ehpc:2: ' + message
        connection.service().get().requests().empty

        where:
        call                                      || message
        "queues.add \"1\${'x'}\""                 || "queues.add: name must be a letter, then up to 62 letters, digits or underscores, is '1x'"
        "tags.put 'k' * 129, 'v'"                 || 'tags.put: key must be 1 to 128 characters, is 129'
        "tags.put \"acs:\${1}\", 'v'"             || "tags.put: key must not start with 'acs:'"
        'tags.clear()'                            || "'tags' cannot be changed like this; its words are tags.put, tags.remove"
    }

    private void run(String words) {
        over("cluster('$CLUSTER') {\n$words\n}").run()
    }

    private ScriptRun over(String script) {
        Scripts.compile('s.ehpc', script).over(connection.ehpc()).output(out)
    }
}
