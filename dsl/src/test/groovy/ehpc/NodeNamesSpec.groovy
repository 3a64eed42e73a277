package ehpc

import spock.lang.Specification

class NodeNamesSpec extends Specification {

    def 'names fold into ranges and back'() {
        expect:
        NodeNames.fold(names) == folded
        NodeNames.expand(folded) as Set == names as Set

        where:
        names                                                  || folded
        ['compute000', 'compute001', 'compute002']             || 'compute[000-002]'
        ['compute000', 'compute002', 'compute003']             || 'compute[000,002-003]'
        ['compute1', 'login0', 'compute2', 'manager0']         || 'compute[1-2],login0,manager0'
        ['n9', 'n10', 'n11']                                   || 'n9,n[10-11]'
        ['head']                                               || 'head'
        ['a-1.x', 'a-2.x']                                     || 'a-1.x,a-2.x'
        ['compute001', 'compute000', 'compute001']             || 'compute[000-001]'
        ['n999999999', 'n1000000000']                          || 'n999999999,n1000000000'
    }

    def 'brackets expand in their order'() {
        expect:
        NodeNames.expand(text) == names

        where:
        text                    || names
        'c[3,1-2]'              || ['c3', 'c1', 'c2']
        'c[08-10]'              || ['c08', 'c09', 'c10']
        ' a , b[1] '            || ['a', 'b1']
        'a,a'                   || ['a']
    }

    def 'what is no node names is refused'() {
        when:
        NodeNames.expand(text)

        then:
        InputException e = thrown()
        e.message == message

        where:
        text              || message
        ''                || "node names must be given, like compute[000-003], is ''"
        'a,,b'            || 'a node name must not be empty'
        'c[1-'            || "node names must look like compute[000-003,7], is 'c[1-'"
        'c[x]'            || "a node range must look like 000-003, is 'x' in 'c[x]'"
        'c[3-1]'          || "a node range must rise, is '3-1' in 'c[3-1]'"
        'c[1-2]-ib'       || "node names must look like compute[000-003,7], is 'c[1-2]-ib'"
        'c[0-999999999]'  || "node names must be at most 100000, are more in 'c[0-999999999]'"
    }

    def 'ten thousand names that do not fold are no trouble'() {
        given:
        List<String> names = (1..10_000).collect { "n${it}x" as String }

        expect:
        NodeNames.expand(NodeNames.fold(names)) == names
    }
}
