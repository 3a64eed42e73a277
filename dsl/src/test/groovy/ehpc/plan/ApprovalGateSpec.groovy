package ehpc.plan

import ehpc.Effect
import ehpc.EhpcClient
import ehpc.PostScript
import ehpc.node.CountOrPercent
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import java.time.Duration
import spock.lang.Timeout

/** Each step is shown before it is sent, and sent only when that is approved. */
@Timeout(300)
class ApprovalGateSpec extends GateSpecification {

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
            call.collectEntries { name, value -> [name, value.replace("secret('PASSWORD')", '***')] }
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
                "[1]:4: run 'two' was not approved: it was not sent, 1 step before it was"
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
        e.message == 'a.ehpc:4: syncUsers() was not approved: it was not sent, 2 steps before it were'
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
        e.problems()*.message()[0] == "run 'two' was not approved: it was not sent, 1 step before it was"
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

    def 'the time of an entry is without that of its questions'() {
        given:
        long open = 0
        ScriptRun entry = entry("cluster('$DEMO') { 2.times { run 'true' on nodes.login } }").approval {
            long asked = System.nanoTime()
            Thread.sleep(300)
            open += System.nanoTime() - asked
            true
        }

        when:
        long began = System.nanoTime()
        Duration elapsed = entry.run().elapsed()

        then:
        elapsed.toNanos() + open <= System.nanoTime() - began
        elapsed > Duration.ZERO
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
        List<Effect> came = []
        boolean yes = false
        EhpcClient asking = ehpc.withEffects { beneath -> beneath.asking { effect -> came << effect; assert yes } }.withRegion('cn-hangzhou')

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
        ({ it.run('true').waves(CountOrPercent.count(1)).on(it.nodes().compute) })           || 4
    }
}
