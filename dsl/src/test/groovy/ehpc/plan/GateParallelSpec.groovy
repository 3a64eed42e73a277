package ehpc.plan

import ehpc.TestService
import ehpc.api.Request
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Timeout

/** Branches of {@code parallel} whose steps are asked about. */
@Timeout(300)
class GateParallelSpec extends GateSpecification {

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
}
