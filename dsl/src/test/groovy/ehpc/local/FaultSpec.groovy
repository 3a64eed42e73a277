package ehpc.local

import java.net.http.HttpResponse
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.util.concurrent.PollingConditions
import tools.jackson.core.JacksonException

class FaultSpec extends LocalSpecification {

    static final Instant NOON = Instant.parse('2026-03-04T12:00:00Z')

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
        Fault.throttled(429)                        | [429, 'Throttling']
        Fault.unknownError()                        | [500, 'UnknownError']
        Fault.conflict()                            | [403, 'ConflictOpt']
        Fault.expiredToken()                        | [400, 'InvalidSecurityToken.Expired']
        Fault.error(406, 'EcsError', 'no machines') | [406, 'EcsError']
    }

    def 'a refusal can say when to try again, in milliseconds'() {
        given:
        start(LocalOptions.defaults().withFaults(Faults.none().first(1, 'ListRegions', fault)))

        expect:
        ask('ListRegions').raw.headers().firstValue('x-acs-retry-after').orElse(null) == header
        ask('ListRegions').raw.headers().firstValue('x-acs-retry-after').empty

        where:
        fault                                                                   | header
        Fault.throttled().withRetryAfter(Duration.ofSeconds(2))                 | '2000'
        Fault.throttled(429).withRetryAfter(Duration.ZERO)                      | '0'
        Fault.unavailable().withRetryAfter(Duration.ofMillis(50))               | '50'
        Fault.error(406, 'EcsError', '').withRetryAfter(Duration.ofMinutes(1))  | '60000'
        Fault.throttled()                                                       | null
    }

    def 'a request can be carried out and refused'() {
        given:
        start(LocalOptions.defaults().withFaults(Faults.none().first(1, 'InitializeEHPC', fault)))

        expect:
        refusal('InitializeEHPC', [RegionId: REGION])[0..1] == expected
        refusal('InitializeEHPC', [RegionId: REGION])[1] == 'EntityAlreadyExists.RoleError'

        where:
        fault                                                      | expected
        Fault.unknownError().withCarriedOut(true)                  | [500, 'UnknownError']
        Fault.unavailable().withCarriedOut(true)                   | [503, 'ServiceUnavailable']
        Fault.error(504, 'Timeout', 'late').withCarriedOut(true)   | [504, 'Timeout']
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
        e.message == 'delay must be at least 0s, is -1ms'
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

    def 'an answer can be no JSON, after the work was done'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InvokeShellCommand', Fault.brokenJson()))

        when:
        HttpResponse<byte[]> answer = client.sendV1([Action: 'InvokeShellCommand', Format: 'JSON', ClusterId: DEMO, Command: 'say hi'])

        then:
        answer.statusCode() == 200
        answer.headers().firstValue('content-type').get() == 'application/json;charset=utf-8'
        WireClient.text(answer) ==~ /\{"RequestId":"[^}]*/
        ask('ListCommands', [ClusterId: DEMO]).body.TotalCount == 1

        when:
        WireClient.JSON.readValue(answer.body(), Map)

        then:
        thrown(JacksonException)
    }

    def 'an answer can have wrong types, after the work was done'() {
        given:
        start()
        service.inject(Faults.none().always(Faults.ANY, Fault.wrongTypes()))

        expect:
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi']).body.findAll { it.key != 'RequestId' } ==
                [CommandId: ['c-hz0cnba195f3e0k'], InstanceIds: 'a fault on demand']
        ask('ListNodes', [ClusterId: DEMO]).body.findAll { it.key != 'RequestId' } ==
                [PageNumber: [1], PageSize: [10], TotalCount: [6], Nodes: 'a fault on demand']
        ask('ListRegions').body.RequestId == service.requests().last().requestId()
    }

    def 'an error can lose its way as well'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'ListNodes', Fault.otherPage()))

        expect:
        client.sendV1([Action: 'ListNodes', ClusterId: 'ehpc-hz-none']).statusCode() == 502
        service.requests().last().code() == 'ClusterNotFound'
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

    def 'the clock can jump after some requests, and back'() {
        given:
        start(LocalOptions.defaults().withClock(Clock.fixed(NOON, ZoneOffset.UTC)))
        client.now = NOON
        service.inject(Faults.none().with(Faults.Rule.of(Fault.clockJump(Duration.ofMinutes(minutes))).withAfter(2).withTimes(2)))

        when:
        List<List> answers = (1..5).collect { refusal('ListRegions') }

        then:
        answers*.get(1) == [null, null, code, code, null]
        answers[2][2] == message
        service.requests()*.faults() == [[], [], ['clockJump'], ['clockJump'], []]

        where:
        minutes || code                      | message
        16      || 'InvalidTimeStamp.Expired' | 'the time stamp must be at most 15 minutes off, is 2026-03-04T12:00:00Z while it is 2026-03-04T12:16:00Z'
        -16     || 'InvalidTimeStamp.Expired' | 'the time stamp must be at most 15 minutes off, is 2026-03-04T12:00:00Z while it is 2026-03-04T11:44:00Z'
        15      || null                      | null
    }

    def 'a request that the clock refuses is not carried out'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'InitializeEHPC', Fault.clockJump(Duration.ofHours(1))))

        expect:
        refusal('InitializeEHPC', [RegionId: REGION])[0..1] == [400, 'InvalidTimeStamp.Expired']
        ask('InitializeEHPC', [RegionId: REGION]).status == 200
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

    def 'a command can start on some of its nodes, and be refused'() {
        given:
        start()
        service.inject(Faults.seeded(seed).first(1, 'InvokeShellCommand', Fault.partFailure()))
        List<String> nodes = ask('ListNodes', [ClusterId: DEMO]).at('Nodes.NodeInfo')*.Id.take(asked)
        Map<String, String> instances = nodes.withIndex(1).collectEntries { id, n -> [("Instance.${n}.Id".toString()): id] }

        when:
        List refused = refusal('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi'] + instances)
        List<String> ids = listed()
        waitFor(ids[0])

        then:
        refused == [409, 'PartFailure', "a fault on demand: the command was started on $started of $asked nodes"]
        ids.size() == 1
        results(ids[0])*.InstanceId == nodes.take(started)

        where:
        seed | asked || started
        1    | 6     || 2
        2    | 6     || 3
        1    | 2     || 1
        1    | 1     || 1
    }

    private List<String> listed() {
        ask('ListCommands', [ClusterId: DEMO]).at('Commands.Command')*.CommandId
    }
}
