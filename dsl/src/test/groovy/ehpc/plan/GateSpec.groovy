package ehpc.plan

import ehpc.Approval
import ehpc.Ehpc
import ehpc.PlannedRun
import ehpc.PostScript
import ehpc.Share
import ehpc.TestService
import ehpc.api.Request
import ehpc.script.EntryResult
import ehpc.script.EntryRun
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Timeout

/** Each step is shown before it is sent, and sent only when that is approved. */
@Timeout(60)
class GateSpec extends PlanSpecification {

    private static final String SETUP = 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh'
    private static final String USER = "name: 'user01', group: 'users'"

    final InteractiveSession session = new InteractiveSession()
    final List<Step> asked = [].asSynchronized()
    final List<Integer> seen = []
    /** Answers in turn; then no. */
    final List<Boolean> answers = []

    private boolean approve(Step step) {
        asked << step
        seen << changes().size()
        answers ? answers.removeAt(0) : false
    }

    private EntryRun entry(String text) {
        session.compile(text).over(ehpc).environment(environment).output(out)
    }

    private EntryResult enter(String text) {
        entry(text).approval(this.&approve).run()
    }

    private String refusal(String text) {
        try {
            enter(text)
            return ''
        } catch (ScriptException e) {
            assert e.cause instanceof NotApproved
            return e.message
        }
    }

    private List<String> commands() {
        changes()*.parameters()*.Command
    }

    def 'a script is shown in the words of its plan, each step before it is sent, and that is sent: #how'() {
        given:
        String text = """\
            initialize()
            cluster('$HYBRID') {
                postScript '$SETUP', '-h'
                postScript '$SETUP'
                syncUsers()
                run 'echo "é" \$HOME' from '/tmp' timeout 10.minutes tolerate 1 waves 1, 50.percent on nodes.compute
                try { api.addUsers(user: [[$USER, password: secret('PASSWORD')]]) } catch (Exception e) { println e.message }
                run 'true' on nodes
                println nodes.size()
            }
            """.stripIndent()
        Plan plan = planning.call(this, text)
        answers.addAll([true] * 6)

        when:
        running.call(this, text)

        then:
        plan.complete
        asked == plan.steps()
        asked*.word() == ['initialize()', 'postScript', 'syncUsers()', 'run', 'api.addUsers()', 'run']
        asked.every { (plan.toString() - "cluster $HYBRID\n").contains(it.text().lines().skip(1).toList().join('\n')) }
        asked[1].text() == "cluster $HYBRID\n\n  line 3  postScript  1 call\n    + $SETUP -h\n    + $SETUP\n"
        asked[4].text().contains("User.1.Password  secret('PASSWORD')\n")

        and:
        asked[3].calls().size() == 3
        seen == [0, 1, 2, 3, 6, 7]
        changes()*.parameters() == parameters(plan).collect { call ->
            call.collectEntries { name, value -> [name, value.replace("secret('PASSWORD')", environment.PASSWORD)] }
        }

        where:
        how       | planning                                                   | running
        'a file'  | { spec, said -> spec.plan(said) }                              | { spec, said -> spec.script(said).approval(spec.&approve).run() }
        'entries' | { spec, said -> spec.entry(said).plan(PlanPlace.REGION) }      | { spec, said -> spec.enter(said) }
    }

    def 'an entry is evaluated once, and what depends on a result is asked about too'() {
        given:
        enter('def list = []')
        answers.addAll([true, true, true])

        when:
        enter("""\
            cluster('$DEMO') {
                list << 1
                def r = run 'echo 2' on node('login0')
                r['login0'].output.trim().toInteger().times { run "echo \${it}" on node('login0') }
            }""")

        then:
        enter('list').value().get() == [1]
        commands() == ['echo 2', "echo '0'", "echo '1'"]
        seen == [0, 1, 2]
    }

    def 'what is not approved ends the entry, and tells what had been sent'() {
        given:
        session.use(DEMO)
        answers << true

        expect:
        refusal("def a = 1\nrun 'echo one' on nodes.login\ndef b = 2\nrun 'two' on nodes.login\ndef c = 3") ==
                "[1]:4: run 'two' was not approved: nothing of it was sent, 1 step before it was"
        commands() == ['echo one']
        enter('a + b').value().get() == 3
        InteractiveSession.problems('c', session.context()).size() == 1
        refusal("run 'three' on nodes.login") == "[3]:1: run 'three' was not approved: nothing was sent"
        changes().size() == 1
    }

    def 'a script of a program ends likewise'() {
        given:
        answers.addAll([true, true])

        when:
        script("cluster('$DEMO') {\n    run 'true' on nodes.login\n    run 'true' on nodes.login\n    syncUsers()\n}")
                .approval(this.&approve).run()

        then:
        ScriptException e = thrown()
        e.message == 'a.ehpc:4: syncUsers() was not approved: nothing of it was sent, 2 steps before it were'
        (e.cause as NotApproved).step() == asked[2]
        (e.cause as NotApproved).before() == 2
        e.soFar().changed()
        e.soFar().runs().size() == 2
    }

    def 'a script that catches everything is not asked again, and has not come to its end: #end'() {
        given:
        String text = "cluster('$DEMO') {\n    try { run 'one' on nodes } catch (Throwable e) { println 'caught' }\n    $end\n}"

        when:
        running.call(this, text)

        then:
        ScriptException e = thrown()
        e.cause instanceof NotApproved
        e.message.endsWith(":2: run 'one' was not approved: nothing was sent")
        asked.size() == 1
        changes().empty
        out.toString() == 'caught\n'

        where:
        [end, running] << [
            ['', "run 'two' on nodes", 'throw new IllegalStateException()', 'throw new Error()'],
            [{ spec, said -> spec.enter(said) }, { spec, said -> spec.script(said).approval(spec.&approve).run() }],
        ].combinations()
    }

    def 'what failed beside it is told with it: #how'() {
        given:
        answers.addAll([true, false])
        String text = """\
            def kept = []
            parallel(1) {
                cluster('$DEMO') { kept << (run 'exit 3' on nodes.login) }
                cluster('$DEMO') { try { run 'two' on nodes } catch (Throwable e) { println 'caught' } }
                cluster('$DEMO') { $other }
            }""".stripIndent()

        when:
        script(text).approval(this.&approve).run()

        then:
        ScriptException e = thrown()
        e.cause instanceof NotApproved
        e.problems()*.message()[0] == "run 'two' was not approved: nothing of it was sent, 1 step before it was"
        e.problems()*.message().drop(1) == told
        e.problems()*.line()[0] == 4

        where:
        how                   | other          || told
        'a result never read' | 'println 1'    || ["run 'exit 3': 0 of 1 node ok, 1 failed"]
        'an unknown node'     | "node('nope')" || ["no node 'nope' in nodes; known: compute[000-003],login0,manager0"]
    }

    def 'what an exception handler of a script is for does not catch it'() {
        expect:
        refusal("cluster('$DEMO') {\n    try { run 'one' on nodes } catch (Exception e) { println 'caught' }\n}") ==
                "[1]:2: run 'one' was not approved: nothing was sent"
        out.toString() == ''
    }

    def 'what changes nothing is not asked about: #text'() {
        given:
        ehpc.cluster(DEMO).setPostScripts([PostScript.of(SETUP)])

        when:
        enter("cluster('$DEMO') { $text }")

        then:
        asked == []

        where:
        text << ['println nodes.size()', 'api.listQueues()', "postScript '$SETUP'", "run 'date' on nodes.where { false }.allowEmpty()"]
    }

    def 'post scripts are shown as they differ from what the cluster has when it is asked'() {
        given:
        answers.addAll([true, true, false])

        when:
        refusal("cluster('$DEMO') {\n    postScript '$SETUP'\n    run 'true' on nodes.login\n    postScript 'https://host/b'\n" +
                "    api.setPostScripts(postInstallScripts: [[url: 'https://host/c']])\n}")

        then:
        asked*.word() == ['postScript', 'run', 'postScript']
        asked[2].text().endsWith("  line 4  postScript  1 call\n      $SETUP\n    + https://host/b\n")
        ehpc.cluster(DEMO).postScripts()*.url() == [SETUP]
    }

    def 'a secret is not shown: #entries'() {
        when:
        entries.each { refusal(it) }

        then:
        asked.size() == 1
        asked[0].text().contains(shown)
        !asked[0].text().contains(environment.PASSWORD)
        !asked[0].toString().contains(environment.PASSWORD)

        where:
        entries                                                                             || shown
        ["def s = secret('PASSWORD')", "api.addUsers(clusterId: '$DEMO', user: [[$USER, password: s]])"] || "secret('PASSWORD')"
        ["api.addUsers(clusterId: '$DEMO', user: [[$USER, password: 'Tr0ub4dor&3']])"]      || '***'
        ["def s = secret('PASSWORD')", "cluster('$DEMO') { run \"login \${env.PASSWORD}\" on nodes }"] || "login '***'"
        ["parallel { cluster('$DEMO') { def s = secret('PASSWORD'); run \"login \${env.PASSWORD}\" on nodes } }"] || "login '***'"
    }

    def 'post scripts that differ in nothing but secrets are asked about, and the same ones are not'() {
        given:
        environment.OTHER = 'An0ther&one'
        ehpc.cluster(DEMO).setPostScripts([PostScript.of(SETUP, "-p $environment.PASSWORD"), PostScript.of(SETUP, '-h')])
        answers.addAll([true, false])

        when:
        refusal("""\
            def known = [secret('PASSWORD'), secret('OTHER')]
            2.times {
                cluster('$DEMO') {
                    postScript '$SETUP', "-p \${env.OTHER}"
                    postScript '$SETUP', '-h'
                }
            }
            cluster('$DEMO') { postScript '$SETUP', "-p \${env.PASSWORD}" }""".stripIndent())

        then:
        asked*.text()*.readLines()*.drop(3) == [
            ["    - $SETUP -p ***", "    + $SETUP -p *** (secret 2)", "      $SETUP -h"],
            ["    - $SETUP -p ***", "    - $SETUP -h", "    + $SETUP -p *** (secret 2)"],
        ]
        ehpc.cluster(DEMO).postScripts()*.args() == ["-p $environment.OTHER", '-h']
    }

    def 'in parallel each step has its own line and word'() {
        given:
        answers.addAll([true] * 4)

        when:
        enter("""\
            parallel {
                cluster('$DEMO') {
                    postScript '$SETUP'
                    syncUsers()
                }
                cluster('$HYBRID') {
                    postScript '$SETUP'
                    syncUsers()
                }
            }""")

        then:
        asked.collect { [it.cluster(), it.line(), it.word()] } as Set == [
            [DEMO, 3, 'postScript'], [DEMO, 4, 'syncUsers()'], [HYBRID, 7, 'postScript'], [HYBRID, 8, 'syncUsers()']] as Set
    }

    def 'in parallel one question comes at a time, and a no lets go on what was begun, and begins nothing'() {
        given:
        TestService service = new TestService(2)
        CountDownLatch begun = new CountDownLatch(1)
        CountDownLatch asking = new CountDownLatch(1)
        AtomicInteger open = new AtomicInteger()
        Thread refused = null
        service.answers.ListNodes = { Request request ->
            if (request.parameters().ClusterId == 'ehpc-hz-b') {
                begun.countDown()
                assert asking.await(30, TimeUnit.SECONDS)
            }
            service.ListNodes(request.parameters())
        }
        service.answers.InvokeShellCommand = { Request request ->
            while (refused.state != Thread.State.WAITING) { // it has looked at what is left to begin
                Thread.onSpinWait()
            }
            service.InvokeShellCommand(request.parameters())
        }

        when:
        Scripts.compile('a.ehpc', "parallel(2) { ['a', 'b', 'c'].each { cluster(\"ehpc-hz-\${it}\") { run 'date' on nodes.where { true } } } }")
                .over(service.ehpc()).output(out).approval { Step step ->
            assert open.incrementAndGet() == 1
            asked << step
            if (step.cluster() == 'ehpc-hz-a') {
                refused = Thread.currentThread()
                asking.countDown()
                assert begun.await(30, TimeUnit.SECONDS)
            }
            open.decrementAndGet()
            step.cluster() != 'ehpc-hz-a'
        }.run()

        then:
        ScriptException e = thrown()
        e.problems()*.message() == ["run 'date' was not approved: nothing was sent",
                                    "the block of cluster 'ehpc-hz-c' was not begun, as another one failed"]
        asked*.cluster() == ['ehpc-hz-a', 'ehpc-hz-b']
        service.requests('InvokeShellCommand')*.parameters()*.ClusterId == ['ehpc-hz-b']
        out.toString() == 'ehpc-hz-b: compute[000-001] (2)\n  hi\n'
    }

    def 'a branch that swallows a no is not asked again, and those that come after it on its thread are: #how'() {
        given:
        answers.addAll([false, true, true])
        String swallow = "try { run 'echo a' on nodes.login } catch (Throwable e) { }"

        when:
        refusal("""\
            def turn = new java.util.concurrent.CountDownLatch(1)
            parallel($width) {
                cluster('$DEMO') { $first }
                cluster('$DEMO') {
                    $swallow
                    $swallow
                }
                cluster('$DEMO') { run 'echo b' on nodes.login }
                cluster('$HYBRID') {
                    turn.countDown()
                    run 'echo c' on nodes.login
                }
            }
            parallel { cluster('$DEMO') { $swallow } }
            """.stripIndent())

        then:
        asked*.title() == ["run 'echo a'", "run 'echo b'", "run 'echo c'"]
        commands() == ['echo b', 'echo c']

        where:
        how                             | width | first
        'on the thread of the script'   | 1     | 'println 1'
        'on a thread beside a busy one' | 2     | 'turn.await()'
    }

    def 'who is stopped while the question is open has not approved it'() {
        given:
        session.use(DEMO)

        when:
        entry("run 'one' on nodes.login").approval { Thread.currentThread().interrupt(); true }.run()

        then:
        ScriptException e = thrown()
        e.interrupted
        e.message == "[1]:1: the entry was interrupted: run 'one' was not approved: nothing was sent"
        changes().empty
    }

    def 'what an entry kept is asked about in the entry that uses it: #kept'() {
        given:
        if (here) {
            session.use(DEMO)
        }
        entry("def kept = $kept").approval { true }.run()

        expect:
        refusal(use).endsWith('was not approved: nothing was sent')
        asked.size() == 1
        changes().empty

        where:
        here  | kept                       | use
        false | 'api'                      | "kept.syncUsers(clusterId: '$DEMO')"
        true  | 'api'                      | 'kept.syncUsers()'
        true  | "{ run 'date' on nodes }"  | 'kept()'
    }

    def 'from Java, a call and a whole run go to whoever is to be asked, and what that throws keeps them back'() {
        given:
        List<Object> came = []
        boolean yes = false
        Approval approval = [
            call: { Request request -> came << request; assert yes },
            run: { PlannedRun run -> came << run; assert yes },
        ] as Approval
        Ehpc asking = ehpc.asking(approval).in('cn-hangzhou')

        when:
        work.call(asking.cluster(DEMO))

        then:
        thrown(AssertionError)
        came.size() == 1
        changes().empty

        when:
        yes = true
        work.call(asking.cluster(DEMO))

        then:
        came.size() == 2
        changes().size() == sent

        where:
        work                                                                             || sent
        ({ it.syncUsers() })                                                             || 1
        ({ it.run('true').waves(Share.count(1)).on(it.nodes().compute) })           || 4
    }
}
