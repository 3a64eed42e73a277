package ehpc.local.internal.job

import spock.lang.Specification

/** The indexes of an array of jobs. */
class IndexRangeSpec extends Specification {

    def '#range has the indexes #indexes'() {
        expect:
        range.indexes() == indexes

        where:
        range                                   | indexes
        new IndexRange(0, 0, 1)                 | [0]
        new IndexRange(1, 5, 2)                 | [1, 3, 5]
        new IndexRange(1, 4, 2)                 | [1, 3]
        new IndexRange(3, 1000, Integer.MAX_VALUE) | [3]
    }
}
