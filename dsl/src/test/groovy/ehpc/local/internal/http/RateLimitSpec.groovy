package ehpc.local.internal.http

import ehpc.local.internal.Refusal
import spock.lang.Specification

class RateLimitSpec extends Specification {

    long now = Long.MAX_VALUE - 600_000_000L

    def 'so many calls are accepted in any second'() {
        given:
        RateLimit limit = new RateLimit(2, { now })

        expect:
        [0, 300, 400, 999, 1000, 1001, 1299, 1300].collect { accepted(limit, it) } == [true, true, false, false, true, false, false, true]
    }

    def 'a refusal is that of the service'() {
        given:
        RateLimit limit = new RateLimit(1, { now })
        limit.count()

        when:
        limit.count()

        then:
        Refusal e = thrown()
        [e.httpStatus(), e.code(), e.message] == [400, 'Throttling.User', 'Request was denied due to user flow control.']
    }

    def 'without a limit every call is accepted'() {
        expect:
        (1..100).every { accepted(RateLimit.of(0), 0) }
    }

    private boolean accepted(RateLimit limit, long millis) {
        now = Long.MAX_VALUE - 600_000_000L + millis * 1_000_000L
        try {
            limit.count()
            return true
        } catch (Refusal e) {
            return false
        }
    }
}
