package ehpc.api

import static ehpc.api.HiddenLimit.SECOND
import static ehpc.api.HiddenLimit.bucket
import static ehpc.api.HiddenLimit.fixed
import static ehpc.api.HiddenLimit.severe
import static ehpc.api.HiddenLimit.sliding

import java.time.Duration
import spock.lang.Specification

/** Callers and a service in simulated time, so that the times can be asserted. */
class RateGovernorSpec extends Specification {

    static final long LATENCY = 20_000_000L
    static final List<List<Object>> LIMITS = [
            ['in any second', { sliding(it) }],
            ['in any second, refused ones included', { severe(it) }],
            ['in each second', { fixed(it) }],
            ['and as many saved', { bucket(it) }],
            ['evenly spaced', { bucket(it, 1) }],
            ['and five times as many saved', { bucket(it, 5 * it) }]]

    long now = 0
    RateGovernor governor = RateGovernor.create { now }
    List<RateGovernor> governors = [governor]
    int refusals = 0
    int ended = 0

    /** Lets each caller make its calls one after the other, all callers together; returns the seconds that it takes. */
    double simulate(HiddenLimit limit, int callers, int callsOfEach) {
        long began = now
        int number = 0
        PriorityQueue<List<Object>> events = new PriorityQueue<>({ a, b -> a[0] <=> b[0] ?: a[1] <=> b[1] })
        Closure<Void> at = { long time, Closure<?> act -> events << [time, number++, act] }
        Closure<Void> attempt
        Closure<Void> call = { int caller, int left -> attempt(governors[caller % governors.size()].turn(), caller, left) }
        attempt = { RateGovernor.Turn turn, int caller, int left ->
            long wait = turn.take()
            if (wait > 0) {
                at(now + Math.min(wait, SECOND)) { attempt(turn, caller, left) }
                return
            }
            boolean accepted = limit.accepts(now)
            at(now + LATENCY) {
                if (!accepted) {
                    refusals++
                    turn.throttled(Duration.ZERO)
                    attempt(turn, caller, left)
                    return
                }
                turn.accepted()
                turn.close()
                ended++
                if (left > 1) {
                    call(caller, left - 1)
                }
            }
        }
        callers.times { int caller -> at(now) { call(caller, callsOfEach) } }
        while (events) {
            List<Object> event = events.poll()
            now = event[0] as long
            (event[2] as Closure).call()
        }
        (now - began) / SECOND
    }

    def '#callers callers with #each calls each need less than twice the time of the limit: #name, #perSecond calls'() {
        given:
        int calls = callers * each

        when:
        double seconds = simulate(limit.call(perSecond), callers, each)

        then:
        ended == calls
        seconds <= 2 * calls / perSecond
        refusals <= callers + calls / 4 + 5

        where:
        [[name, limit], perSecond, [callers, each]] << [LIMITS, [1, 5, 20], [[1, 33], [1, 300], [8, 20], [64, 1], [64, 5]]].combinations()
    }

    def 'programs that do not know of each other share a limit: #name, #perSecond calls'() {
        given:
        governors << RateGovernor.create { now }

        when:
        double seconds = simulate(limit.call(perSecond), 2, 100)

        then:
        ended == 200
        seconds <= 5 * 200 / perSecond

        where:
        [[name, limit], perSecond] << [LIMITS, [1, 5, 20]].combinations()
    }

    def 'a limit of 200 calls a minute is used up in each minute'() {
        expect:
        simulate(fixed(200, 60 * SECOND), 1, 600) <= 2 * 3 * 60
        refusals <= 60
    }

    def 'a limit that was raised is found'() {
        given:
        simulate(sliding(1), 1, 30)

        expect:
        simulate(sliding(20), 1, 400) <= 2 * 400 / 20
    }

    def 'without a throttling answer nothing waits and nothing is known'() {
        expect:
        simulate(sliding(1000), 10, 10) == 10 * LATENCY / SECOND as double
        governor.limit().empty
        governor.toString() == 'no limit is known'
    }

    def 'the limit is forgotten after a minute without calls'() {
        given:
        simulate(sliding(5), 1, 50)
        boolean known = governor.limit().present

        when:
        now += 61 * SECOND
        long wait = governor.turn().take()

        then:
        known
        wait == 0
        governor.limit().empty
    }

    def 'the time that the service asks for holds for all calls, up to a minute: #asked'() {
        given:
        RateGovernor.Turn first = governor.turn()
        first.take()

        when:
        now += LATENCY
        first.throttled(asked)

        then:
        governor.turn().take() == wait.toNanos()

        where:
        asked                  || wait
        Duration.ofSeconds(7)  || Duration.ofSeconds(7)
        Duration.ofMinutes(10) || Duration.ofMinutes(1)
        Duration.ZERO          || Duration.ofMillis(25)
    }

    def 'a clock may begin anywhere: #begin'() {
        given:
        now = begin
        governor = RateGovernor.create { now }
        RateGovernor.Turn turn = governor.turn()
        turn.take()

        when: 'the first call of all is refused, and then accepted'
        now += LATENCY
        turn.throttled(Duration.ZERO)
        now += LATENCY

        then:
        !turn.isRefusedFor(Duration.ofSeconds(1))
        turn.isRefusedFor(Duration.ofMillis(1))
        turn.take() == 5_000_000

        when:
        now += turn.take()
        turn.take()
        turn.accepted()

        then:
        governor.limit().asDouble == 0.8d
        governor.toString() == '0.8 calls a second'

        where:
        begin << [0, Long.MIN_VALUE, -1, Long.MAX_VALUE - 30_000_000]
    }

    def 'a call that was refused comes before calls that began later'() {
        given:
        RateGovernor.Turn first = governor.turn()
        RateGovernor.Turn second = governor.turn()
        first.take()
        now += LATENCY
        first.throttled(Duration.ZERO)

        expect: 'the limit is thought to be 0.8 calls a second'
        second.take() == 25_000_000
        first.take() == 25_000_000
        second.take() == 25_000_000 + 1_250_000_000

        when:
        first.close()

        then:
        second.take() == 25_000_000
    }

    def 'a call waits no longer than its patience while all calls are refused'() {
        given:
        RateGovernor.Turn turn = governor.turn()
        List<Duration> pauses = []
        RateGovernor.Pauses passing = { Duration time ->
            pauses << time
            now += time.toNanos()
        }

        when:
        int attempts = 0
        while (turn.await(passing, Duration.ofSeconds(90))) {
            attempts++
            now += LATENCY
            turn.throttled(Duration.ZERO)
        }

        then:
        now > 90 * SECOND
        now < 92 * SECOND
        attempts in 15..25
        pauses.every { it <= Duration.ofSeconds(1) }
    }

    def 'a pause that ends early ends the waiting'() {
        given:
        RateGovernor.Turn turn = governor.turn()
        turn.take()
        turn.throttled(Duration.ofSeconds(50))
        int pauses = 0

        expect:
        turn.await({ pauses++ }, Duration.ofSeconds(90))
        pauses == 1
    }
}
