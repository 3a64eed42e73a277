package ehpc.local

import java.net.http.HttpResponse
import java.time.Duration
import spock.util.concurrent.PollingConditions

class FaultSpec extends LocalSpecification {

    def 'a refusal does nothing, as often as it is wanted'() {
        given:
        start(LocalOptions.defaults().withFaults(Faults.none().first(2, 'InitializeEHPC', fault)))

        expect:
        refusal('InitializeEHPC', [RegionId: REGION])[0..1] == expected
        ask('ListRegions').status == 200
        refusal('InitializeEHPC', [RegionId: REGION])[0..1] == expected
        ask('InitializeEHPC', [RegionId: REGION]).status == 200

        where:
        fault                                       | expected
        Fault.unavailable()                         | [503, 'ServiceUnavailable']
        Fault.throttled()                           | [400, 'Throttling.User']
        Fault.error(406, 'EcsError', 'no machines') | [406, 'EcsError']
    }

    def 'a connection can end before anything is done'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InitializeEHPC', Fault.cutBefore()))

        when:
        // The client of the JDK sends a GET again by itself when a connection ends.
        client.sendV1([Action: 'InitializeEHPC', RegionId: REGION], 'POST')

        then:
        thrown(IOException)
        service.requests().last().with { [httpStatus(), code()] } == [0, '']
        ask('InitializeEHPC', [RegionId: REGION]).status == 200
    }

    def 'an answer can be lost after the work was done'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InitializeEHPC', fault))

        when:
        // The client of the JDK sends a GET again by itself when a connection ends.
        client.sendV1([Action: 'InitializeEHPC', RegionId: REGION], 'POST')

        then:
        thrown(IOException)
        service.requests().last().httpStatus() == 200
        refusal('InitializeEHPC', [RegionId: REGION])[1] == 'EntityAlreadyExists.RoleError'

        where:
        fault << [Fault.lostAnswer(), Fault.halfAnswer()]
    }

    def 'an answer can come late, after the work was done'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InitializeEHPC', Fault.lateAnswer(Duration.ofMinutes(10))))
        Thread waiting = Thread.startDaemon { client.sendV1([Action: 'InitializeEHPC', RegionId: REGION], 'POST') }

        expect:
        new PollingConditions(timeout: 20).eventually { assert service.requests().any { it.action() == 'InitializeEHPC' && it.httpStatus() == 200 } }
        waiting.alive
        refusal('InitializeEHPC', [RegionId: REGION])[1] == 'EntityAlreadyExists.RoleError'

        when:
        Fault.lateAnswer(Duration.ofMillis(-1))

        then:
        IllegalArgumentException e = thrown()
        e.message == 'delay must be at least 0, is PT-0.001S'
    }

    def 'something else can answer after the work was done'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InitializeEHPC', Fault.otherPage()))

        when:
        HttpResponse<byte[]> answer = client.sendV1([Action: 'InitializeEHPC', Format: 'JSON', RegionId: REGION])

        then:
        answer.statusCode() == 502
        WireClient.text(answer) == '<html><body><h1>502 Bad Gateway</h1></body></html>'
        refusal('InitializeEHPC', [RegionId: REGION])[1] == 'EntityAlreadyExists.RoleError'
    }

    def 'latencies add up, and another fault comes on top'() {
        given:
        start()
        service.inject(Faults.none()
                .always(Faults.ANY, Fault.latency(Duration.ofMillis(60)))
                .always('ListRegions', Fault.latency(Duration.ofMillis(40)))
                .always('ListRegions', Fault.throttled())
                .always('ListRegions', Fault.unavailable()))
        long began = System.nanoTime()

        expect:
        refusal('ListRegions')[1] == 'Throttling.User'
        System.nanoTime() - began >= 100_000_000
    }

    def 'a fault needs a right signature'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListRegions', Fault.throttled()))
        client.secret = 'wrong'

        expect:
        refusal('ListRegions')[1] == 'SignatureDoesNotMatch'

        when:
        client.secret = 'local-secret'

        then:
        refusal('ListRegions')[1] == 'Throttling.User'
    }

    def 'a command can be listed late'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InvokeShellCommand', Fault.listedLate(2)))

        when:
        List<String> ids = (1..2).collect { client.ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId }

        then:
        listed() == [ids[1]]
        ask('ListInvocationStatus', [ClusterId: DEMO, CommandId: ids[0]]).status == 200
        listed() == [ids[1]]
        listed() == [ids[1], ids[0]]
    }

    def 'a node can die under a command'() {
        given:
        start()
        service.inject(Faults.seeded(5).first(1, 'InvokeShellCommand', Fault.nodeDies()))

        when:
        String id = ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.CommandId
        waitFor(id)
        List<Map<String, ?>> results = results(id)
        List<Map<String, ?>> ill = ask('ListNodes', [ClusterId: DEMO, Filter: '{"status":"exception"}']).at('Nodes.NodeInfo')

        then:
        state(id) == 'Finished'
        results*.ExitCode.countBy { it } == [0: 5, 137: 1]
        ill*.Id == results.findAll { it.ExitCode == 137 }*.InstanceId
        results.find { it.InstanceId == ill[0].Id }.Message == "hi\nnode ${ill[0].HostName} must be running, is exception"
    }

    private List<String> listed() {
        ask('ListCommands', [ClusterId: DEMO]).at('Commands.Command')*.CommandId
    }
}
