package ehpc.repl.internal.shell

import ehpc.EhpcClient
import ehpc.api.IncompleteListException
import ehpc.api.Request
import ehpc.api.Response
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.edit.KnownNames.Kind
import ehpc.edit.KnownNames.Name
import ehpc.edit.KnownNames.Wanted
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.LocalOptions
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The cache of names of the service. */
class LiveNamesSpec extends Specification {

    private static final Wanted CLUSTERS = new Wanted(Kind.CLUSTER, Optional.empty())
    private static final Wanted QUEUES = new Wanted(Kind.QUEUE, Optional.of('ehpc-hz-localdemo1'))

    private final List<Wanted> fetched = []
    private final List<Runnable> waiting = []
    private final List<Throwable> troubles = []
    private Object place = 'here'
    private long now = 5
    private Closure<List<Name>> service = { Wanted wanted -> [new Name("name ${fetched.size()}".toString(), '')] }

    @AutoCleanup('shutdownNow')
    ExecutorService threads = Executors.newCachedThreadPool()

    def 'nodes that share a name are offered with their ids, as they can be typed'() {
        given:
        List<Map> nodes = [[Id: 'i-1', HostName: 'a', Status: 'running'], [Id: 'i-2', HostName: 'a'], [Id: 'i-3', HostName: 'b']]
        EhpcClient ehpc = EhpcClient.create({ Request request ->
            Response.of(request.operation(), [TotalCount: 3, Nodes: [NodeInfo: nodes]])
        }, 'cn-hangzhou')

        expect:
        new ServiceNames({ ehpc }, [:]).fetch(new Wanted(Kind.NODE, Optional.of('ehpc-hz-1')))*.text() == ['a=i-1', 'a=i-2', 'b']
        new ServiceNames({ ehpc }, [:]).fetch(new Wanted(Kind.NODE_ID, Optional.of('ehpc-hz-1')))*.text() == ['i-1', 'i-2', 'i-3']
    }

    def 'users that are missing from their pages are no list of names'() {
        given:
        Map<String, Object> users = [TotalCount: 3, Users: [UserInfo: [[Name: 'eve']]]]
        EhpcClient ehpc = EhpcClient.create({ Request request -> Response.of(request.operation(), users) }, 'cn-hangzhou')

        when:
        new ServiceNames({ ehpc }, [:]).fetch(new Wanted(Kind.USER, Optional.of('ehpc-hz-1')))

        then:
        IncompleteListException e = thrown()
        e.message == 'ListUsers: the service reports 3 users, but its pages contain 1'
    }

    private LiveNames names() {
        LiveNames.Source source = { Wanted wanted ->
            fetched << wanted
            service(wanted)
        }
        new LiveNames({ place }, source, { waiting << it }, { now }, { troubles << it })
    }

    def 'known names are returned immediately, and missing ones are fetched once, in the background'() {
        given:
        LiveNames names = names()

        when:
        names.want([CLUSTERS])
        names.want([CLUSTERS, CLUSTERS])

        then:
        waiting.size() == 1
        names.snapshot().find(CLUSTERS).empty

        when:
        waiting.remove(0).run()

        then:
        names.snapshot().find(CLUSTERS).get()*.text() == ['name 1']
        names.snapshot().find(QUEUES).empty
    }

    def 'names grow old, stay to be seen, and are fetched again'() {
        given:
        LiveNames names = names()
        names.want([CLUSTERS])
        waiting.remove(0).run()

        when:
        now += TimeUnit.SECONDS.toNanos(29)
        names.want([CLUSTERS])

        then:
        waiting.empty

        when:
        now += TimeUnit.SECONDS.toNanos(2)
        names.want([CLUSTERS])

        then:
        waiting.size() == 1
        names.snapshot().find(CLUSTERS).get()*.text() == ['name 1']

        when:
        waiting.remove(0).run()

        then:
        names.snapshot().find(CLUSTERS).get()*.text() == ['name 2']
    }

    def 'a failed fetch is reported and repeated, but not at each key: #failure.class.simpleName'() {
        given:
        service = { Wanted wanted -> throw failure }
        LiveNames names = names()

        when:
        names.want([CLUSTERS])
        waiting.remove(0).run()
        names.want([CLUSTERS])

        then:
        waiting.empty
        names.snapshot().find(CLUSTERS).empty
        troubles == [failure]

        when:
        now += TimeUnit.SECONDS.toNanos(11)
        names.want([CLUSTERS])

        then:
        waiting.size() == 1

        where:
        failure << [new IllegalStateException('no'), new NoClassDefFoundError('no')]
    }

    def 'names of another account or region are forgotten, and answers that come late for it too'() {
        given:
        LiveNames names = names()
        names.want([CLUSTERS])
        waiting.remove(0).run()
        names.want([QUEUES])

        when:
        service = { Wanted wanted ->
            place = 'there'
            names.snapshot()
            [new Name('of here', '')]
        }
        waiting.remove(0).run()

        then:
        names.snapshot().find(CLUSTERS).empty
        names.snapshot().find(QUEUES).empty

        when:
        service = { Wanted wanted -> [new Name('of there', '')] }
        names.want([QUEUES])
        waiting.remove(0).run()

        then:
        names.snapshot().find(QUEUES).get()*.text() == ['of there']
    }

    def 'the local service has every kind of name'() {
        given:
        Connection connection = Connection.local()
        ServiceNames source = new ServiceNames({ connection.ehpc() }, [B: 'x', A: 'y'])
        Optional<String> cluster = Optional.of('ehpc-hz-localdemo1')

        expect:
        source.fetch(CLUSTERS) == [new Name('ehpc-hz-localdemo1', 'localdemo1, running'), new Name('ehpc-hz-localhybrid', 'localhybrid, running')]
        source.fetch(new Wanted(Kind.NODE, cluster)).first() == new Name('compute000', 'compute, running')
        source.fetch(new Wanted(Kind.NODE_ID, cluster)).first() == new Name('i-bp1chvf0lkh5b0o4tslh', 'compute000')
        source.fetch(QUEUES) == [new Name('workq', 'Execution')]
        source.fetch(new Wanted(Kind.REGION, Optional.empty()))*.text() == ['cn-hangzhou']
        !source.fetch(new Wanted(Kind.IMAGE, Optional.empty())).empty
        source.fetch(new Wanted(Kind.ENVIRONMENT, Optional.empty()))*.text() == ['A', 'B']

        cleanup:
        connection?.close()
    }

    def 'a slow service delays no caller'() {
        given:
        Faults slow = Faults.none().always(Faults.ANY, Fault.latency(Duration.ofSeconds(10)))
        ConnectionOptions options = ConnectionOptions.defaults().local(LocalOptions.defaults().withFaults(slow))
        Connection connection = Connection.open(options)
        ServiceNames service = new ServiceNames({ connection.ehpc() }, [:])
        CountDownLatch asked = new CountDownLatch(1)
        CountDownLatch answered = new CountDownLatch(1)
        LiveNames.Source source = { Wanted wanted ->
            asked.countDown()
            List<Name> found = service.fetch(wanted)
            answered.countDown()
            found
        }
        LiveNames names = new LiveNames({ 'here' }, source, threads, { now }, { troubles << it })

        when:
        names.want([CLUSTERS])
        asked.await()
        boolean known = names.snapshot().find(CLUSTERS).present

        then:
        !known
        answered.count == 1

        cleanup:
        threads.shutdownNow()
        connection?.close()
    }
}
