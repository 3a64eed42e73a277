package ehpc.script

import ehpc.TestService
import java.util.concurrent.Callable
import java.util.function.Function
import java.util.function.Supplier
import spock.lang.Specification

/** What a program in Java gets as the value of a script. */
class JavaValuesSpec extends Specification {

    TestService service = new TestService(2)

    def '#text gives a #type.simpleName of Java'() {
        when:
        Object value = value(text)

        then:
        value == expected
        strangers(value) == []
        type.isInstance(value)

        where:
        text                                                   | type     || expected
        '"a${1}"'                                              | String   || 'a1'
        '["a${1}", ["b${2}"]]'                                 | List     || ['a1', ['b2']]
        '[("k${1}"): [deep: "v${2}"]]'                         | Map      || [k1: [deep: 'v2']]
        '["a${1}", "a1"] as Set'                               | Set      || ['a1'] as Set
        'new TreeSet(["b${1}"])'                                 | SortedSet || ['b1'] as TreeSet
        '[b: "x${1}"] as TreeMap'                              | SortedMap || [b: 'x1'] as TreeMap
        '["a${1}"] as Object[]'                                | Object[] || ['a1'] as Object[]
        '["a${1}", "b"] as String[]'                           | String[] || ['a1', 'b'] as String[]
        'Optional.of("a${1}")'                                 | Optional || Optional.of('a1')
        '[a: "x${1}"].entrySet().first()'                      | Map.Entry || new AbstractMap.SimpleEntry('a', 'x1')
        '1..3'                                                 | List     || [1, 2, 3]
        '"a".."c"'                                             | List     || ['a', 'b', 'c']
        'new Tuple2("a${1}", 2)'                               | List     || ['a1', 2]
        'new groovy.json.JsonSlurper().parseText(\'{"a": [{"b": 1}]}\')' | Map || [a: [[b: 1]]]
        '[:].withDefault { 1 }'                                | Map      || [:]
        'cluster("ehpc-hz-test") { api.listNodes(pageNumber: 1, pageSize: 50).nodes.nodeInfo*.hostName }' | List || ['compute000', 'compute001']
        'cluster("ehpc-hz-test") { [nodes: api.listNodes(pageNumber: 1, pageSize: 50).nodes] }.nodes.nodeInfo.size()' | Integer || 2
    }

    def 'an answer of the service is a map'() {
        expect:
        value('cluster("ehpc-hz-test") { api.listNodes(pageNumber: 1, pageSize: 50).nodes }').nodeInfo*.hostName == ['compute000', 'compute001']
    }

    def 'a list that holds itself does so afterwards'() {
        when:
        List value = value('def l = ["a${1}"]; l << l; l') as List

        then:
        value[0] == 'a1'
        value[1].is(value)
    }

    def 'a closure is a function'() {
        when:
        Object closure = value('def n = 1; ({ given -> "got ${given}" })')

        then:
        (closure as Function).apply('x') == 'got x'
        (closure as Function).apply('x').class == String
        closure.toString() == 'a closure'
    }

    def 'a closure that takes nothing is called with nothing'() {
        when:
        Object closure = value('({ "a${1}" })')

        then:
        (closure as Callable).call() == 'a1'
        (closure as Supplier).get() == 'a1'

        when:
        Object counting = value('def seen = []; [count: { seen << 1 }, seen: { seen.size() }]')
        (counting['count'] as Runnable).run()

        then:
        (counting['seen'] as Supplier).get() == 1
    }

    private Object value(String text) {
        Scripts.compile('s.ehpc', text).over(service.ehpc()).output(new StringBuilder()).run().value()
    }

    /** The classes that are not Java's. */
    private static List<String> strangers(Object value) {
        List<String> inside = switch (value) {
            case null -> []
            case Map -> value.collectMany { key, one -> strangers(key) + strangers(one) }
            case Collection -> value.collectMany { strangers(it) }
            case Object[] -> (value as List).collectMany { strangers(it) }
            default -> []
        }
        Class<?> type = value == null ? String : value.getClass()
        type.name.startsWith('java.') || type.array ? inside : inside + type.name
    }
}
