package ehpc

import ehpc.node.CountOrPercent
import spock.lang.Specification

/** The numbers of dsl/docs/outcomes.md: how many nodes a wave has, how many may be not ok, and when nothing more is sent. */
class WaveSpec extends Specification {

    def '#total nodes in waves of #sizes are sent as #waves'() {
        given:
        TestService service = new TestService(total)
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').waves(sizes as CountOrPercent[]).on(cluster.nodes())

        then:
        result.counts() == [(Outcome.OK): total]
        waveSizes(service) == waves

        where:
        total | sizes                        || waves
        202   | [nodes(1), percent(10)]      || [1] + [21] * 9 + [12]
        10    | [percent(10)]                || [1] * 10
        10    | [percent(25)]                || [3, 3, 3, 1]
        10    | [percent(33.3)]              || [4, 4, 2]
        10    | [nodes(1), nodes(2)]         || [1, 2, 2, 2, 2, 1]
        10    | [nodes(4), percent(50)]      || [4, 5, 1]
        10    | [percent(100)]               || [10]
        10    | [nodes(99)]                  || [10]
        3     | [percent(1)]                 || [1, 1, 1]
        1     | [nodes(1), percent(10)]      || [1]
    }

    def 'of #total nodes, tolerate #share lets #tolerated be not ok'() {
        expect:
        outcome(total, tolerated, share).ok
        outcome(total, tolerated, share).tolerated() == tolerated
        tolerated == total || outcome(total, tolerated + 1, share).failed

        where:
        total | share         || tolerated
        10    | nodes(0)      || 0
        10    | percent(5)    || 0
        10    | percent(9.99) || 0
        10    | percent(10)   || 1
        10    | percent(19)   || 1
        19    | percent(5)    || 0
        20    | percent(5)    || 1
        39    | percent(5)    || 1
        40    | percent(5)    || 2
        3     | percent(50)   || 1
        5     | nodes(2)      || 2
        5     | nodes(9)      || 5
        5     | percent(100)  || 5
        202   | percent(5)    || 10
    }

    def 'a node that is #outcome counts as not ok'() {
        given:
        TestService service = new TestService(4)
        service.answers.ListInvocationResults = { request ->
            page(service, request.parameters().CommandId, [(service.nodeIds[3]): record])
        }
        Cluster cluster = service.cluster()

        when:
        RunResult none = cluster.run('echo hi').on(cluster.nodes())
        RunResult one = cluster.run('echo hi').tolerate(CountOrPercent.count(1)).on(cluster.nodes())

        then:
        none.of('compute003').get().outcome() == outcome
        none.failed
        one.ok
        none.failedNodes.folded() == 'compute003'

        where:
        outcome               | record
        Outcome.FAILED        | [ExitCode: 1]
        Outcome.TIMED_OUT     | [InvokeRecordStatus: 'Stopped', Success: false, ExitCode: 124]
        Outcome.NOT_DELIVERED | [InvokeRecordStatus: 'Failed', Success: false, ExitCode: -1]
        Outcome.UNKNOWN       | [Success: false]
    }

    def 'with #share tolerated and nodes #bad not ok, #sent nodes are sent to and the rest is not run'() {
        given:
        TestService service = new TestService(10)
        Set<String> failing = bad.collect { service.nodeIds[it] } as Set
        service.answers.ListInvocationResults = { request ->
            page(service, request.parameters().CommandId, failing.collectEntries { [it, [ExitCode: 1]] })
        }
        Cluster cluster = service.cluster()

        when:
        RunResult result = cluster.run('echo hi').waves(nodes(1), percent(30)).tolerate(share).on(cluster.nodes())

        then:
        waveSizes(service) == sent
        result.counts().getOrDefault(Outcome.NOT_RUN, 0) == 10 - sent.sum()
        result.counts().values().sum() == 10
        result.results.findAll { it.outcome() == Outcome.NOT_RUN }*.detail().unique() == reasons

        where:
        share       | bad       || sent         | reasons
        nodes(0)    | []        || [1, 3, 3, 3] | []
        nodes(0)    | [0]       || [1]          | ['stopped after 1 node that is not ok, 0 tolerated']
        nodes(1)    | [0]       || [1, 3, 3, 3] | []
        nodes(1)    | [1, 3]    || [1, 3]       | ['stopped after 2 nodes that are not ok, 1 tolerated']
        nodes(1)    | [0, 4]    || [1, 3, 3]    | ['stopped after 2 nodes that are not ok, 1 tolerated']
        percent(10) | [0, 9]    || [1, 3, 3, 3] | []
        percent(5)  | [2]       || [1, 3]       | ['stopped after 1 node that is not ok, 0 tolerated']
    }

    private static RunResult outcome(int total, int bad, CountOrPercent tolerated) {
        TestService service = new TestService(total)
        service.answers.ListInvocationResults = { request ->
            page(service, request.parameters().CommandId, service.nodeIds.take(bad).collectEntries { [it, [ExitCode: 1]] })
        }
        Cluster cluster = service.cluster()
        cluster.run('echo hi').tolerate(tolerated).on(cluster.nodes())
    }

    /** All records of a command in one page, some of them with other fields. */
    private static Map page(TestService service, String command, Map<String, Map> changed) {
        List<Map> records = service.nodesOf(command).collect { service.record(command, it) + (changed[it] ?: [:]) }
        [InvocationResults: [InvocationResult: records], TotalCount: records.size(), PageNumber: 1, PageSize: 50]
    }

    private static List<Integer> waveSizes(TestService service) {
        service.requests('InvokeShellCommand').collect { it.parameters().Instance.size() }
    }

    private static CountOrPercent nodes(int count) {
        CountOrPercent.count(count)
    }

    private static CountOrPercent percent(Number percent) {
        CountOrPercent.percent(percent.doubleValue())
    }
}
