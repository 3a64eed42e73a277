package ehpc.script

import ehpc.TestService
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

/** A script that a program runs, and whose thread the program interrupts. */
@Timeout(300)
class ScriptStopSpec extends Specification {

    TestService service = new TestService(2)
    CountDownLatch begun = new CountDownLatch(1)
    boolean stillInterrupted

    /** Tells that the script has come to where it is interrupted. */
    Appendable out = [append: { Object... text -> begun.countDown(); out }] as Appendable

    def 'ends #what, at its line'() {
        when:
        ScriptException e = interrupted("println 'on'\n$loop")

        then:
        e.interrupted
        !e.refused
        e.problems()*.message() == ['the script was interrupted']
        e.problems()*.line() == [2]
        stillInterrupted

        where:
        what                                     | loop
        'a loop that does nothing'               | 'while (true) { }'
        'a loop over a range'                    | 'for (i in 1..1_000_000_000) { }'
        'a loop that ends with its condition'    | 'do { } while (true)'
        'a block that is called again and again' | '(1..1_000_000_000).each { }'
        'a loop in a method'                     | 'void endless() { while (true) { } }; endless()'
        'a loop in a class'                      | 'class Endless { void go() { while (true) { } } }; new Endless().go()'
        'a loop that catches what it can'        | 'while (true) { try { [1].each { } } catch (Throwable e) { } }'
        'sleep'                                  | 'sleep 60.seconds'
        'sleep in a block'                       | '[1].each { sleep 60_000 }'
        'sleep of Java'                          | 'Thread.sleep(60_000)'
        'a branch of parallel'                   | "parallel { cluster('ehpc-hz-test') { while (true) { } } }"
    }

    def 'a script that is interrupted before parallel begins #what is told that it was'() {
        when:
        ScriptException e = interrupted("println 'on'\nThread.currentThread().interrupt()\nparallel { $blocks }")

        then:
        e.interrupted
        !e.refused
        e.problems()*.message().first() == 'the script was interrupted'
        e.problems()*.line().first() == 3
        service.sent.empty

        where:
        what         | blocks
        'one block'  | "cluster('ehpc-hz-test') { while (true) { } }"
        'two blocks' | "cluster('ehpc-hz-a') { while (true) { } }\ncluster('ehpc-hz-b') { while (true) { } }"
    }

    def 'sends nothing more, also where it came in the middle of a line'() {
        given:
        service.answers.ListNodes = { request ->
            begun.countDown()
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
            while (!Thread.currentThread().interrupted && System.nanoTime() < end) {
                Thread.onSpinWait()
            }
            service.ListNodes(request.parameters())
        }

        when:
        ScriptException e = interrupted("cluster('ehpc-hz-test') { run 'echo hi' on nodes }")

        then:
        e.interrupted
        service.sent*.operation()*.name() == ['ListNodes']
    }

    def 'a script that nobody interrupts is not said to be so'() {
        when:
        Scripts.compile('s.ehpc', 'throw new IOException("no")').over(service.ehpc()).output(out).run()

        then:
        ScriptException e = thrown()
        !e.interrupted
        e.exitCode().empty
    }

    private ScriptException interrupted(String text) {
        CompiledScript script = Scripts.compile('s.ehpc', text)
        ScriptException stopped = null
        Thread thread = new Thread({
            try {
                script.over(service.ehpc()).output(out).run()
            } catch (ScriptException e) {
                stopped = e
                stillInterrupted = Thread.currentThread().interrupted
            }
        })
        thread.start()
        begun.await()
        thread.interrupt()
        thread.join()
        stopped
    }
}
