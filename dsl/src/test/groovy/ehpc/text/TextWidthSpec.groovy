package ehpc.text

import spock.lang.Specification

class TextWidthSpec extends Specification {

    def '#text takes #columns columns'() {
        expect:
        TextWidth.of(text) == columns

        where:
        text                       || columns
        ''                         || 0
        'compute000'               || 10
        '節點'                       || 4
        'ｶ'                        || 1
        'Ａ'                        || 2
        'e\u0301'                  || 1
        '\u1112\u1161\u11AB'       || 2
        '\uD83D\uDE00'             || 2
        '\uD83D\uDC4D\uD83C\uDFFD' || 2
        '\uD835\uDD38'             || 1
        '\u00AD'                   || 1
    }

    def 'texts are cut and filled by what is seen'() {
        expect:
        TextWidth.cut('節點節點', 5) == '節點…'
        TextWidth.cut('節點節點', 6) == '節點…'
        TextWidth.cut('節點', 4) == '節點'
        TextWidth.pad('節', 4) == '節  '
        TextWidth.pad('節點', 3) == '節點'
    }
}
