package ehpc.script

import ehpc.TestService
import ehpc.api.InputException
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.plan.NotApproved
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** Threads that a script starts: no word that calls the service is lost in one. */
class OwnThreadsSpec extends Specification {

    private static final String REFUSED = 'a word that calls the service is not allowed in a thread that the script starts, ' +
            'as its result would be lost; use parallel { }'

    @Shared
    @AutoCleanup
    Connection connection = Connection.open(ConnectionOptions.defaults().environment([:]).local(LocalOptions.defaults().withComputeNodes(2)))

    @TempDir
    Path directory

    private final TestService service = new TestService(2)
    private final StringBuilder out = new StringBuilder()

    def 'check finds it where the text tells: #text'() {
        when:
        Scripts.compile('x.ehpc', "import java.util.concurrent.*\ncluster('c1') {\n$text\n}")

        then:
        ScriptException e = thrown()
        e.problems()*.message() == ["'$word' is not allowed in a thread that the script starts, " +
                'as its result would be lost; use parallel { }']

        where:
        text                                                                                  | word
        'Thread.startDaemon { syncUsers() }'                                                  | 'syncUsers'
        'def pool = Executors.newFixedThreadPool(2)\npool.submit { syncUsers() }'             | 'syncUsers'
        'Executors.newCachedThreadPool().execute { syncUsers() }'                             | 'syncUsers'
        'CompletableFuture.runAsync { syncUsers() }'                                          | 'syncUsers'
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
            'def work() { run "hostname" on nodes }\ncluster("c1") { def pool = java.util.concurrent.Executors.newFixedThreadPool(1)\n' +
                    'def later = this.&work\ntry { pool.submit(later).get() } catch (e) { } finally { pool.shutdown() } }',
            'def work = { clusters.size() }\ntry { java.util.concurrent.CompletableFuture.supplyAsync(work).join() } catch (e) { }',
        ]
    }

    def 'a plan and an entry of a shell refuse it too'() {
        given:
        String text = 'def work = { clusters.size() }\ntry { java.util.concurrent.CompletableFuture.supplyAsync(work).join() } catch (e) { }'
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

    def 'a thread keeps its cluster, its runs are shown and its block waits for it: #text'() {
        when:
        run("def size() { nodes.size() }\ncluster('c1') {\n$text\n}\nprintln 'end'")

        then:
        out.toString() == "$printed\nend\n"

        where:
        text                                                                          | printed
        'Thread.start { sleep 50; println nodes.size() }'                             | '2'
        "Thread.start('a name') { println Thread.currentThread().name + size() }"     | 'a name2'
        'new Thread({ println size() }).start()'                                      | '2'
        'def work = { println size() }\nnew Thread(work, "other").start()'            | '2'
        'Thread.start { Thread.start { sleep 50; println size() } }'                  | '2'
        'println((1..8).toList().parallelStream().map { size() }.toList().sum())'     | '16'
        'println((1..8).toList().stream().parallel().map { nodes.size() }.toList().sum())' | '16'
        'println((1..8).toList().parallelStream().map(n -> n * size()).toList().sum())' | '72'
    }

    def 'a thread that is never started, and one that ends by itself, change nothing'() {
        when:
        run("cluster('c1') { new Thread({ syncUsers() })\ndef t = Thread.start { println id }\nt.join() }")

        then:
        out.toString() == 'c1\n'
    }

    def 'what ends a thread ends its block, after all its threads, and what else failed is suppressed'() {
        when:
        run("""cluster('c1') {
            Thread.start { sleep 100; println 'late' }
            Thread.start { throw new IOException('first') }.join()
            throw new IllegalStateException('second')
        }""")

        then:
        ScriptException e = thrown()
        e.cause.message == 'second'
        e.cause.suppressed*.message == ['first']
        out.toString() == 'late\n'

        when:
        run('Thread.start { println nodes }')

        then:
        e = thrown()
        e.problems()*.message() == ["'nodes' is only allowed inside a cluster('...') { } block"]
    }

    def 'a run that fails in a thread is shown and fails the script'() {
        when:
        real("""cluster('ehpc-hz-localdemo1') {
            Thread.start { run 'sleep 0.3; echo done; exit 3' on nodes.manager }
        }
        println 'end'""")

        then:
        ScriptException e = thrown()
        e.cause.message == "run 'sleep 0.3; echo done; exit 3': 0 of 1 node ok, 1 failed"
        out.toString() == 'manager0 (1) failed: exit code 3\n  done\n'
        e.soFar().runs()*.isFailed() == [true]
    }

    def 'threads in blocks of parallel, and methods that they call, keep to their own clusters'() {
        when:
        real("""def shown() { println "\$id \${nodes.compute.size()}" }
        parallel {
            ['ehpc-hz-localdemo1', 'ehpc-hz-localhybrid'].each {
                cluster(it) {
                    shown()
                    Thread.start { sleep 50; shown() }
                    (1..4).toList().parallelStream().forEach { shown() }
                }
            }
        }""")

        then:
        out.readLines() == ['ehpc-hz-localdemo1 2'] * 6 + ['ehpc-hz-localhybrid 4'] * 6
    }

    def 'an interrupt ends the threads, too, and what they sent is accounted for'() {
        given:
        Thread script = Thread.currentThread()
        int before = submits()
        Thread interrupter = Thread.start {
            new PollingConditions(timeout: 60).eventually {
                assert submits() > before
            }
            script.interrupt()
        }

        when:
        real("cluster('ehpc-hz-localdemo1') { Thread.start { run 'sleep 600' on nodes.manager } }")

        then:
        ScriptException e = thrown()
        e.interrupted
        e.soFar().runs()*.isFailed() == [true]
        Thread.interrupted()

        cleanup:
        interrupter.join()
    }

    def 'a plan contains the runs of threads, and refuses what they do to this machine'() {
        expect:
        Scripts.compile('x.ehpc', """def go() { run 'echo hi' on nodes }
        cluster('ehpc-hz-localdemo1') {
            new Thread({ go() }).start()
            [1].parallelStream().forEach { syncUsers() }
        }""").over(connection.ehpc()).plan().steps()*.title() as Set == ["run 'echo hi'", 'syncUsers()'] as Set

        when:
        Scripts.compile('x.ehpc', "(1..200).toList().parallelStream().forEach { new File('$directory/f' + it).text = 'y' }")
                .over(connection.ehpc()).plan()

        then:
        ScriptException e = thrown()
        e.cause.message == 'File.setText() changes files, which a plan must not do; the plan stopped before this call'
        directory.toFile().list() == [] as String[]
    }

    def 'a thread that a pool runs while the script is planned may start threads of its own'() {
        expect:
        Scripts.compile('x.ehpc', """def pool = java.util.concurrent.Executors.newFixedThreadPool(1)
        def made = pool.submit({ def t = new Thread({ }); t.start(); t.join(); 'made' } as java.util.concurrent.Callable).get()
        pool.shutdown()
        if (made == 'made') { cluster('ehpc-hz-localdemo1') { syncUsers() } }""").over(connection.ehpc()).plan().steps()*.title() == ['syncUsers()']
    }

    def 'a step of a thread is asked about, and a no ends the script'() {
        given:
        List<String> asked = []
        int before = submits()

        when:
        Scripts.compile('x.ehpc', """cluster('ehpc-hz-localdemo1') {
            Thread.start { try { run 'echo hi' on nodes } catch (Throwable e) { println 'caught' } }
        }
        println 'end'""").over(connection.ehpc()).output(out).approval { asked << it.title(); false }.run()

        then:
        ScriptException e = thrown()
        e.cause instanceof NotApproved
        asked == ["run 'echo hi'"]
        submits() == before
    }

    def 'a thread is a Thread in messages and in the shell'() {
        when:
        Scripts.compile('x.ehpc', 'new Thread(5)')

        then:
        ScriptException e = thrown()
        e.problems()*.message() == ["'new Thread' does not accept a whole number"]

        when:
        InteractiveSession session = new InteractiveSession()
        session.compile('def t = new Thread({ })').over(connection.ehpc()).run()

        then:
        session.context().variables().find { it.name() == 't' }.type() == 'Thread'
        InteractiveSession.problems('t.nmae', session.context())*.message() == ["unknown name 'nmae' on Thread; did you mean 'name'?"]
    }

    def 'a handler of its own takes the failure of a thread'() {
        when:
        run("""cluster('c1') {
            def t = new Thread({ throw new IOException('first') })
            t.uncaughtExceptionHandler = { thread, failure -> println failure.message }
            t.start()
        }""")

        then:
        out.toString() == 'first\n'
    }

    def 'other work may be done in threads'() {
        when:
        run('def sum = new java.util.concurrent.atomic.AtomicInteger()\n' +
                '(1..100).toList().parallelStream().forEach { sum.addAndGet(it) }\n' +
                'def t = Thread.start { println "from a thread" }\nt.join()\nprintln sum')

        then:
        out.toString() == 'from a thread\n5050\n'
    }

    private int submits() {
        connection.service().get().requests()*.action().count('InvokeShellCommand')
    }

    private void real(String text) {
        Scripts.compile('x.ehpc', text).over(connection.ehpc()).output(out).run()
    }

    private void run(String text) {
        Scripts.compile('x.ehpc', text).over(service.ehpc()).output(out).run()
    }
}
