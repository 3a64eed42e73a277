package ehpc

import ehpc.api.Deferred
import ehpc.api.InvalidRequestException
import ehpc.api.Request
import ehpc.node.NodeSet
import ehpc.node.CountOrPercent
import spock.lang.Specification

/** The one way to whatever changes the service, and what goes around it. */
class EffectsSpec extends Specification {

    private final TestService service = new TestService(2)
    private final List<Object> came = []

    private EhpcClient getEhpc() {
        service.answers.SyncUsers = [RequestId: 'R1']
        service.ehpc()
    }

    def 'what was put around effects last comes first, and reads pass by'() {
        given:
        Cluster cluster = ehpc.withEffects { it.asking { came << 'inner' } }.withEffects { it.asking { came << 'outer' } }.cluster('c1')

        when:
        NodeSet nodes = cluster.nodes()

        then:
        came == []

        when:
        cluster.run('hostname').on(nodes)

        then:
        came == ['outer', 'inner']
        service.count('InvokeShellCommand') == 1
        cluster.syncUsers() == 'R1'
        came == ['outer', 'inner'] * 2
    }

    def 'an effect is whole and checked, and has its origin with it'() {
        given:
        Origin origin = new Origin(3, 'run')
        Cluster cluster = ehpc.withEffects { it.asking { came << it } }.withOrigin(origin).cluster('c1')

        when:
        cluster.run('hostname').waves(CountOrPercent.count(1)).on(cluster.nodes())
        cluster.syncUsers()

        then:
        came*.origin() == [origin] * 2
        came*.toString() == ['InvokeShellCommand on compute[000-001] of c1: hostname',
                             'SyncUsers{RegionId=cn-hangzhou, ClusterId=c1}']
        (came[0] as PlannedRun).waves()*.portions()*.size() == [1, 1]
        (came[1] as Effect.Call).request().operation().name() == 'SyncUsers'
        Origin.UNKNOWN == new Origin(0, '')

        when:
        cluster.ehpc().send(cluster.request('SetQueue'))

        then:
        thrown(InvalidRequestException)
        came.size() == 2
    }

    def 'reads are told to effects in place of others, also below what asks'() {
        given:
        Effects recording = new Effects() {
            @Override
            <R> R perform(Effect<R> effect) {
                effect.deferred { new AssertionError((Object) 'not there') }
            }

            @Override
            void reading(Request request) {
                came << request.operation().name()
            }
        }
        Cluster cluster = ehpc.withEffects { recording }.withEffects { it.asking { } }.cluster('c1')

        when:
        RunResult result = cluster.run('hostname').on(cluster.nodes())

        then:
        came == ['ListNodes']
        service.sent*.operation()*.name() == ['ListNodes']
        result.clusterId() == 'c1'
        result.command().text() == 'hostname'
        cluster.syncUsers() == ''

        when:
        look.call(result.amongClusters())

        then:
        AssertionError e = thrown()
        e.message == 'not there'

        where:
        look << [{ it.ok }, { it.failed }, { it.output }, { it.stream() }, { it['compute000'] }, { it.records() }, { it.counts() }, { it.toString() }]
    }

    def 'a value is there, or its place'() {
        expect:
        Deferred.of(1).present
        Deferred.of(1).require() == 1
        !Deferred.absent { new AssertionError() }.present
    }
}
