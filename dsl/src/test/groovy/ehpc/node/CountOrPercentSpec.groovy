package ehpc.node

import ehpc.api.InputException
import spock.lang.Specification

class CountOrPercentSpec extends Specification {

    def 'a share of a set is rounded down to tolerate and up to make a wave'() {
        expect:
        share.floorOf(total) == down
        share.ceilingOf(total) == up

        where:
        share              | total || down | up
        CountOrPercent.count(0)     | 10    || 0    | 1
        CountOrPercent.count(3)     | 10    || 3    | 3
        CountOrPercent.count(30)    | 10    || 10   | 10
        CountOrPercent.percent(5)   | 10    || 0    | 1
        CountOrPercent.percent(5)   | 100   || 5    | 5
        CountOrPercent.percent(34)  | 10    || 3    | 4
        CountOrPercent.percent(100) | 7     || 7    | 7
        CountOrPercent.percent(0)   | 7     || 0    | 1
        CountOrPercent.percent(8.8) | 375   || 33   | 33
    }

    def 'a share must be sensible'() {
        when:
        new CountOrPercent(value, percent)

        then:
        InputException e = thrown()
        e.message == message

        where:
        value | percent || message
        -1    | false   || 'a number of nodes must be a whole number, 0 or more, is -1'
        1.5   | false   || 'a number of nodes must be a whole number, 0 or more, is 1.5'
        101   | true    || 'a percentage must be 0 to 100, is 101'
        -5    | true    || 'a percentage must be 0 to 100, is -5'
    }
}
