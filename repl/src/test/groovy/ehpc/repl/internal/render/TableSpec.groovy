package ehpc.repl.internal.render

import ehpc.text.TextWidth
import spock.lang.Specification

class TableSpec extends Specification {

    private static final Table TABLE = new Table(['Id', 'Name', 'Note'], [
        ['1', 'compute000', 'a rather long note about this'],
        ['22', '计算节点', ''],
    ])

    def 'columns are as wide as they need, wide characters counted twice'() {
        expect:
        TABLE.lines() == [
            'Id  Name        Note',
            '1   compute000  a rather long note about this',
            '22  计算节点',
        ]
    }

    def 'at #width columns long texts give way first, then the last columns go'() {
        when:
        Table.Fitted fitted = TABLE.fitted(OptionalInt.of(width))

        then:
        fitted.lines()[1] == line
        fitted.hidden() == hidden
        fitted.lines().every { TextWidth.of(it) <= width }

        where:
        width || line                                            | hidden
        80    || '1   compute000  a rather long note about this' | 0
        45    || '1   compute000  a rather long note about this' | 0
        40    || '1   compute000  a rather long note abou…'      | 0
        39    || '1   compute000'                                | 1
        14    || '1   compute000'                                | 1
        13    || '1'                                             | 2
        2     || '1'                                             | 2
    }

    def 'a first column that is wider than the terminal is cut'() {
        expect:
        new Table(['Name'], [['a name of some length']]).fitted(OptionalInt.of(9)).lines() == ['Name', 'a name o…']
    }

    def 'an id is never cut, at #width columns: headings and long texts give way, then the last columns go'() {
        given:
        Table table = new Table(['name', 'autoGrow', heading, 'note'], [['workq', 'false', 'centos_7_06_64_20G_alibase_20190711.vhd', 'a note']])

        when:
        Table.Fitted fitted = table.fitted(OptionalInt.of(width))

        then:
        fitted.lines() == lines
        fitted.hidden() == hidden

        where:
        width | heading   || hidden | lines
        64    | 'imageId' || 0      | ['name   autoGrow  imageId                                  note', 'workq  false     centos_7_06_64_20G_alibase_20190711.vhd  a note']
        61    | 'imageId' || 0      | ['name   auto…  imageId                                  note', 'workq  false  centos_7_06_64_20G_alibase_20190711.vhd  a note']
        54    | 'id'      || 1      | ['name   autoG…  id', 'workq  false   centos_7_06_64_20G_alibase_20190711.vhd']
        20    | 'id'      || 2      | ['name   autoGrow', 'workq  false']
    }

    def 'an id alone is wider than the terminal rather than cut'() {
        expect:
        new Table([heading], [['ehpc-hz-1234567890']]).fitted(OptionalInt.of(9)).lines() == [heading, 'ehpc-hz-1234567890']

        where:
        heading << ['id', 'Cluster', 'CommandId']
    }

    def 'a text is cut by columns, not by characters'() {
        expect:
        TextWidth.cut(text, width) == cut
        TextWidth.of(TextWidth.cut(text, width)) <= width

        where:
        text       | width || cut
        'compute'  | 7     || 'compute'
        'compute'  | 6     || 'compu…'
        '计算节点' | 8     || '计算节点'
        '计算节点' | 6     || '计算…'
        'e\u0301e' | 2     || 'e\u0301e'
        '😀😀'     | 3     || '😀…'
    }

    def 'control characters are written out, as a terminal would obey them'() {
        expect:
        Printable.line(value) == line

        where:
        value                    || line
        'a\nb\tc\rd'             || 'a\\nb\\tc\\rd'
        '\u001B[2J\u0007\u009B'  || '\\u001b[2J\\u0007\\u009b'
        'plain é 计'              || 'plain é 计'
        ['a', 1, true]           || 'a,1,true'
        null                     || ''
        3.5                      || '3.5'
    }
}
