package ehpc.local

import java.time.Duration

/** The requests that the rules of faults choose. */
class FaultRuleSpec extends LocalSpecification {

    static final List<String> MIXED = (1..40).collect { it % 3 ? 'ListRegions' : 'ListClusters' }

    def 'the same seed plays the same faults in the same sequence, and another seed others'() {
        given:
        Faults faults = Faults.seeded(3)
                .sometimes(0.3, Faults.ANY, Fault.latency(Duration.ofMillis(1)))
                .sometimes(0.3, 'ListRegions', Fault.throttled())
                .sometimes(0.5, Faults.ANY, Fault.unavailable())
        start()

        when:
        List<List<List<String>>> runs = [faults, faults, faults.withSeed(4)].collect { played(it) }

        then:
        runs[0] == runs[1]
        runs[0] != runs[2]
        runs.every { it.flatten().toUnique().toSorted() == ['latency', 'throttled', 'unavailable'] }
    }

    def 'a rule that is added does not change the choices of the others'() {
        given:
        Faults.Rule unavailable = Faults.Rule.of(Fault.unavailable()).on('ListRegions').withShare(0.3)
        Faults.Rule throttled = Faults.Rule.of(Fault.throttled()).withShare(0.3)
        start()

        when:
        List<List<String>> alone = played(Faults.seeded(5).with(unavailable))
        List<List<String>> before = played(Faults.seeded(5).with(throttled).with(unavailable))
        List<List<String>> after = played(Faults.seeded(5).with(unavailable).with(throttled))
        List<List<String>> often = played(Faults.seeded(5).with(unavailable.withShare(0.6)))

        then: 'the first rule that matches comes first'
        [before, alone].transpose().every { List<String> both, List<String> one -> one.empty || !both.empty }
        after.collect { it - 'throttled' } == alone
        after.flatten().contains('throttled')

        and: 'a greater share chooses the same requests, and more'
        [often, alone].transpose().every { List<String> more, List<String> less -> more.containsAll(less) }
        often.flatten().size() > alone.flatten().size()
    }

    def 'two equal rules choose for themselves'() {
        given:
        Faults.Rule rule = Faults.Rule.of(Fault.latency(Duration.ZERO)).withShare(0.5)
        start()

        expect:
        played(Faults.seeded(1).with(rule).with(rule))*.size().toUnique().toSorted() == [0, 1, 2]
    }

    def 'a rule can begin after some requests and end after some faults'() {
        given:
        start()

        expect:
        statuses(Faults.none().after(2, 'ListRegions', Fault.throttled()), 5) == [200, 200, 400, 400, 400]
        statuses(Faults.none().first(2, 'ListRegions', Fault.throttled()), 5) == [400, 400, 200, 200, 200]
        statuses(Faults.none().with(Faults.Rule.of(Fault.throttled()).on('ListRegions').withAfter(1).withTimes(2)), 5) == [200, 400, 400, 200, 200]
    }

    def 'a rule for every operation applies where its fault can be played'() {
        given:
        start()
        service.inject(Faults.none().first(1, Faults.ANY, Fault.listedLate(1)))

        when:
        ask('ListRegions')
        ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hi'])

        then:
        service.requests()*.faults() == [[], ['listedLate']]
    }

    def 'the record of requests and the log name the faults that were played'() {
        given:
        List<String> log = []
        start(LocalOptions.defaults().withRequestLog(log::add))
        service.inject(Faults.none().first(1, Faults.ANY, Fault.latency(Duration.ZERO)).first(1, Faults.ANY, Fault.throttled()))

        when:
        2.times { client.ask('ListRegions') }

        then:
        service.requests()*.faults() == [['latency', 'throttled'], []]
        log[0] ==~ /\S+ GET ListRegions 400 Throttling\.User \d+ms [0-9A-F-]{36} faults=latency,throttled/
        log[1] ==~ /\S+ GET ListRegions 200 OK \d+ms [0-9A-F-]{36}/
    }

    def 'a rule that cannot be is refused: #message'() {
        when:
        make()

        then:
        IllegalArgumentException e = thrown()
        e.message == message

        where:
        make                                                                | message
        ({ Faults.none().first(0, 'ListNodes', Fault.cutBefore()) })        | 'times must be at least 1, is 0'
        ({ Faults.none().after(-1, 'ListNodes', Fault.cutBefore()) })       | 'after must be at least 0, is -1'
        ({ Faults.none().sometimes(0, 'ListNodes', Fault.cutBefore()) })    | 'share must be above 0 and at most 1, is 0.0'
        ({ Faults.none().sometimes(1.1, 'ListNodes', Fault.cutBefore()) })  | 'share must be above 0 and at most 1, is 1.1'
        ({ Faults.none().always('ListNodes', Fault.listedLate(1)) })        | 'operation of fault listedLate must be InvokeShellCommand, is ListNodes'
        ({ Faults.none().always('ListQueues', Fault.emptyPage()) })         | 'operation of fault emptyPage must be ' +
                PageFault.OPERATIONS.toSorted()[0..-2].join(', ') + ' or ListVolumes, is ListQueues'
        ({ Fault.latency(Duration.ofMillis(-1)) })                          | 'delay must be at least 0s, is -1ms'
        ({ Fault.error(200, 'OK', '') })                                    | 'status must be 400 to 599, is 200'
        ({ Fault.throttled(503) })                                          | 'status must be 400 or 429, is 503'
        ({ Fault.throttled().withRetryAfter(Duration.ofMillis(-1)) })       | 'retryAfter must be at least 0s, is -1ms'
        ({ Fault.connectionsRefused(Duration.ZERO) })                       | 'duration must be above 0s, is 0s'
        ({ Fault.clockJump(Duration.ZERO) })                                | 'offset must not be 0s'
        ({ Fault.shiftedPage(0) })                                          | 'by must not be 0'
        ({ Fault.statusLate(0) })                                           | 'reads must be at least 1, is 0'
        ({ Fault.resultsLate(-1) })                                         | 'reads must be at least 1, is -1'
        ({ Fault.listedLate(0) })                                           | 'reads must be at least 1, is 0'
    }

    def 'an unknown operation is refused when the service starts, and later'() {
        given:
        Faults faults = Faults.none().always(operation, Fault.cutBefore())

        when:
        start(LocalOptions.defaults().withFaults(faults))

        then:
        IllegalArgumentException atStart = thrown()
        atStart.message == message

        when:
        start()
        service.inject(faults)

        then:
        IllegalArgumentException later = thrown()
        later.message == message

        where:
        operation  | message
        'ListNode' | "unknown operation 'ListNode'; did you mean 'ListNodes'?"
        'Xyzzy'    | "unknown operation 'Xyzzy'"
    }

    private List<List<String>> played(Faults faults) {
        int before = service.requests().size()
        service.inject(faults)
        MIXED.each { ask(it) }
        service.requests().drop(before)*.faults()
    }

    private List<Integer> statuses(Faults faults, int count) {
        service.inject(faults)
        (1..count).collect { ask('ListRegions').status }
    }
}
