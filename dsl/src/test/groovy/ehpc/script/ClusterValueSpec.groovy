package ehpc.script

import ehpc.TestService
import ehpc.connect.Connection
import ehpc.language.Vocabulary
import ehpc.language.WordPlace
import ehpc.plan.Plan
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A cluster as a value, without a block. */
class ClusterValueSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final String HYBRID = 'ehpc-hz-localhybrid'

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    StringBuilder out = new StringBuilder()

    def 'the words of a cluster follow a value, which is asked for nothing by itself'() {
        given:
        TestService service = new TestService(2)

        when:
        run("def c = cluster('ehpc-hz-test')\nprintln c\nprintln c.id", service)

        then:
        out.toString() == 'ehpc-hz-test\nehpc-hz-test\n'
        service.sent == []

        when:
        run("def c = cluster('ehpc-hz-test')\nprintln c.nodes.size()\nc.run('hostname').on(c.nodes)", service)

        then:
        service.sent*.operation()*.name().unique() == ['ListNodes', 'InvokeShellCommand', 'ListInvocationStatus', 'ListInvocationResults']
        service.requests('InvokeShellCommand')[0].parameters().ClusterId == 'ehpc-hz-test'
    }

    def 'a statement prints its result, a kept one does not, and each value is one word'() {
        when:
        run("""\
            def c = cluster('$DEMO')
            def text = 'a  b'
            c.run("echo \${text}").timeout(20.seconds).on(c.nodes.login)
            c.run 'hostname' from '/tmp' on c.node('compute001')
            def r = c.run('exit 3').on(c.nodes.manager)
            println r.failed
            def untyped(v) { v.run('echo untyped').on(v.nodes.login) }
            untyped(c)
            """.stripIndent())

        then:
        out.toString() == 'login0 (1)\n  a  b\ncompute001 (1)\n  compute001\ntrue\nlogin0 (1)\n  untyped\n'
    }

    def 'a class of the script may have methods of the same names'() {
        when:
        run("""\
            class Bench {
                List places = []
                Bench run(String what) { this }
                Bench rerun(Object what) { this }
                void on(String where) { places << where }
            }
            def bench = new Bench()
            bench.run('x').on('y')
            bench.rerun(null).on('z')
            bench.rerun(1)
            println bench.places
            """.stripIndent())

        then:
        out.toString() == '[y, z]\n'
    }

    def 'a failed run stops the script: #statement'() {
        when:
        run("def c = cluster('$DEMO')\n$statement\nprintln 'on'")

        then:
        ScriptException e = thrown()
        e.message.contains('0 of 1 node ok, 1 failed')
        !out.toString().contains('on\n')

        where:
        statement << [
            "c.run('false').on(c.nodes.login)",
            "def r = c.run('false').on(c.nodes.login)",
            "def r = c.run('false').on(c.nodes.login)\nprintln r.size()\nc.rerun(r)",
        ]
    }

    def 'each reading word of a cluster is available: #word'() {
        when:
        run("def c = cluster('$HYBRID')\nprintln c.$word != null")

        then:
        out.toString() == 'true\n'

        where:
        word << Vocabulary.at(WordPlace.CLUSTER).findAll { it.property && it.form() == it.name() }*.name()
    }

    def 'changes, operations and reruns belong to the cluster of the value'() {
        when:
        run("""\
            def demo = cluster('$DEMO')
            def hybrid = cluster('$HYBRID')
            hybrid.syncUsers()
            println demo.api.listQueues().queues.queueInfo*.queueName
            println demo.api.all.listNodes(role: 'Login')*.hostName
            def r = demo.run('test -e /tmp/seen || { touch /tmp/seen; false; }').on(demo.nodes.login)
            def again = demo.rerun(r)
            println again.summary()
            cluster('$HYBRID') {
                println "\$id \$demo.id \${demo.nodes.login} \${nodes.login}"
            }
            """.stripIndent())

        then:
        out.readLines() == ['[workq]', '[login0]', '1 of 1 node ok', "$HYBRID $DEMO login0 login0"]
        connection.service().get().requests().findAll { it.action() == 'SyncUsers' }*.parameters()*.ClusterId.last() == HYBRID
    }

    def 'groups of words belong to the cluster of the value, and their changes are planned with it'() {
        given:
        String text = """\
            def c = cluster('$DEMO')
            c.queues.add('value')
            c.tags.put('stage', 'test')
            """.stripIndent()

        when:
        Plan plan = Scripts.compile('a.ehpc', text).over(connection.ehpc()).output(out).plan()
        run(text + "println c.queues*.queueName\nprintln c.tags.stage\nc.queues.delete('value')")

        then:
        plan.steps()*.line() == [2, 3]
        plan.steps()*.word() == ['queues.add', 'tags.put']
        plan.steps().every { it.toString().contains(DEMO) }
        out.toString() == '[workq, value]\ntest\n'
    }

    def 'values are made by closures and methods, for lists of clusters'() {
        when:
        run("""\
            def demo() { cluster('$DEMO') }
            println clusters.collect { cluster(it.id) }.sum { it.nodes.size() }
            println demo().nodes.login
            """.stripIndent())

        then:
        out.toString() == '12\nlogin0\n'
    }

    def 'what needs a block, or is not complete, is refused at run time, too: #statement'() {
        when:
        run("def f = { v -> $statement }\nf(cluster('ehpc-hz-test'))", new TestService(1))

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc$message"

        where:
        statement                                              || message
        "v.postScript('https://b/a.sh')" ||
            ":1: 'postScript' must be in a block: cluster('ehpc-hz-test') { postScript '...' }, whose declarations are sent together"
        "v.run('hostname')"                                    || ": run 'hostname' has no nodes; add: on nodes"
        'v.run(v.nodes.toString()).on(v.nodes)' ||
            ':1: a command must be a text of the script itself, is a value: write run "... ${value} ...", which keeps each value one word, ' +
                    'or raw(...) to insert it as shell code'
    }

    def 'a plan has the steps of a value, with its cluster and lines'() {
        when:
        Plan plan = Scripts.compile('a.ehpc', """\
            def c = cluster('$DEMO')
            c.run('echo hi').on(c.nodes.login)
            cluster('$HYBRID').syncUsers()
            """.stripIndent()).over(connection.ehpc()).output(out).plan()

        then:
        plan.complete
        plan.steps()*.word() == ['run', 'syncUsers()']
        plan.steps()*.cluster() == [DEMO, HYBRID]
        plan.steps()*.line() == [2, 3]
    }

    def 'in a shell, a statement selects the cluster, and a value does not'() {
        given:
        InteractiveSession session = new InteractiveSession()
        Closure<EntryResult> say = { String entry -> session.compile(entry).over(connection.ehpc()).environment([:]).output(out).run() }

        when:
        EntryResult selected = say("cluster('$DEMO')")
        say("def other = cluster('$HYBRID')")
        say('println "$id $other.id ${other.nodes.login}"')
        EntryResult shown = say('other')

        then:
        selected.value().empty
        session.context().cluster().get() == DEMO
        out.toString() == "$DEMO $HYBRID login0\n"
        shown.value().get().toString() == HYBRID
    }

    def 'a value of #id is refused before the first call, with the form of the word'() {
        given:
        TestService service = new TestService(2)

        when:
        run("println 'first'\n${before}def c = cluster($id)\nprintln c.nodes", service)

        then:
        ScriptException e = thrown()
        e.message.contains("'cluster' expects an id and a block (cluster('ehpc-hz-...') { }), got $got")
        out.empty
        service.sent.empty

        where:
        id  | before            || got
        '5' | ''                || 'a whole number'
        'x' | 'def x = [:]\n'   || 'a map'
        'n' | 'def n = null\n'  || 'a value'
    }

    private ScriptResult run(String text, TestService service = null) {
        Scripts.compile('a.ehpc', text).over(service ? service.ehpc() : connection.ehpc()).environment([:]).output(out).run()
    }
}
