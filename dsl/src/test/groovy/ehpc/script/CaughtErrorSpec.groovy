package ehpc.script

import ehpc.EhpcClient
import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.connect.Connection
import ehpc.journal.JournalHeader
import ehpc.journal.Journals
import ehpc.journal.JournaledRun
import ehpc.plan.Plan
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A script that catches errors of the service. */
class CaughtErrorSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final String NONE = "api.describeCluster(clusterId: 'ehpc-hz-none')"

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    @TempDir
    Path temp

    StringBuilder out = new StringBuilder()

    def 'an error of the service is caught by its name, without an import, or without a type: #head'() {
        when:
        run("try { $NONE } catch ($head) { println e.code; println e.status; println e.requestId.size(); println e.detail.take(31) }")

        then:
        out.toString() == 'ClusterNotFound\n404\n36\nthere is no cluster ehpc-hz-non\n'

        where:
        head << ['ApiException e', 'e', 'Exception e', 'RuntimeException e', 'Throwable e']
    }

    def 'the properties are read in texts, blocks, conditions and by closures that know no type'() {
        when:
        run("""\
            def status = { x -> x.status }
            try { $NONE } catch (e) {
                println "\${e.code}: \${[1].collect { e?.status }}"
                if (e.code == 'ClusterNotFound' && status(e) == 404) println 'none'
            }
            try { $NONE } catch (IncompleteListException e) { println 'incomplete' } catch (ApiException e) { println e.code.toLowerCase() }
            """.stripIndent())

        then:
        out.toString() == 'ClusterNotFound: [404]\nnone\nclusternotfound\n'
    }

    def 'a refused change is caught, and the script goes on'() {
        when:
        run("""\
            cluster('$DEMO') {
                try {
                    api.setQueue(node: [[name: 'compute000']], queueName: 'none')
                } catch (e) {
                    println e.code
                }
                run 'echo on' on nodes.login
            }
            """.stripIndent())

        then:
        out.toString() == 'InvalidParams\nlogin0 (1)\n  on\n'
    }

    def 'without an answer there are no status and no request id'() {
        given:
        TestService service = new TestService(1)
        service.answers.SetQueue = ApiException.unreachable(Catalogue.ehpc().operation('SetQueue'), 'no network', null)

        when:
        run("""\
            try {
                api.setQueue(clusterId: 'c', node: [[name: 'a']], queueName: 'q')
            } catch (e) {
                println "\$e.code \$e.status \$e.requestId \$e.detail"
            }
            """.stripIndent(), service.ehpc())

        then:
        out.toString() == 'Unreachable 0 null no network\n'
    }

    def 'another exception has no such properties, and its own message is told: #text'() {
        when:
        run(text)

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:$line: '$name' exists only on an error of the service (ApiException), not on $exception"

        where:
        text                                                                        || line | name     | exception
        "try { new File('/none').text } catch (e) { println e.code }" ||
            1 | 'code' | 'FileNotFoundException: /none (No such file or directory)'
        'try { throw new IllegalStateException() } catch (Exception e) {\n e.status }' || 2 | 'status' | 'IllegalStateException'
        "def f = { x -> x.requestId }\ntry { 'a'.toInteger() } catch (e) { f(e) }"  || 1    | 'requestId' | 'NumberFormatException'
    }

    def 'an exception of the script keeps its own property of that name'() {
        expect:
        run('class Mine extends Exception { int code = 7 }\ntry { throw new Mine() } catch (e) { e.code + 1 }').value() == 8
        run('class Mine extends Exception { int code = 7 }\ntry { throw new Mine() } catch (Mine e) { e.code + 1 }').value() == 8
    }

    def 'a wrong name on a caught error is told before the script runs: #text'() {
        when:
        Scripts.compile('a.ehpc', text)

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [message]

        where:
        text                                                  || message
        'try { } catch (IOException e) { e.code }'            || "'code' exists only on an error of the service (ApiException), not on IOException"
        'try { } catch (ApiException e) { e.cod }'            || "unknown name 'cod' on ApiException; did you mean 'code'?"
        'try { } catch (e) { e.colour }'                      || "unknown name 'colour' on Exception"
        'try { } catch (e) { e.code = 1 }'                    || "'code' exists only on an error of the service (ApiException), not on Exception"
    }

    def 'a plan catches what a read raises, and a planned change raises nothing'() {
        given:
        String text = """\
            cluster('$DEMO') {
                try { api.describeCluster(clusterId: 'ehpc-hz-none') } catch (e) { run "echo \${e.code}" on nodes.login }
                try { api.setQueue(node: [[name: 'compute000']], queueName: 'none') } catch (e) { run 'echo never' on nodes.login }
            }
            """.stripIndent()

        when:
        Plan plan = Scripts.compile('a.ehpc', text).over(connection.ehpc()).output(out).plan()

        then:
        plan.complete
        plan.steps()*.line() == [2, 3]
        plan.steps()*.word() == ['run', 'api.setQueue()']
    }

    def 'a resumed run sends a refused change again, and takes the way that follows from its answer: #later'() {
        given:
        String text = """\
            cluster('ehpc-hz-test') {
                try { api.setQueue(node: [[name: 'a']], queueName: 'q') } catch (ApiException e) { println e.code }
                run 'echo after' on nodes
            }
            """.stripIndent()
        Journals journals = Journals.in(temp)
        JournalHeader header = new JournalHeader('a.ehpc', '', text, [], 'cn-hangzhou', '', false)
        Map refusal = [SetQueue: ApiException.refused(Catalogue.ehpc().operation('SetQueue'), 404, 'QueueNotFound', 'no', 'R', null)]
        TestService service = new TestService(2).tap { answers.putAll(refusal) }
        TestService second = new TestService(2).tap { answers.putAll(accepted ? [SetQueue: [RequestId: 'R']] : refusal) }

        when:
        String id = journals.begin(header).withCloseable { run(text, it.over(service.ehpc())); it.id() }
        JournaledRun broken = journals.run(id)
        out.append('resumed\n')
        broken.resume().withCloseable { run(text, it.over(second.ehpc())) }

        then:
        out.readLines().findAll { it ==~ /\w+/ } == ['QueueNotFound', 'resumed'] + later
        second.sent*.operation()*.name().findAll { it in ['SetQueue', 'InvokeShellCommand'] } == ['SetQueue']

        where:
        accepted || later
        false    || ['QueueNotFound']
        true     || []
    }

    private ScriptResult run(String text, EhpcClient ehpc = connection.ehpc()) {
        Scripts.compile('a.ehpc', text).over(ehpc).environment([:]).output(out).run()
    }
}
