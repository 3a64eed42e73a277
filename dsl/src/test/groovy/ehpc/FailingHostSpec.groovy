package ehpc

import ehpc.api.ApiException
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import ehpc.node.NodeSet
import java.time.Duration
import spock.lang.Specification

/** Parts that a program brings along, its transport and its listener, may fail in ways of their own: no command gets lost by that. */
class FailingHostSpec extends Specification {

    TestService service = new TestService(500)

    /** What the transport does to a request in place of sending it on. */
    Map<String, Closure<Response>> instead = [:]

    Transport transport = new Transport() {
        @Override
        Response send(Request request) {
            Closure<Response> other = instead[request.operation().name()]
            other ? other.call(request) : service.send(request)
        }

        @Override
        void pause(Duration time) {
            service.pause(time)
        }
    }

    Cluster cluster = service.ehpc(transport).cluster('ehpc-hz-test')

    def 'a listener that throws when it hears #event changes nothing of the run'() {
        given:
        Cluster heardOf = service.ehpc(transport).withListener(new Failing(event: event, failure: failure)).cluster('ehpc-hz-test')

        when:
        RunResult result = heardOf.run('echo hi').on(heardOf.nodes().compute)

        then:
        result.summary() == '500 of 500 nodes ok'
        result.commandIds() == ['c-1', 'c-2', 'c-3']

        where:
        event        | failure
        'began'      | new IllegalStateException('boom')
        'submitting' | new IllegalStateException('boom')
        'submitted'  | new AssertionError('boom' as Object)
        'progress'   | new IOException('boom')
        'collected'  | new NoClassDefFoundError('boom')
        'ended'      | new IllegalStateException('boom')
    }

    def 'a listener that fails goes on hearing of the run'() {
        given:
        Failing listener = new Failing(event: 'submitted', failure: new IllegalStateException('boom'))
        Cluster heardOf = service.ehpc(transport).withListener(listener).cluster('ehpc-hz-test')

        when:
        heardOf.run('echo hi').on(heardOf.nodes().compute)

        then:
        listener.heard.countBy { it } == [began: 1, submitting: 3, submitted: 3, progress: 9, collected: 3, ended: 1]
    }

    def 'a listener that is interrupted leaves the interrupt to the run'() {
        given:
        RunListener listener = new Failing(event: 'submitted', failure: new InterruptedException())
        Cluster heardOf = service.ehpc(transport).withListener(listener).cluster('ehpc-hz-test')

        when:
        RunResult result = heardOf.run('echo hi').on(heardOf.nodes().compute)

        then:
        Thread.interrupted()
        result.commandIds() == ['c-1']
        result.counts() == [(Outcome.OK): 196, (Outcome.NOT_RUN): 304]
    }

    def 'a submit of which the transport brings no answer is unknown, and what was sent before has its results: #why'() {
        given:
        int submits = 0
        instead.InvokeShellCommand = { Request request ->
            submits++
            submits == 2 ? act.call() : service.send(request)
        }

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes().compute)
        Map<Outcome, List<NodeResult>> byOutcome = result.results.groupBy { it.outcome() }

        then:
        submits == 2
        result.commandIds() == ['c-1']
        byOutcome.keySet().toList() == [Outcome.OK, Outcome.UNKNOWN, Outcome.NOT_RUN]
        byOutcome[Outcome.UNKNOWN]*.detail().unique() == ["the answer to the submit was lost ($why)"]
        byOutcome[Outcome.NOT_RUN]*.detail().unique() == ['the outcome of an earlier submit is unknown']

        where:
        act                                                        || why
        ({ null })                                                 || 'the transport returned null'
        ({ throw new IllegalStateException('one\ntwo') })          || 'the transport failed: java.lang.IllegalStateException: one'
        ({ throw new IOException('boom') })                        || 'the transport failed: java.io.IOException: boom'
        ({ throw new AssertionError('boom' as Object) })           || 'the transport failed: java.lang.AssertionError: boom'
    }

    def 'a transport that is interrupted leaves the nodes unknown, and the interrupt to the run'() {
        given:
        instead.InvokeShellCommand = { throw new InterruptedException() }

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        Thread.interrupted()
        result.results*.summary().unique() == ['unknown: interrupted during the submit; the command may run']
    }

    def 'results that the transport does not bring are unknown, with the id of their command'() {
        given:
        instead.ListInvocationResults = { null }

        when:
        RunResult result = cluster.run('echo hi').on(cluster.nodes())

        then:
        result.results*.outcome().unique() == [Outcome.UNKNOWN]
        result.results*.detail().unique() == ['its result could not be read: AnswerLost: the transport returned null']
        result.commandIds() == ['c-1']
    }

    def 'a status that the transport does not bring leaves it to the records: #why'() {
        given:
        instead.ListInvocationStatus = act

        expect:
        cluster.run('echo hi').on(cluster.nodes()).ok

        where:
        why      | act
        'throws' | ({ throw new IllegalStateException('boom') })
        'null'   | ({ null })
    }

    def 'a call of which the transport brings no answer names that, and a read is tried again'() {
        given:
        int calls = 0
        instead.ListNodes = { calls++ ? null : Objects.requireNonNull(null) }

        when:
        cluster.nodes()

        then:
        ApiException e = thrown()
        e.message == 'ListNodes: AnswerLost: the transport returned null'
        calls == 6
    }

    def 'a pause of the transport that fails is waited for all the same'() {
        given:
        TestService small = new TestService(1)
        small.looksUntilDone = 1
        Transport hasty = new Transport() {
            @Override
            Response send(Request request) {
                small.send(request)
            }

            @Override
            void pause(Duration time) {
                throw new IllegalStateException('boom')
            }
        }
        Cluster one = EhpcClient.create(hasty, 'cn-hangzhou').cluster('ehpc-hz-test')

        expect:
        one.run('echo hi').on(one.nodes()).ok
    }

    def 'there must be a listener'() {
        when:
        service.ehpc().withListener(null)

        then:
        NullPointerException e = thrown()
        e.message == 'runs'
    }

    /** Hears everything, and fails at one kind of it. */
    private static class Failing implements RunListener {

        String event
        Throwable failure
        List<String> heard = []

        @Override
        void began(RunListener.Run run) {
            hear('began')
        }

        @Override
        void submitting(RunListener.Run run, NodeSet nodes) {
            hear('submitting')
        }

        @Override
        void submitted(String clusterId, String commandId, NodeSet nodes) {
            hear('submitted')
        }

        @Override
        void progress(RunListener.Progress progress) {
            hear('progress')
        }

        @Override
        void collected(String clusterId, String commandId) {
            hear('collected')
        }

        @Override
        void ended(RunListener.Run run) {
            hear('ended')
        }

        private void hear(String what) {
            heard << what
            if (what == event) {
                throw failure
            }
        }
    }
}
