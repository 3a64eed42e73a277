package ehpc.dsl

import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Request
import ehpc.script.ScriptException
import ehpc.script.ScriptResult
import ehpc.script.Scripts
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification

/** Several clusters at a time, over a service that answers from memory and can be made to wait. */
class ParallelSpec extends Specification {

    private final TestService service = new TestService(2)
    private final StringBuilder out = new StringBuilder()

    def 'clusters are worked on at the same time, and told in the order of the script'() {
        given:
        CyclicBarrier together = new CyclicBarrier(3)
        service.answers.InvokeShellCommand = { Request request ->
            together.await(10, TimeUnit.SECONDS)
            service.InvokeShellCommand(request.parameters())
        }

        when:
        ScriptResult result = run('''\
            def sizes = parallel {
                ['c1', 'c2', 'c3'].each { id ->
                    cluster(id) {
                        println "in $id"
                        run 'hostname' on nodes
                        nodes.size()
                    }
                }
            }
            println sizes
            ''')

        then:
        out.toString() == ['c1', 'c2', 'c3'].collect { "in $it\n$it: compute[000-001] (2)\n  hi\n" }.join('') + '[2, 2, 2]\n'
        result.runs()*.clusterId() == ['c1', 'c2', 'c3']
        result.changed()
    }

    def 'no more than the width are worked on at a time'() {
        given:
        AtomicInteger now = new AtomicInteger()
        AtomicInteger most = new AtomicInteger()
        service.answers.InvokeShellCommand = { Request request ->
            most.accumulateAndGet(now.incrementAndGet()) { a, b -> Math.max(a, b) }
            Thread.yield()
            now.decrementAndGet()
            service.InvokeShellCommand(request.parameters())
        }

        when:
        run('parallel(2) { 6.times { n -> cluster("c$n") { run "hostname" on nodes } } }')

        then:
        most.get() <= 2
        service.count('InvokeShellCommand') == 6
    }

    def 'when one fails, those that have begun go on to their end and no other begins'() {
        given:
        CountDownLatch failed = new CountDownLatch(1)
        CountDownLatch begun = new CountDownLatch(1)
        service.answers.InvokeShellCommand = { Request request ->
            if (request.parameters().ClusterId == 'c1') {
                begun.await(10, TimeUnit.SECONDS)
                failed.countDown()
                return ApiException.refused(request.operation(), 403, 'Forbidden', 'not yours', 'R1', null)
            }
            begun.countDown()
            failed.await(10, TimeUnit.SECONDS)
            service.InvokeShellCommand(request.parameters())
        }

        when:
        run('parallel(2) {\n    ["c1", "c2", "c3", "c4"].each { id -> cluster(id) { run "hostname" on nodes } }\n}')

        then:
        ScriptException e = thrown()
        e.problems()[0].toString() == 's.ehpc:2: InvokeShellCommand: Forbidden: not yours (request id R1)'
        e.problems().drop(1)*.message().every { it ==~ /the block of cluster 'c[34]' was not started: another block failed/ }
        out.toString().startsWith('c2: compute[000-001] (2)\n  hi\n')
        service.requests('InvokeShellCommand')*.parameters()*.ClusterId.containsAll(['c1', 'c2'])
    }

    def 'a width must be meant'() {
        when:
        run(text)

        then:
        ScriptException e = thrown()
        e.problems()*.toString() == [message]

        where:
        text                                             || message
        'parallel(0) { }'                                || 's.ehpc:1:10: the width of parallel must be 1 to 64, is 0'
        'def n = args ? 1 : 65\nparallel(n) { }'         || 's.ehpc:2: the width of parallel must be 1 to 64, is 65'
        'def p = { parallel { } }\nparallel { p() }'     || 's.ehpc:1: parallel is not allowed inside parallel'
    }

    def 'a thread that is told to stop sends nothing more, and answers for what was sent'() {
        given:
        Thread main = Thread.currentThread()
        CountDownLatch sent = new CountDownLatch(2)
        service.looksUntilDone = Integer.MAX_VALUE
        service.onPause = {
            sent.countDown()
            main.interrupt()
            Thread.sleep(10_000)
        }

        when:
        run('parallel(2) { ["c1", "c2", "c3"].each { id -> cluster(id) { run "hostname" on nodes } } }')

        then:
        ScriptException e = thrown()
        Thread.interrupted()
        e.soFar().runs()*.summary().every { it ==~ /0 of 2 nodes ok, 2 (unknown|not-run)/ }
        !service.requests('InvokeShellCommand')*.parameters()*.ClusterId.contains('c3')

        cleanup:
        Thread.interrupted()
    }

    def 'nothing to do is fine'() {
        expect:
        run('parallel { }').value() == []
    }

    private ScriptResult run(String text) {
        Scripts.compile('s.ehpc', text.stripIndent()).over(service.ehpc()).output(out).run()
    }
}
