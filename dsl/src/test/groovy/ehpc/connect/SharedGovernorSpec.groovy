package ehpc.connect

import ehpc.Cluster
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.RateGovernor
import ehpc.api.Request
import ehpc.api.Response
import ehpc.api.Transport
import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.util.concurrent.Callable
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.Timeout

/** The governors of connections of one process. */
@Timeout(180)
class SharedGovernorSpec extends Specification {

    static final Request REQUEST = Catalogue.ehpc().operation('ListClusters').request().in('cn-hangzhou')

    List<AutoCloseable> opened = []

    def cleanup() {
        opened.reverse()*.close()
    }

    private Connection open(String endpoint = null, String key = 'local', String region = 'cn-hangzhou') {
        ConnectionOptions options = ConnectionOptions.defaults()
                .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: key, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret'])
                .region(region)
        Connection connection = Connection.open(endpoint ? options.endpoint(endpoint) : options)
        opened << connection
        connection
    }

    private static RateGovernor governor(Connection connection, Request request = REQUEST) {
        connection.transport().governor(request).get()
    }

    def 'connections to one endpoint with one access key share a governor'() {
        given:
        RateGovernor first = governor(open())

        expect:
        governor(open()).is(first)
        governor(open('ehpc.cn-hangzhou.aliyuncs.com')).is(first)
        governor(open(null, 'local', 'cn-beijing'), REQUEST).is(first)
        !governor(open(null, 'other')).is(first)
        !governor(open(), REQUEST.in('cn-beijing')).is(first)
        !governor(open('127.0.0.1:1')).is(first)
    }

    def 'a transport in between keeps the governor, whatever it knows of it'() {
        given:
        Connection connection = open()
        Transport plain = { Request request -> Response.of(request.operation(), [:]) }

        expect:
        governor(connection.through { plain }).is(governor(connection))
        connection.through { it }.is(connection)
    }

    def 'a request that cannot be sent has no governor: #why'() {
        when:
        Connection.open(ConnectionOptions.defaults().home(new File('no/such/home').toPath()).region('cn-hangzhou')
                .environment([ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true'] + environment)).withCloseable { governor(it) }

        then:
        ApiException e = thrown()
        e.message.startsWith(message)
        e.request().get() == REQUEST

        where:
        why              | environment                                                                                     || message
        'no credentials' | [:]                                                                                             || 'ListClusters: not sent: no credentials; '
        'a wrong proxy'  | [HTTPS_PROXY: '::', ALIBABA_CLOUD_ACCESS_KEY_ID: 'i', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 's'] || 'ListClusters: not sent: '
    }

    def 'a closed connection has none'() {
        given:
        Connection connection = open()
        connection.close()

        expect:
        connection.transport().governor(REQUEST).empty
    }

    def 'runs of several connections against a limit that the service does not state end without a failed call'() {
        given:
        LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withCallsPerSecond(20))
        opened << service
        ExecutorService threads = Executors.newFixedThreadPool(4)
        opened << ({ threads.shutdownNow() } as AutoCloseable)
        List<Cluster> clusters = (1..4).collect { open(service.endpoint().toString()).ehpc().cluster('ehpc-hz-localdemo1') }

        when:
        List<Callable<Boolean>> runs = clusters.collect { cluster -> { -> cluster.run('true').on(cluster.nodes()).ok } as Callable<Boolean> }
        List<Boolean> ok = threads.invokeAll(runs * 2)*.get()

        then:
        ok == [true] * 8
    }
}
