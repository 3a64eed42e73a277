package ehpc

import ehpc.api.ApiException
import ehpc.api.HiddenLimit
import ehpc.api.RateGovernor
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import ehpc.node.NodeSet
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** Runs against a service with a limit of calls that it does not tell; time is simulated. */
class ThrottledRunSpec extends Specification {

    static final Duration LATENCY = Duration.ofMillis(20)

    TestService service = new TestService(1000)
    HiddenLimit limit
    int refused

    Transport limited = new Transport() {
        @Override
        Response send(Request request) {
            service.now = service.now.plus(LATENCY.dividedBy(2))
            boolean accepted = limit.accepts(nanos())
            service.now = service.now.plus(LATENCY.dividedBy(2))
            if (accepted) {
                return service.send(request)
            }
            refused++
            throw ApiException.refused(request.operation(), 400, 'Throttling.User', 'too many calls', 'R', null)
        }

        @Override
        void pause(Duration time) {
            service.pause(time)
        }

        @Override
        Optional<RateGovernor> governor(Request request) {
            service.governor(request)
        }
    }

    private long nanos() {
        Duration.between(Instant.parse('2026-01-01T00:00:00Z'), service.now).toNanos()
    }

    private RunResult run(Closure<Object> targets) {
        Cluster cluster = service.ehpc(limited).cluster('ehpc-hz-test')
        cluster.run('echo hi').timeout(Duration.ofMinutes(10)).on(targets.call(cluster.nodes()) as NodeSet)
    }

    def 'a run on 1,000 nodes needs less than twice the time of its calls, and no call fails: #name, #perSecond calls, #nodes'() {
        given:
        limit = kind.call(perSecond)

        when:
        RunResult result = run(targets)
        List<String> necessary = service.sent*.operation()*.name()

        then:
        result.ok
        result.results.size() == 1000
        necessary.countBy { it } == calls
        nanos() <= 2 * necessary.size() * HiddenLimit.SECOND / perSecond
        refused <= necessary.size() / 2

        where:
        [[name, kind], perSecond, [nodes, targets, calls]] << [
            [['in any second', { HiddenLimit.sliding(it) }], ['in each second', { HiddenLimit.fixed(it) }],
             ['evenly spaced', { HiddenLimit.bucket(it, 1) }], ['and as many saved', { HiddenLimit.bucket(it) }]],
            [1, 5, 20],
            [['all nodes', { it },
              [ListNodes: 11, InvokeShellCommand: 1, ListInvocationStatus: 1, ListInvocationResults: 20]],
             ['a list of nodes', { it.compute },
              [ListNodes: 11, InvokeShellCommand: 6, ListInvocationStatus: 6, ListInvocationResults: 21]]]].combinations()
    }
}
