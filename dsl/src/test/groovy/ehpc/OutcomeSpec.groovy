package ehpc

import static ehpc.Outcome.FAILED
import static ehpc.Outcome.NOT_DELIVERED
import static ehpc.Outcome.OK
import static ehpc.Outcome.TIMED_OUT
import static ehpc.Outcome.UNKNOWN

import spock.lang.Specification

/** The outcome table of dsl/docs/outcomes.md, over every combination of its three fields. */
class OutcomeSpec extends Specification {

    private static final List<String> STATUSES = ['Finished', 'Stopped', 'Failed', 'Running', 'finished', 'Other', '', null]
    private static final List<Boolean> SUCCESSES = [true, false, null]
    private static final List<Integer> EXIT_CODES = [0, 1, 2, 124, 127, 255, 256, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, null]

    def 'a command that finished: success #success, exit code #exitCode is #outcome'() {
        expect:
        Outcome.of('Finished', success, exitCode) == outcome

        where:
        success | exitCode || outcome
        true    | 0        || OK
        null    | 0        || OK
        false   | 0        || UNKNOWN
        true    | null     || OK
        null    | null     || UNKNOWN
        false   | null     || UNKNOWN
    }

    def 'a command that finished with exit code #exitCode has failed, success #success'() {
        expect:
        Outcome.of('Finished', success, exitCode) == FAILED

        where:
        [exitCode, success] << [EXIT_CODES - [0, null], SUCCESSES].combinations()
    }

    def '#status is #outcome whatever else the record says'() {
        expect:
        [SUCCESSES, EXIT_CODES].combinations().every { success, exitCode -> Outcome.of(status, success, exitCode) == outcome }

        where:
        status     || outcome
        'Stopped'  || TIMED_OUT
        'Failed'   || NOT_DELIVERED
        'Running'  || UNKNOWN
        'finished' || UNKNOWN
        'Other'    || UNKNOWN
        ''         || UNKNOWN
        null       || UNKNOWN
    }

    def 'no record is taken for success but those that the table calls so'() {
        expect:
        [STATUSES, SUCCESSES, EXIT_CODES].combinations().findAll { status, success, exitCode ->
            Outcome.of(status, success, exitCode) == OK
        } as Set == [['Finished', true, 0], ['Finished', null, 0], ['Finished', true, null]] as Set
    }

    def 'every outcome has the word of the table'() {
        expect:
        Outcome.values()*.word() == ['ok', 'failed', 'timed-out', 'not-delivered', 'unknown', 'not-run']
    }
}
