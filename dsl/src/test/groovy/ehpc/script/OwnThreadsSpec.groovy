package ehpc.script

import ehpc.TestService
import ehpc.api.InputException
import spock.lang.Specification

/** Threads of a script's own: no word that asks the service is lost in one. */
class OwnThreadsSpec extends Specification {

    private static final String REFUSED = 'a word that asks the service must not be said in a thread of the script\'s own, ' +
            'whose results nobody would see; use parallel { }'

    private final TestService service = new TestService(2)
    private final StringBuilder out = new StringBuilder()

    def 'check finds it where the text tells: #text'() {
        when:
        Scripts.compile('x.ehpc', "import java.util.concurrent.*\ncluster('c1') {\n$text\n}")

        then:
        ScriptException e = thrown()
        e.problems()*.message() == ["'$word' must not be said in a thread of the script's own, " +
                'whose results nobody would see; use parallel { }']

        where:
        text                                                                                  | word
        'Thread.start { println info }'                                                       | 'info'
        'Thread.startDaemon { syncUsers() }'                                                  | 'syncUsers'
        'new Thread({ println nodes.size() }).start()'                                        | 'nodes'
        'def pool = Executors.newFixedThreadPool(2)\npool.submit { syncUsers() }'             | 'syncUsers'
        'Executors.newCachedThreadPool().execute { syncUsers() }'                             | 'syncUsers'
        'CompletableFuture.runAsync { syncUsers() }'                                          | 'syncUsers'
        '[1].parallelStream().forEach { syncUsers() }'                                        | 'syncUsers'
    }

    def 'a run refuses it in that thread, and the script fails whatever came of that: #text'() {
        when:
        run(text)

        then:
        ScriptException e = thrown()
        e.cause instanceof InputException
        e.problems()*.message() == [REFUSED]
        service.requests('InvokeShellCommand').empty

        where:
        text << [
            'def work() { run "hostname" on nodes }\ncluster("c1") { def t = new Thread({ try { work() } catch (e) { } })\nt.start()\nt.join() }',
            'def work = { run "hostname" on nodes }\ncluster("c1") { def t = new Thread(work)\nt.uncaughtExceptionHandler = { a, b -> }\n' +
                    't.start()\nt.join() }',
            'def work = { clusters.size() }\ntry { java.util.concurrent.CompletableFuture.supplyAsync(work).join() } catch (e) { }',
        ]
    }

    def 'a plan and an entry of a shell refuse it too'() {
        given:
        String text = 'def work = { clusters.size() }\ndef t = new Thread({ try { work() } catch (e) { } })\nt.start()\nt.join()'
        InteractiveSession session = new InteractiveSession()

        when:
        Scripts.compile('x.ehpc', text).over(service.ehpc()).plan()

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [REFUSED]

        when:
        session.compile(text).over(service.ehpc()).output(out).run()

        then:
        e = thrown()
        e.problems()*.message() == [REFUSED]

        when:
        session.compile("cluster('c1') { println nodes.size() }").over(service.ehpc()).output(out).run()

        then:
        out.toString() == '2\n'
    }

    def 'other work may be done in threads'() {
        when:
        run('def sum = new java.util.concurrent.atomic.AtomicInteger()\n' +
                '(1..100).toList().parallelStream().forEach { sum.addAndGet(it) }\n' +
                'def t = Thread.start { println "from a thread" }\nt.join()\nprintln sum')

        then:
        out.toString() == 'from a thread\n5050\n'
    }

    private void run(String text) {
        Scripts.compile('x.ehpc', text).over(service.ehpc()).output(out).run()
    }
}
