package ehpc.repl.internal.shell

import ehpc.connect.Connection
import ehpc.dsl.ApiRecord
import ehpc.repl.internal.failure.UsageException
import ehpc.script.InteractiveSession
import ehpc.script.Scripts
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import tools.jackson.databind.json.JsonMapper

/** Values as people read them. */
class ValueTextSpec extends Specification {

    @Shared
    @AutoCleanup
    Connection connection = Connection.local()

    def 'values are shown by their kind: #value'() {
        expect:
        lines(value) == shown

        where:
        value                                       | shown
        'text'                                      | ['text']
        'two\nlines'                                | ['two', 'lines']
        'a\u001B[31mb'                              | ['a\\u001b[31mb']
        42                                          | ['42']
        true                                        | ['true']
        [1, 2, 3]                                   | ['[1, 2, 3]']
        []                                          | ['[]']
        [:]                                         | ['[:]']
        Optional.of('x')                            | ['x']
        OptionalInt.empty()                         | ['null']
        [a: 1, longer: [2, 3], none: []]            | ['a       1', 'longer  2,3', 'none    (none)']
        [a: [b: [c: 1]], d: 2]                      | ['a', '  b', '    c  1', 'd  2']
        [[x: 1, y: 'a'], [x: 22, y: '计']]          | ['x   y', '1   a', '22  计']
        [[x: 1], [y: [z: 2]]]                       | ['- x  1', '- y', '    z  2']
        ['a', ['b', 'c']]                           | ['- a', '- [b, c]']
        ['x' * 30, 'y' * 30]                        | ['- ' + 'x' * 30, '- ' + 'y' * 30]
        [1, 2] as Object[]                          | ['[1, 2]']
        new IOException('it broke')                 | ['it broke']
        new IOException()                           | ['IOException']
    }

    def 'a value that contains itself is marked there: #text'() {
        expect:
        lines(evaluated(text)) == shown
        PlainValues.deep(evaluated(text)) == plain

        where:
        text                                           | shown                          | plain
        'def m = [:]; m.self = m; m'                   | ['self  (this Map)']           | [self: '(this Map)']
        'def l = [1]; l << l; l'                       | ['[1, (this Collection)]']     | [1, '(this Collection)']
        'def m = [a: [1]]; m.a << m; m'                | ['a  1,(this Map)']            | [a: [1, '(this Map)']]
        'Object[] a = new Object[1]; a[0] = a; a'      | ['[(this)]']                   | ['(this)']
        'def l = []; [l, l]'                           | ['- []', '- []']               | [[], []]
    }

    def 'a value of the library has one form for programs, in the shell and from Jackson: #text'() {
        given:
        Object value = evaluated("cluster('ehpc-hz-localdemo1') { return [$text] }")[0]

        expect:
        PlainValues.deep([a: [value]]) == [a: [new JsonSlurper().parseText(JsonMapper.shared().writeValueAsString(value))]]
        PlainValues.deep(nodes[0]).keySet() == ['clusterId', 'id', 'name', 'roles', 'status', 'ip', 'instanceType'] as Set
        PlainValues.deep(nodes.compute)*.roles == [['compute']] * 4

        where:
        text << ['nodes', 'nodes[0]', 'nodes.groupBy { it.status }', 'queues[0]', 'info', 'nodes[0].roles.first()',
                 "(run 'echo hi' on nodes.login)", "({ def r = run 'echo hi' on nodes.login; r['login0'] }())", 'commands', 'clusters', 'regions']
        nodes = connection.ehpc().cluster('ehpc-hz-localdemo1').nodes()
    }

    def 'values nested more than a hundred times are left out'() {
        given:
        Object deep = (1..300).inject(1) { Object inner, n -> [inner] }

        expect:
        lines(deep) == ['- ' * 100 + '…']
        PlainValues.deep(deep) == (1..100).inject('…') { Object inner, n -> [inner] }
    }

    def 'a list of a great many elements shows the first ten thousand'() {
        given:
        List<String> all = lines((1..10_042).toList(), 40)

        expect:
        all.size() == 10_001
        all[9999] == '- 10000'
        all.last() == '… and 42 more'
    }

    def 'a value without a text is null, and a failing toString() is reported with its position: #text'() {
        expect:
        lines(evaluated('class B { String toString() { null } }; new B()')) == ['null']

        when:
        lines(evaluated(text))

        then:
        UsageException e = thrown()
        e.message == message

        when:
        PlainValues.deep([a: [evaluated(text)]])

        then:
        e = thrown()
        e.message == message

        where:
        text                                                                         | message
        "class X { String toString() {\n throw new Exception('boom') } }; new X()"   | '[1]:2: showing X raised Exception: boom'
        'class X { String toString() { toString() } }; [new X()]'                     | '[1]:1: showing X raised StackOverflowError'
        'class X { int hashCode() { throw new Error() }; String toString() { throw new IOException() } }; new X()' | '[1]:1: showing X raised IOException'
        'record R(int a) { int a() { throw new Error("b\u001b") } }; new R(1)'      | '[1]:1: showing R raised Error: b\\u001b'
    }

    def 'a value whose name is that of a secret is masked: #name'() {
        expect:
        lines([(name): 'hidden']) == ["$name  $shown".toString()]
        PlainValues.deep([(name): 'hidden']) == [(name): shown]

        where:
        name                              | shown
        'ALIBABA_CLOUD_ACCESS_KEY_SECRET' | '***'
        'password'                        | '***'
        'securityToken'                   | '***'
        'nextToken'                       | 'hidden'
        'name'                            | 'hidden'
    }

    def 'nodes are a table under their folded names, fitted to the width'() {
        expect:
        lines(nodes, 60) == [
            'compute[000-001] (2)',
            'name        role     status   ip          type',
            'compute000  compute  running  172.16.0.3  ecs.c6.large',
            'compute001  compute  running  172.16.0.4  ecs.c6.large',
            '1 of 6 columns do not fit',
        ]
        lines(nodes[0], 100) == [
            'name        role     status   ip          type          id',
            'compute000  compute  running  172.16.0.3  ecs.c6.large  i-bp1chvf0lkh5b0o4tslh',
        ]

        where:
        nodes << [connection.ehpc().cluster('ehpc-hz-localdemo1').nodes().compute.take(2)]
    }

    def 'an answer of the service is a tree whose lists are tables'() {
        given:
        ApiRecord answer = evaluated('api.listRegions()') as ApiRecord

        expect:
        lines(answer, 100) == [
            "requestId  $answer.requestId".toString(),
            'regions',
            '  regionInfo',
            '    localName         regionId',
            '    Hangzhou (local)  cn-hangzhou',
        ]
    }

    def 'a list of values of the language is a table'() {
        expect:
        lines(value('clusters'), 100) == [
            'id                   name         status   region       scheduler',
            'ehpc-hz-localdemo1   localdemo1   running  cn-hangzhou  slurm',
            'ehpc-hz-localhybrid  localhybrid  running  cn-hangzhou  slurm',
        ]
    }

    def 'programs get values all the way down'() {
        expect:
        PlainValues.deep([a: Optional.of([1, 'x'] as Object[]), b: [c: null, d: Optional.empty()]]) == [a: [1, 'x'], b: [c: null, d: null]]
    }

    private Object value(String text) {
        Scripts.compile('a', text).over(connection.ehpc()).run().value()
    }

    private Object evaluated(String text) {
        InteractiveSession session = new InteractiveSession()
        session.compile(text).over(connection.ehpc()).run().value().get()
    }

    private static List<String> lines(Object value, int width = 40) {
        new ValueText(OptionalInt.of(width)).lines(value)
    }
}
