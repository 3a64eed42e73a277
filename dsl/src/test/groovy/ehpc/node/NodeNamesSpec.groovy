package ehpc.node

import ehpc.api.InputException
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
        ['n9', 'n10', 'n11']                                   || 'n[9-11]'
        ['head']                                               || 'head'
        ['a-1.x', 'a-2.x']                                     || 'a-[1-2].x'
        ['n08', 'n09', 'n10', 'n8', 'n9']                      || 'n[8-9,08-10]'
        ['n00', 'n99', 'n98', 'n100', 'n101']                  || 'n[00,98-99,100-101]'
        ['n1', 'n01', 'n001']                                  || 'n[1,01,001]'
        ['r1n1', 'r1n2', 'r2n1', 'r2n2', 'r3n1']               || 'r[1-2]n[1-2],r3n1'
        ['ip-10-0-1-5', 'ip-10-0-2-5', 'ip-10-0-1-6']          || 'ip-10-0-1-[5-6],ip-10-0-2-5'
        ['c0-eth0', 'c1-eth0', 'c2-eth0']                      || 'c[0-2]-eth0'
        ['a,b', 'a[1]', 'a b', 'a\\1']                         || 'a\\,b,a\\[1\\],a\\ b,a\\\\1'
        ['a*', 'b?1', 'b?2']                                   || 'a\\*,b\\?[1-2]'
        ['1', '2', '10']                                       || '[1-2,10]'
        ['n1234567890123456789', 'n1234567890123456788']       || 'n1234567890123456789,n1234567890123456788'
        ['compute001', 'compute000', 'compute001']             || 'compute[000-001]'
        ['n999999999', 'n1000000000']                          || 'n[999999999-1000000000]'
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
        'rack[1-2]n[00-01]'     || ['rack1n00', 'rack1n01', 'rack2n00', 'rack2n01']
        'c[0-10/5]'             || ['c0', 'c5', 'c10']
        'c[1-9/4,3]x'           || ['c1x', 'c5x', 'c9x', 'c3x']
        'c[98-101]'             || ['c98', 'c99', 'c100', 'c101']
        'c[1-2]-ib'             || ['c1-ib', 'c2-ib']
        'a\\,b\\[, c'           || ['a,b[', 'c']
        'a\\*,b\\?'             || ['a*', 'b?']
        'a b , c'               || ['a b', 'c']
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
        'c[x]'            || "a node range must look like 000-003 or 0-10/2, is 'x' in 'c[x]'"
        'c[3-1]'          || "a node range must be ascending, is '3-1' in 'c[3-1]'"
        'c[1,]'           || "a node range must look like 000-003 or 0-10/2, is '' in 'c[1,]'"
        'c[1-5/0]'        || "a node range must be ascending, is '1-5/0' in 'c[1-5/0]'"
        'c[1-010]'        || "a node range must have numbers of one width, is '1-010' in 'c[1-010]'"
        'a,c]1'           || "node names must look like compute[000-003,7], is 'c]1'"
        'c[1[2]]'         || "node names must look like compute[000-003,7], is 'c[1[2]]'"
        'c\\'             || "node names must look like compute[000-003,7], is 'c\\'"
        'c[0-999]n[0-999]' || "at most 100000 node names are allowed, 'c[0-999]n[0-999]' has more"
        'c[0-999999999]'  || "at most 100000 node names are allowed, 'c[0-999999999]' has more"
    }

    def 'ten thousand names, folding or not, are read back'() {
        expect:
        NodeNames.expand(NodeNames.fold(names)) as Set == names as Set

        where:
        names << [
            (1..10_000).collect { String.format(Locale.ROOT, 'compute%05d', it) },
            (1..10_000).collect { letters(it) },
            (1..10_000).collect { "n${it * 2}x" as String },
            (1..10_000).collect { "r${it.intdiv(100)}n${it % 100}" as String }]
    }

    def 'folding looks at each of ten thousand names a few times only'() {
        given:
        int looks = 0
        List<String> names = (1..10_000).collect { letters(it) + '1' }
        Iterable<String> counted = { -> names.iterator().collect { looks++; it }.iterator() } as Iterable<String>

        when:
        String folded = NodeNames.fold(counted)

        then:
        looks == 10_000
        folded.count(',') == 9_999
    }

    def 'whatever names there are, their folded form stands for just these'() {
        given:
        Random random = new Random(seed)
        List<String> pieces = ['a', 'n', 'rack', '-', '.', '0', '00', '1', '9', '10', '010', '99', '100', '007', '12', ',',
                               '[', ']', '\\', ' ', '*', '?',
                               '北', '/', '-ib', '123456789012345678', '9999999999999999999', "'", '٣', ' ']

        expect:
        500.times {
            Set<String> names = (0..random.nextInt(40)).collect {
                (0..random.nextInt(5)).collect { pieces[random.nextInt(pieces.size())] }.join('')
            } as Set
            String folded = NodeNames.fold(names)
            List<String> back = NodeNames.expand(folded)
            assert back.size() == names.size() && back as Set == names, "seed $seed: $names folded to $folded"
        }

        where:
        seed << [1L, new Random().nextLong()]
    }

    private static String letters(int number) {
        number.toString().tr('0123456789', 'abcdefghij')
    }
}
