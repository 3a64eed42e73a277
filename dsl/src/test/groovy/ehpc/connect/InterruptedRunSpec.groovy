package ehpc.connect

import ehpc.Cluster
import ehpc.RunListener
import ehpc.RunResult
import ehpc.api.ApiException
import ehpc.api.ErrorCategory
import ehpc.local.ExecutionMode
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.node.NodeSet
import ehpc.node.CountOrPercent
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.FutureTask
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** A run whose thread is interrupted, or whose connection is closed by another, at each moment of its way. */
@Timeout(90)
class InterruptedRunSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'
    static final Duration LATE = Duration.ofMinutes(10)
    static final String SUBMIT = 'InvokeShellCommand'

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST))

    @AutoCleanup
    Connection connection = Connection.open(ConnectionOptions.defaults()
            .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret'])
            .region('cn-hangzhou')
            .endpoint(service.endpoint().toString()))

    int seenBefore = service.requests().size()
    List<String> heard = new CopyOnWriteArrayList<>()
    boolean flagged
    Thread running

    def cleanup() {
        service.inject(Faults.none())
    }

    def 'the submit is under way: its nodes are unknown when #what'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lateAnswer(LATE)))

        when:
        FutureTask<RunResult> run = start('true', 4)
        await { seen(SUBMIT) == 1 }
        stop.call(this)
        RunResult result = run.get(60, TimeUnit.SECONDS)

        then:
        seen(SUBMIT) == 1
        result.results*.summary() == ["unknown: $why during the submit; the command may run".toString()] * 4
        result.commandIds() == []
        heard == ['submitting compute[000-003]']

        where:
        what                        | stop                       || why
        'its thread is interrupted' | { it.running.interrupt() } || 'interrupted'
        'the connection is closed'  | { it.connection.close() }  || 'the connection was closed'
    }

    def 'the submit of a wave is under way: the other waves are told as not run when #what'() {
        given:
        service.inject(Faults.none().always(SUBMIT, Fault.lateAnswer(LATE)))

        when:
        FutureTask<RunResult> run = start('true', 1)
        await { seen(SUBMIT) == 1 }
        stop.call(this)
        RunResult result = run.get(60, TimeUnit.SECONDS)

        then:
        seen(SUBMIT) == 1
        result.summary() == '0 of 4 nodes ok, 1 unknown, 3 not-run'
        result.results[3].summary() == "not-run: $why before it was sent"

        where:
        what                        | stop                       || why
        'its thread is interrupted' | { it.running.interrupt() } || 'interrupted'
        'the connection is closed'  | { it.connection.close() }  || 'the connection was closed'
    }

    def 'the #operation of a command is awaited: the command goes on, and no other wave is sent, when #what'() {
        given:
        service.inject(Faults.none().always(operation, Fault.lateAnswer(LATE)))

        when:
        FutureTask<RunResult> run = start('true', 1)
        await { seen(operation) == 1 }
        stop.call(this)
        RunResult result = run.get(60, TimeUnit.SECONDS)

        then:
        seen(SUBMIT) == 1
        result.results*.summary() == ["unknown: $first".toString()] + ["not-run: $others".toString()] * 3
        result.commandIds().size() == 1
        heard.take(3) == ['submitting compute000', 'submitted compute000', 'collected']

        where:
        [operation, [what, stop, first, others]] << [['ListInvocationStatus', 'ListInvocationResults'], [
            ['its thread is interrupted', { it.running.interrupt() },
             'interrupted while waiting; the command continues', 'interrupted before it was sent'],
            ['the connection is closed', { it.connection.close() },
             'the connection was closed while waiting; the command may continue', 'the connection was closed before it was sent'],
        ]].combinations()
    }

    def 'between two looks at a command closing the connection ends the waiting as well'() {
        when:
        FutureTask<RunResult> run = start('exec sleep 600', 4)
        await { seen('ListInvocationStatus') > 4 }
        connection.close()

        then:
        run.get(60, TimeUnit.SECONDS).results*.summary() ==
                ['unknown: the connection was closed while waiting; the command may continue'] * 4
    }

    def 'an interrupt that comes before the submit keeps it here'() {
        given:
        FutureTask<RunResult> run = task('true', 4)

        when:
        running = new Thread({ Thread.currentThread().interrupt(); run.run() })
        running.start()

        then:
        run.get(60, TimeUnit.SECONDS).results*.summary() == ['not-run: interrupted before it was sent'] * 4
        seen(SUBMIT) == 0
        flagged
    }

    def 'a call on a connection that was closed is not sent, and not tried again'() {
        given:
        connection.close()

        when:
        connection.ehpc().clusters()

        then:
        ApiException e = thrown()
        e.message == 'ListClusters: not sent: the transport is closed'
        e.category() == ErrorCategory.CLOSED
        e.stopped
        !e.temporary
    }

    def 'a read that waits for its answer ends with its thread'() {
        given:
        service.inject(Faults.none().always('ListClusters', Fault.lateAnswer(LATE)))
        FutureTask<Object> read = new FutureTask<>({ connection.ehpc().clusters() })
        running = new Thread(read)

        when:
        running.start()
        await { seen('ListClusters') == 1 }
        running.interrupt()
        read.get(60, TimeUnit.SECONDS)

        then:
        Exception e = thrown()
        e.cause.message == "ListClusters: AnswerLost: interrupted before ${service.endpoint().authority} answered"
        (e.cause as ApiException).request().get().operation().name() == 'ListClusters'
        seen('ListClusters') == 1
    }

    private FutureTask<RunResult> start(String command, int wave) {
        FutureTask<RunResult> run = task(command, wave)
        running = new Thread(run)
        running.start()
        run
    }

    private FutureTask<RunResult> task(String command, int wave) {
        RunListener listener = new RunListener() {
            @Override
            void submitting(RunListener.Run run, NodeSet nodes) {
                heard << "submitting $nodes".toString()
            }

            @Override
            void submitted(String clusterId, String commandId, NodeSet nodes) {
                heard << "submitted $nodes".toString()
            }

            @Override
            void collected(String clusterId, String commandId) {
                heard << 'collected'
            }
        }
        Cluster cluster = connection.ehpc().withListener(listener).cluster(CLUSTER)
        NodeSet nodes = cluster.nodes().compute
        new FutureTask<RunResult>({
            RunResult result = cluster.run(command).waves(CountOrPercent.count(wave)).tolerate(CountOrPercent.count(4)).on(nodes)
            flagged = Thread.currentThread().interrupted
            result
        })
    }

    private int seen(String operation) {
        service.requests().drop(seenBefore).count { it.action() == operation }
    }

    private static void await(Closure<Boolean> condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (!condition()) {
            assert System.nanoTime() < limit
            Thread.sleep(5)
        }
    }
}
