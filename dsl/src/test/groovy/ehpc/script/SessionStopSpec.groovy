package ehpc.script

import ehpc.TestService
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

/** An entry of a shell whose thread is interrupted, as by Ctrl-C. */
@Timeout(300)
class SessionStopSpec extends Specification {

    private static final String STOPPED = 'the entry was interrupted'

    TestService service = new TestService(2)
    InteractiveSession session = new InteractiveSession()
    CountDownLatch begun = new CountDownLatch(1)

    /** Tells that the entry has come to where it is interrupted. */
    Appendable out = [append: { Object... text -> begun.countDown(); out }] as Appendable

    def 'ends #what, and leaves what was before'() {
        given:
        say('def kept = 1')

        when:
        ScriptException e = interrupted("def early = 2\nprintln 'on'\n$loop\ndef late = 3")

        then:
        e.interrupted
        !e.refused
        e.problems()*.message() == [STOPPED]
        e.problems()*.file() == ['[2]']
        say('kept + early').value().get() == 3
        InteractiveSession.problems('late', session.context()).size() == 1

        where:
        what                                     | loop
        'a loop that does nothing'               | 'while (true) { }'
        'a loop without braces'                  | 'while (true);'
        'a loop that counts'                     | 'for (int i = 0; i >= 0; i = 1) { }'
        'a loop over a range'                    | 'for (i in 1..1_000_000_000) { }'
        'a loop that ends with its condition'    | 'do { } while (true)'
        'a block that is called again and again' | '(1..1_000_000_000).each { }'
        'a loop in a method'                     | 'endless()\ndef endless() { while (true) { } }'
        'a loop in a class'                      | 'new Endless().go()\nclass Endless { void go() { while (true) { } } }'
        'a loop that catches what it can'        | 'while (true) { try { [1].each { } } catch (Exception e) { } }'
        'sleep'                                  | 'sleep 60_000'
        'sleep with a unit'                      | 'sleep 60.seconds'
        'sleep with a unit in a block'           | '[1].each { sleep 1.minute }'
        'sleep in a block'                       | '[1].each { sleep 60_000 }'
        'sleep of Java'                          | 'Thread.sleep(60_000)'
    }

    def 'ends what waits for a command, which goes on'() {
        given:
        session.use('ehpc-hz-test')
        service.looksUntilDone = Integer.MAX_VALUE
        service.onPause = { begun.countDown(); Thread.sleep(1) }

        when:
        ScriptException e = interrupted("run 'sleep 600' on nodes")

        then:
        e.interrupted
        e.problems()*.message() == ["$STOPPED: run 'sleep 600': 0 of 2 nodes ok, 2 unknown" as String]
        e.soFar().runs().first().collect { it.detail() }.unique() == ['interrupted while waiting; the command continues']

        and:
        say('error.result.unknown').value().get() == true
    }

    def 'lets nothing be changed behind it, also where it came in the middle of a line: #line'() {
        given:
        session.use('ehpc-hz-test')
        service.answers.ListNodes = { request ->
            begun.countDown()
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
            while (!Thread.currentThread().interrupted && System.nanoTime() < end) {
                Thread.onSpinWait()
            }
            service.ListNodes(request.parameters())
        }

        when:
        ScriptException e = interrupted(line)

        then:
        e.interrupted
        e.problems()*.message().every { it.startsWith(STOPPED) }
        service.sent*.operation()*.name() == ['ListNodes']

        where:
        line << [
            'api.stopNodes(instance: nodes.collect { [id: it.id] })',
            "postScript 'https://host/' + nodes.size()",
            "run 'reboot' on nodes",
            "parallel { cluster('ehpc-hz-a') { api.stopNodes(instance: nodes.collect { [id: it.id] }) } }"
        ]
    }

    def 'ends branches that run at the same time'() {
        given:
        service.looksUntilDone = Integer.MAX_VALUE
        begun = new CountDownLatch(2)
        Set<Thread> waiting = ConcurrentHashMap.newKeySet()
        service.onPause = {
            if (waiting.add(Thread.currentThread())) {
                begun.countDown()
            }
            Thread.sleep(1)
        }

        when:
        ScriptException e = interrupted("parallel { ['ehpc-hz-a', 'ehpc-hz-b'].each { cluster(it) { run 'sleep 600' on nodes } } }")

        then:
        e.interrupted
        e.problems()*.message().every { it.startsWith("$STOPPED: run 'sleep 600': ") }
    }

    def 'what was meant for another does not end an entry'() {
        when:
        Thread.currentThread().interrupt()

        then:
        say('1 + 1').value().get() == 2
        !Thread.interrupted()
    }

    private ScriptException interrupted(String text) {
        Entry entry = session.compile(text)
        ScriptException failure = null
        boolean leaked = false
        Thread thread = Thread.start {
            try {
                entry.over(service.ehpc()).output(out).environment([:]).run()
            } catch (ScriptException e) {
                failure = e
            }
            leaked = Thread.currentThread().interrupted
        }
        begun.await(30, TimeUnit.SECONDS)
        thread.interrupt()
        thread.join(30_000)
        assert !thread.alive && !leaked
        failure
    }

    private EntryResult say(String text) {
        session.compile(text).over(service.ehpc()).output(new StringBuilder()).environment([:]).run()
    }
}
