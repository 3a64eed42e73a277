package ehpc.api

import java.time.Duration
import spock.lang.Specification

class RetryingSpec extends Specification {

    static final Operation READ = Catalogue.ehpc().operation('ListNodes')
    static final Operation CHANGE = Catalogue.ehpc().operation('InvokeShellCommand')
    static final Operation TOKEN = Catalogue.ehpc().operation('AddNodes')

    List<Duration> pauses = []
    int sent
    boolean closed
    long now
    Duration attemptTakes = Duration.ZERO
    Duration retryAfter
    Closure<?> accepting = { }
    RateGovernor governor = RateGovernor.create { now }

    def '#operation that ended in #failures is sent #times times and #ends'() {
        given:
        Transport transport = failing(operation, failures)

        when:
        Object outcome = outcome { transport.send(operation.request()) }

        then:
        sent == times
        pauses.size() == times - 1
        ends == 'succeeds' ? outcome instanceof Response : (outcome as ApiException).code() == ends

        where:
        operation | failures                                     || times | ends
        READ      | []                                           || 1     | 'succeeds'
        READ      | ['lost'] * 5                                 || 6     | 'succeeds'
        READ      | ['lost'] * 6                                 || 6     | 'AnswerLost'
        READ      | [500, 503, 500]                              || 4     | 'succeeds'
        READ      | [400]                                        || 1     | 'Refused400'
        READ      | [404]                                        || 1     | 'Refused404'
        READ      | [501]                                        || 1     | 'Refused501'
        READ      | ['lost', 404]                                || 2     | 'Refused404'
        READ      | ['Throttling.User', 'Throttling']            || 3     | 'succeeds'
        READ      | ['unreachable']                              || 2     | 'succeeds'
        READ      | ['unreachable', 'unreachable']               || 2     | 'Unreachable'
        READ      | ['unreachable', 503, 'unreachable']          || 3     | 'Unreachable'
        CHANGE    | []                                           || 1     | 'succeeds'
        CHANGE    | ['lost']                                     || 1     | 'AnswerLost'
        CHANGE    | [503]                                        || 1     | 'Refused503'
        CHANGE    | [500]                                        || 1     | 'Refused500'
        CHANGE    | ['Throttling', 'Throttling.Api']             || 3     | 'succeeds'
        CHANGE    | ['Throttling', 'lost']                       || 2     | 'AnswerLost'
        CHANGE    | ['unreachable']                              || 2     | 'succeeds'
        CHANGE    | ['unreachable', 'unreachable']               || 2     | 'Unreachable'
        TOKEN     | ['lost'] * 5                                 || 6     | 'succeeds'
        TOKEN     | [500, 503, 'lost', 406]                      || 5     | 'succeeds'
        TOKEN     | ['PartFailure']                              || 1     | 'PartFailure'
        TOKEN     | ['closed']                                   || 1     | 'AnswerLost'
        TOKEN     | ['unreachable', 'unreachable']               || 2     | 'Unreachable'
    }

    def 'pauses double up to eight seconds, times a random part'() {
        given:
        Transport transport = failing(READ, ['lost'] * 6, 1.0d, RetryPolicy.standard().attempts(7).within(Duration.ofMinutes(5)))

        when:
        transport.send(READ.request())

        then:
        pauses*.toMillis() == [500, 1000, 2000, 4000, 8000, 8000]
    }

    def 'a random part of nothing waits for nothing'() {
        when:
        failing(READ, ['lost'] * 2, 0.0d).send(READ.request())

        then:
        sent == 3
        pauses == []
    }

    def 'after throttling the governor decides on the pauses'() {
        when:
        failing(READ, ['Throttling'] * 5).send(READ.request())

        then:
        pauses*.toMillis() == [25, 50, 100, 200, 400]
    }

    def 'a call fails once the service has accepted none for its patience'() {
        when:
        Object outcome = outcome { failing(READ, ['Throttling'] * 40).send(READ.request()) }

        then:
        (outcome as ApiException).code() == 'Throttling'
        sent == 19
        now > Duration.ofSeconds(90).toNanos()
        now < Duration.ofSeconds(99).toNanos()
    }

    def 'a call that is throttled while others are accepted waits longer and longer, and fails after 31 attempts'() {
        given:
        Closure<RateGovernor.Turn> other = governor::turn.memoize()
        accepting = {
            now += 1
            other.call().take()
            other.call().accepted()
            now += 1
        }

        when:
        Object outcome = outcome { failing(READ, ['Throttling'] * 40).send(READ.request()) }

        then:
        (outcome as ApiException).code() == 'Throttling'
        sent == 31
        pauses*.toMillis().findAll { it in [500L, 1000L, 2000L, 4000L] } == [500, 1000, 2000, 4000]
        pauses.count { it == Duration.ofSeconds(8) } == 25
    }

    def 'a time to wait beyond the patience ends the attempts'() {
        given:
        retryAfter = Duration.ofSeconds(91)

        when:
        Object outcome = outcome { failing(READ, ['Throttling']).send(READ.request()) }

        then:
        (outcome as ApiException).retryAfter().get() == retryAfter
        sent == 1
    }

    def 'a time to wait within the patience is waited for'() {
        given:
        retryAfter = Duration.ofSeconds(50)

        when:
        failing(CHANGE, ['Throttling']).send(CHANGE.request())

        then:
        sent == 2
        pauses.sum() == retryAfter
    }

    def 'an interrupt while a call waits for its turn keeps it here'() {
        given:
        RateGovernor.Turn other = governor.turn()
        other.take()
        other.throttled(Duration.ofSeconds(50))
        Transport transport = Retrying.over(new Transport() {
            @Override
            Response send(Request request) {
                throw new AssertionError('it must not be sent')
            }

            @Override
            void pause(Duration time) {
                throw new InterruptedException()
            }

            @Override
            Optional<RateGovernor> governor(Request request) {
                Optional.of(governor)
            }
        })

        when:
        transport.send(CHANGE.request())

        then:
        ApiException e = thrown()
        e.message == 'InvokeShellCommand: not sent: interrupted before it was sent'
        e.stopped
        e.request().get() == CHANGE.request()
        Thread.interrupted()
    }

    def 'the deadline begins with the first failure'() {
        given:
        attemptTakes = Duration.ofSeconds(60)
        Transport transport = failing(READ, ['lost'])

        expect:
        transport.send(READ.request())
        sent == 2
    }

    def 'no attempt starts after the time is over'() {
        given:
        Transport transport = failing(READ, ['lost'] * 9, 1.0d, RetryPolicy.standard().attempts(9).within(Duration.ofSeconds(3)))

        when:
        Object outcome = outcome { transport.send(READ.request()) }

        then:
        (outcome as ApiException).code() == 'AnswerLost'
        pauses*.toMillis() == [500, 1000]
        sent == 3
    }

    def 'an interrupt ends the attempts and stays set'() {
        given:
        Transport transport = Retrying.over({ throw failure(READ, 'lost') } as Transport)
        Thread.currentThread().interrupt()

        when:
        transport.send(READ.request())

        then:
        ApiException e = thrown()
        e.code() == 'AnswerLost'
        Thread.interrupted()

        cleanup:
        Thread.interrupted()
    }

    def 'the default waits for real'() {
        given:
        int calls = 0
        Transport once = { Request it ->
            if (calls++ == 0) {
                throw failure(READ, 503)
            }
            Response.of(it.operation(), [RequestId: 'second'])
        }

        expect:
        Retrying.over(once).send(READ.request()).requestId() == 'second'
    }

    def 'there is at least one attempt'() {
        when:
        RetryPolicy.standard().attempts(0)

        then:
        IllegalArgumentException e = thrown()
        e.message == 'attempts must be at least 1, is 0'
    }

    def 'closing closes the transport beneath'() {
        when:
        failing(READ, []).close()

        then:
        closed
    }

    private Transport failing(
            Operation operation, List<Object> failures, double fraction = 1.0d, RetryPolicy policy = RetryPolicy.standard()) {
        List<Object> left = new ArrayList(failures)
        Transport transport = new Transport() {
            @Override
            Response send(Request request) {
                sent++
                now += attemptTakes.toNanos()
                if (left) {
                    accepting.call()
                    throw failure(operation, left.remove(0)).retryAfter(retryAfter)
                }
                Response.of(request.operation(), [:])
            }

            @Override
            void pause(Duration time) {
                pauses << time
                now += time.toNanos()
            }

            @Override
            Optional<RateGovernor> governor(Request request) {
                Optional.of(governor)
            }

            @Override
            void close() {
                closed = true
            }
        }
        Retrying.over(transport, policy.clock { now }.jitter { fraction })
    }

    private static ApiException failure(Operation operation, Object kind) {
        switch (kind) {
            case 'lost':
                return ApiException.lost(operation, 0, 'no answer', null, null)
            case 'unreachable':
                return ApiException.unreachable(operation, 'connection refused', null)
            case 'closed':
                return ApiException.abandoned(operation, ErrorCategory.CLOSED, 'closed', null)
            case Integer:
                return ApiException.refused(operation, kind as int, 'Refused' + kind, 'no', 'r', null)
            default:
                return ApiException.refused(operation, 400, kind as String, 'too fast', 'r', null)
        }
    }

    private static Object outcome(Closure<Object> body) {
        try {
            return body()
        } catch (ApiException e) {
            return e
        }
    }
}
