package ehpc.text

import spock.lang.Specification

class NearestSpec extends Specification {

    static final List<String> NAMES = ['ListNodes', 'ListNodesNoPaging', 'ListQueues', 'ListUsers', 'Role', 'Id']

    def '#word was likely meant to be #near'() {
        expect:
        Nearest.to(word, NAMES).orElse(null) == near
        Nearest.hint(word, NAMES) == (near ? "; did you mean '${near}'?" : '')

        where:
        word          || near
        'ListNodes'   || 'ListNodes'
        'listnodes'   || 'ListNodes'
        'ListNode'    || 'ListNodes'
        'ListNdoes'   || 'ListNodes'
        'ListUser'    || 'ListUsers'
        'LstQueus'    || 'ListQueues'
        'ID'          || 'Id'
        'Rule'        || 'Role'
        'Colour'      || null
        'xy'          || null
        ''            || null
        'StopCluster' || null
    }

    def 'what has nothing in common is not near'() {
        expect:
        Nearest.to('X', ['_', '&']).empty
        Nearest.to('', ['_']).empty
        Nearest.to('x', ['xs']).get() == 'xs'
    }

    def 'of equally near ones the first in order is taken, and none of none'() {
        expect:
        Nearest.to('Rode', ['Rope', 'Role']).get() == 'Role'
        Nearest.to('Role', []).empty
    }
}
