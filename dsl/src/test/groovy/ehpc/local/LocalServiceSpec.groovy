package ehpc.local

import java.nio.file.Path
import java.time.Duration

class LocalServiceSpec extends LocalSpecification {

    def 'the defaults are those written down'() {
        expect:
        with(LocalOptions.defaults()) {
            port() == 0
            computeNodes() == 4
            execution() == ExecutionMode.AUTO
            dataDirectory().empty
            accessKeyId() == 'local'
            accessKeySecret() == 'local-secret'
            faults().rules() == []
            !idsAsText()
        }
    }

    def 'changing options leaves those before as they were'() {
        given:
        LocalOptions before = LocalOptions.defaults()
        LocalOptions after = before.withPort(18_080).withComputeNodes(7).withExecution(ExecutionMode.HOST)
                .withDataDirectory(Path.of('/data')).withAccessKey('a', 'b').withIdsAsText(true)

        expect:
        before.port() == 0
        after.toString() == 'LocalOptions[port=18080, computeNodes=7, execution=HOST, dataDirectory=/data, accessKeyId=a]'
        after.accessKeySecret() == 'b'
    }

    def 'options that cannot be are refused: #message'() {
        when:
        make(LocalOptions.defaults())

        then:
        IllegalArgumentException e = thrown()
        e.message == message

        where:
        make                             | message
        ({ it.withPort(-1) })            | 'port must be 0 to 65535, is -1'
        ({ it.withPort(65_536) })        | 'port must be 0 to 65535, is 65536'
        ({ it.withComputeNodes(0) })     | 'computeNodes must be 1 to 10000, is 0'
        ({ it.withComputeNodes(10_001) }) | 'computeNodes must be 1 to 10000, is 10001'
        ({ it.withTransitions(Transitions.of('0s')) }) | 'time must be above 0s, is 0s'
        ({ it.withTransitions(Transitions.of('25h')) }) | 'time must be 0 to 24 hours, is PT25H'
        ({ it.withTransitions(Transitions.of('1001-looks')) }) | 'looks must be 0 to 1000, is 1001'
        ({ it.withTransitions(Transitions.of('2 days')) }) |
                'the pace of transitions must be at-once, a number of looks such as 3-looks, or a time such as 200ms, 2s, 10m or 1h, is \'2 days\''
        ({ it.withAccessKey(' ', 'x') }) | "access key id must not be blank, is ' '"
        ({ it.withAccessKey('x', null) }) | 'access key secret must not be blank, is null'
    }

    def 'a pace has a name: #text'() {
        expect:
        Transitions.of(text) == pace

        where:
        text      | pace
        'at-once' | Transitions.atOnce()
        '1-look'  | Transitions.afterLooks(1)
        '3-looks' | Transitions.afterLooks(3)
        '200ms'   | LocalOptions.defaults().transitions()
        '2s'      | Transitions.timed(Duration.ofSeconds(2))
        '10m'     | Transitions.timed(Duration.ofMinutes(10))
        '24h'     | Transitions.timed(Duration.ofHours(24))
    }

    def 'another key can be given'() {
        given:
        start(LocalOptions.defaults().withAccessKey('mine', 'my secret & more'))

        expect:
        [service.accessKeyId(), service.accessKeySecret()] == ['mine', 'my secret & more']
        ask('ListRegions').status == 200
        client.sendV3([:], 'ListRegions').statusCode() == 200
    }

    def 'a port that is taken is refused'() {
        given:
        int port = start().endpoint().port

        when:
        start(LocalOptions.defaults().withPort(port))

        then:
        LocalServiceException e = thrown()
        e.message == "cannot listen on 127.0.0.1:$port: Address already in use; use a free port, or 0 for any"
        machines.closed
    }

    def 'a port can be chosen'() {
        given:
        int port = new ServerSocket(0).withCloseable { it.localPort }

        expect:
        start(LocalOptions.defaults().withPort(port)).endpoint() == URI.create("http://127.0.0.1:$port")
    }

    def 'closing ends the nodes and the listening, and may be repeated'() {
        given:
        start()
        URI endpoint = service.endpoint()

        when:
        2.times { service.close() }
        new Socket('127.0.0.1', endpoint.port)

        then:
        thrown(ConnectException)
        machines.closed
    }

    def 'a world of 10,000 nodes is cheap'() {
        given:
        start(LocalOptions.defaults().withComputeNodes(10_000))

        expect:
        ask('ListClusters').at('Clusters.ClusterInfoSimple')[0].Count == 10_002
        hosts([PageSize: 2, PageNumber: 5001]) == ['compute9998', 'compute9999']
        ask('ListNodes', [ClusterId: DEMO, PrivateIpAddress: '172.16.40.2']).at('Nodes.NodeInfo')*.HostName == ['compute9999']
    }

    def 'the way commands run is told'() {
        expect:
        start().describe() == 'scripted, no processes'
    }
}
