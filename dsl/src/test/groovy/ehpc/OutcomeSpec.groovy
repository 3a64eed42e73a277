package ehpc

import static ehpc.Outcome.FAILED
import static ehpc.Outcome.NOT_DELIVERED
import static ehpc.Outcome.OK
import static ehpc.Outcome.TIMED_OUT
import static ehpc.Outcome.UNKNOWN

import spock.lang.Specification

class OutcomeSpec extends Specification {

    def 'a record says what became of a command'() {
        expect:
        Outcome.of(status, success, exitCode) == outcome

        where:
        status     | success | exitCode || outcome
        'Finished' | true    | 0        || OK
        'Finished' | null    | 0        || OK
        'Finished' | true    | null     || OK
        'Finished' | true    | 1        || FAILED
        'Finished' | false   | 1        || FAILED
        'Finished' | null    | 127      || FAILED
        'Finished' | false   | 0        || UNKNOWN
        'Finished' | false   | null     || UNKNOWN
        'Finished' | null    | null     || UNKNOWN
        'Stopped'  | false   | 124      || TIMED_OUT
        'Stopped'  | null    | null     || TIMED_OUT
        'Failed'   | false   | -1       || NOT_DELIVERED
        'Failed'   | null    | null     || NOT_DELIVERED
        'Running'  | null    | null     || UNKNOWN
        'Other'    | true    | 0        || UNKNOWN
        null       | true    | 0        || UNKNOWN
    }
}
