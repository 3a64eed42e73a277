package ehpc.script

import ehpc.TestService
import ehpc.plan.Plan
import ehpc.plan.PlanPlace
import spock.lang.Specification
import spock.lang.Timeout

/** The current cluster of a shell, over a service that tells what it was sent. */
@Timeout(300)
class SessionClusterSpec extends Specification {

    private static final String NONE = "needs a cluster; select one: cluster('ehpc-hz-...'), clusters lists them"
    private static final String URL = 'https://host/'

    TestService service = new TestService(2)
    InteractiveSession session = new InteractiveSession()
    StringBuilder out = new StringBuilder()

    def setup() {
        service.answers.SetPostScripts = [RequestId: 'R']
        service.answers.SyncUsers = [RequestId: 'R']
        service.answers.GetPostScripts = [PostInstallScripts: [], RequestId: 'R']
    }

    def 'an entry chooses the cluster that those behind it speak of, and asks the service nothing'() {
        when:
        EntryResult chosen = say("cluster('ehpc-hz-test')")

        then:
        session.context().cluster() == Optional.of('ehpc-hz-test')
        chosen.value() == Optional.empty()
        service.sent == []

        when:
        EntryResult result = say("run 'echo hi' on nodes")

        then:
        out.toString().contains('hi')
        result.printed()
        result.changed()
        result.runs()*.ok == [true]
    }

    def 'the results that a parallel gives were shown already, and can be looked at again'() {
        when:
        EntryResult both = say("parallel { ['ehpc-hz-test'].each { c -> cluster(c) { run 'echo hi' on nodes } } }")
        EntryResult again = say('_')

        then:
        both.printed()
        !again.printed()
    }

    def 'its words stand behind it in the same entry, in blocks, and in methods of before and after'() {
        when:
        say('int earlier() { nodes.size() }')
        say("cluster('ehpc-hz-test'); println nodes.size(); [1].each { println nodes.size() }; println earlier()")
        say('int later() { earlier() }')
        say('println later(); def size = { nodes.size() }')
        say('println size()')

        then:
        out.toString() == '2\n' * 5
    }

    def 'calls of operations are about it, also at the top and where it was chosen just before'() {
        given:
        service.answers.ListQueues = [Queues: [QueueInfo: [[QueueName: 'workq']]], RequestId: 'R']

        when:
        say("cluster('ehpc-hz-test'); println api.listQueues().queues.queueInfo*.queueName")
        say('println api.listQueues().requestId')

        then:
        out.toString() == '[workq]\nR\n'
        service.sent*.parameters()*.get('ClusterId') == ['ehpc-hz-test'] * 2
    }

    def 'without one they are refused before anything is sent: #entry'() {
        when:
        session.compile(entry)

        then:
        ScriptException e = thrown()
        e.refused
        e.problems()*.toString() == ["[1]:1:1: $message" as String]
        service.sent == []

        where:
        entry                                             || message
        "run 'echo hi' on nodes"                          || "'run' $NONE"
        'syncUsers()'                                     || "'syncUsers' $NONE"
        "postScript '$URL'"                               || "'postScript' $NONE"
    }

    def 'a method that speaks of one says so when it is called without'() {
        given:
        say('int size() { nodes.size() }')

        when:
        say('println 1\nsize()')

        then:
        ScriptException e = thrown()
        e.problems()*.toString() == ["[1]:1: 'nodes' $NONE" as String]
        service.sent == []
    }

    def 'inside of the block of another, that one holds'() {
        when:
        say("cluster('ehpc-hz-test')")
        say("println id\ncluster('ehpc-hz-other') { println id }\nprintln id")

        then:
        out.toString() == 'ehpc-hz-test\nehpc-hz-other\nehpc-hz-test\n'
    }

    def 'it is left, and another is taken, without an entry'() {
        when:
        session.use('ehpc-hz-test')

        then:
        say('id').value().get() == 'ehpc-hz-test'

        when:
        session.leave()

        then:
        session.context().cluster() == Optional.empty()
        InteractiveSession.problems('id', session.context())*.message() == ["'id' $NONE" as String]
    }

    def 'what is no id of a cluster is refused: #how'() {
        when:
        choose(this)

        then:
        RuntimeException e = thrown()
        e.message == message

        where:
        how              | choose                                            || message
        'a literal'      | { it.say("cluster('')") }                         || "[1]:1:9: cluster id must be given, like ehpc-hz-..., is ''"
        'a value'        | { it.say("def id = ' '.trim()\ncluster(id)") }    || "[1]:2: cluster id must be given, like ehpc-hz-..., is ''"
        'by the shell'   | { it.session.use('') }                            || "cluster id must be given, like ehpc-hz-..., is ''"
    }

    def 'a place where it cannot be chosen is told: #entry'() {
        when:
        say(entry)

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [message]
        service.sent == []

        where:
        entry                                                || message
        "cluster('ehpc-hz-a') { cluster('ehpc-hz-b') }"      || "'cluster' is not allowed inside a cluster block"
        "parallel { cluster('ehpc-hz-a') }"                  || "'cluster' expects an id and a block inside parallel"
        "cluster('ehpc-hz-a'); run 'echo hi'"                || "run 'echo hi' has no nodes; add: on nodes"
    }

    def 'the lines of postScript since it was chosen are one declaration'() {
        when:
        say("cluster('ehpc-hz-test')")
        say("postScript '${URL}a'\npostScript '${URL}b'")

        then:
        declared() == [['a', 'b']]

        when:
        say('1 + 1')

        then:
        declared().size() == 1

        when:
        say("postScript '${URL}c'\nsyncUsers()\nprintln 1")

        then:
        declared() == [['a', 'b'], ['a', 'b', 'c']]
        service.sent*.operation()*.name().takeRight(2) == ['SetPostScripts', 'SyncUsers']

        when:
        say("cluster('ehpc-hz-test'); postScript '${URL}d'")

        then:
        declared().last() == ['d']
    }

    def 'what could not be sent is not sent by the next entry'() {
        given:
        say("cluster('ehpc-hz-test')\npostScript '${URL}a'")

        when:
        say("postScript '${URL}b'\nthrow new IllegalStateException('x')")

        then:
        thrown(ScriptException)

        when:
        say('syncUsers()')
        say("postScript '${URL}c'")

        then:
        declared() == [['a'], ['a', 'c']]
    }

    def 'a region holds from its entry on, and leaves the cluster of the one before'() {
        given:
        session.use('ehpc-hz-test')

        when:
        say("region 'cn-shanghai'")

        then:
        session.context().cluster() == Optional.empty()
        session.context().region() == Optional.of('cn-shanghai')

        when:
        say("cluster('ehpc-sh-test'); println nodes.size()")

        then:
        service.requests('ListNodes').last().region().get() == 'cn-shanghai'

        when:
        say("region 'cn-hangzhou'")

        then:
        session.context().region() == Optional.of('cn-hangzhou')
    }

    def 'a plan tells what an entry would do, and keeps nothing'() {
        given:
        say("cluster('ehpc-hz-test'); def n = 1; def inc = { n++ }")

        when:
        Plan plan = session.compile("n = 5; inc(); def m = n; postScript '${URL}a'; run \"echo \${n}\" on nodes; println 1")
                .over(service.ehpc()).output(out).plan(PlanPlace.REGION)

        then:
        plan.steps()*.word() == ['postScript', 'run']
        plan.end() == Optional.empty()
        service.count('InvokeShellCommand') == 0
        service.count('SetPostScripts') == 0

        when:
        say('println n')
        say('def m = 2')

        then:
        out.toString() == '1\n'
        declared() == []
        session.context().cluster() == Optional.of('ehpc-hz-test')
    }

    private EntryResult say(String text) {
        session.compile(text).over(service.ehpc()).output(out).environment([:]).run()
    }

    private List<List<String>> declared() {
        service.requests('SetPostScripts').collect { request ->
            request.parameters().PostInstallScripts*.Url*.minus(URL)
        }
    }
}
