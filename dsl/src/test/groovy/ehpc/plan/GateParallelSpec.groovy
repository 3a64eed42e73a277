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

    def 'in parallel one question comes at a time, and a no lets go on what was sent, and begins nothing more'() {
        given:
        TestService service = new TestService(2)
        CountDownLatch sent = new CountDownLatch(1)
        CountDownLatch refused = new CountDownLatch(1)
        AtomicInteger open = new AtomicInteger()
        service.answers.InvokeShellCommand = { Request request ->
            sent.countDown()
            assert refused.await(60, TimeUnit.SECONDS)
            service.InvokeShellCommand(request.parameters())
        }
        service.answers.ListNodes = { Request request ->
            if (request.parameters().ClusterId == 'ehpc-hz-b') {
                assert sent.await(60, TimeUnit.SECONDS)
            }
            if (request.parameters().ClusterId == 'ehpc-hz-c') {
                assert refused.await(60, TimeUnit.SECONDS)
            }
            service.ListNodes(request.parameters())
        }

        when:
        Scripts.compile('a.ehpc',
                "parallel(3) { ['a', 'b', 'c', 'd'].each { cluster(\"ehpc-hz-\${it}\") { $step } } }".toString())
                .over(service.ehpc()).output(out).approval { Step one ->
            assert open.incrementAndGet() == 1
            asked << one
            open.decrementAndGet()
            boolean yes = one.cluster() == 'ehpc-hz-a'
            if (!yes) {
                // Those that wait for their turn, or look up nodes, come after this answer.
                Thread.startDaemon { refused.countDown() }
            }
            yes
        }.run()

        then:
        ScriptException e = thrown()
        e.problems()*.message()[0] == "run 'date' was not approved: it was not sent, 1 step before it was"
        asked*.cluster() == ['ehpc-hz-a', 'ehpc-hz-b']
        service.requests('InvokeShellCommand')*.parameters()*.ClusterId == ['ehpc-hz-a']
        out.toString() == 'ehpc-hz-a: compute[000-001] (2)\n  hi\n'

        where:
        step << ["run 'date' on nodes.where { true }", "try { run 'date' on nodes.where { true } } catch (Throwable e) { }"]
    }

    def 'blocks that were not started after a no state that a step was not approved: #how'() {
        given:
        TestService service = new TestService(2)

        when:
        Scripts.compile('a.ehpc', "parallel(2) { ['a', 'b', 'c', 'd'].each { cluster(\"ehpc-hz-\${it}\") { $step } } }".toString())
                .over(service.ehpc()).output(out).approval { false }.run()

        then:
        ScriptException e = thrown()
        e.problems()*.message().findAll { it.startsWith('the block of') } - message('b') == ['c', 'd'].collect { message(it) }

        where:
        how                      | step
        'the block fails'        | "run 'date' on nodes"
        'the block wraps the no' | "try { run 'date' on nodes } catch (Error e) { throw new IllegalStateException('no', e) }"
    }

    /** Of the second block, which has a thread of its own, it is open whether it was started before the first one got its answer. */
    private static String message(String cluster) {
        "the block of cluster 'ehpc-hz-$cluster' was not started: a step was not approved"
    }

    def 'a branch that swallows a no is not asked again, nor is any other: #how'() {
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
                cluster('$DEMO') { try { run 'echo b' on nodes.login } catch (Throwable e) { } }
                cluster('$HYBRID') {
                    turn.countDown()
                    run 'echo c' on nodes.login
                }
            }
            parallel { cluster('$DEMO') { $swallow } }
            """.stripIndent())

        then:
        asked*.title() == ["run 'echo a'"]
        commands() == []

        where:
        how                             | width | first
        'on the thread of the script'   | 1     | 'println 1'
        'on a thread beside a busy one' | 2     | 'turn.await()'
    }
}
