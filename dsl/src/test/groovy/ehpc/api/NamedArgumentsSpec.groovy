package ehpc.api

import spock.lang.Specification

class NamedArgumentsSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    def 'both spellings become the names of the catalogue, inside too: #arguments'() {
        expect:
        read(operation, arguments).parameters() == expected

        where:
        operation       | arguments                                            || expected
        'SetQueue'      | [node: [[name: 'a'], [Name: 'b']], QueueName: 'q']   || [Node: [[Name: 'a'], [Name: 'b']], QueueName: 'q']
        'SetQueue'      | [node: 'a', queueName: null, other: 1]               || [Node: 'a', QueueName: null, other: 1]
        'ListNodes'     | [filter: [anyKey: 'x']]                              || [Filter: [anyKey: 'x']]
        'DescribePrice' | [commodities: [[dataDisks: [[category: 'x']]]]]      || [Commodities: [[DataDisks: [[category: 'x']]]]]
        'CreateCluster' | [ecsOrder: [manager: [count: 1], Login: [Count: 2]]] || ['EcsOrder.Manager.Count': 1, 'EcsOrder.Login.Count': 2]
        'CreateCluster' | ['EcsOrder.Manager.Count': 1, 'ecsOrder.login': [count: 2]] || ['EcsOrder.Manager.Count': 1, 'EcsOrder.Login.Count': 2]
        'CreateCluster' | [ecsOrder: [boss: [count: 1]]]                       || ['ecsOrder.boss': [count: 1]]
        'SubmitJob'     | [jobRetry: [count: 3, onExitCode: 1]]                || ['JobRetry.Count': 3, 'JobRetry.OnExitCode': 1]
    }

    def 'every request is read back from the spelling of scripts: #operation'() {
        given:
        Map<String, Object> parameters = new RequestMaker(7).values(operation.parameters())

        expect:
        NamedArguments.read(operation, spelled(operation.parameters(), parameters)).parameters() == parameters

        where:
        operation << CATALOGUE.names().collect { CATALOGUE.operation(it) }
    }

    def 'a name that is given twice, and a text for several flat names, are problems'() {
        expect:
        read(operation, arguments).problems() == [new Problem(path, Problem.Kind.valueOf(kind), message, Optional.empty())]

        where:
        operation       | arguments                                     || path             | kind         | message
        'SetQueue'      | [QueueName: 'a', queueName: 'b']              || 'queueName'      | 'TWICE'      | 'queueName must be given once, is given twice'
        'SetQueue'      | [Node: [[name: 'a', Name: 'b']]]              || 'Node[1].Name'   | 'TWICE'      |
            'node[1].name must be given once, is given twice'
        'CreateCluster' | [ecsOrder: 'x']                               || 'ecsOrder'       | 'WRONG_TYPE' | "ecsOrder must be an object, is 'x'"
        'CreateCluster' | [ecsOrder: [login: 2]]                        || 'ecsOrder.login' | 'WRONG_TYPE' | 'ecsOrder.login must be an object, is 2'
        'CreateCluster' | ['EcsOrder.Login.Count': 1, ecsOrder: [login: [count: 2]]] ||
            'ecsOrder.login.count' | 'TWICE' | 'ecsOrder.login.count must be given once, is given twice'
    }

    def 'names that are not known yet may be any that is not given'() {
        expect:
        read('SetQueue', [queueName: 'q', (UnknownValue.ANY): UnknownValue.ANY]).parameters() ==
                [QueueName: 'q', ClusterId: UnknownValue.ANY, Node: UnknownValue.ANY]
        read('SubmitJob', [jobRetry: UnknownValue.ANY]).parameters().keySet() ==
                ['JobRetry.Count', 'JobRetry.OnExitCode', 'JobRetry.Priority'] as Set
    }

    def 'a path tells how it was written'() {
        expect:
        read('SetQueue', [Node: [[name: 'a'], [Name: 'b']]]).written('node[2].name') == 'Node[2].Name'
        read('SetQueue', [Node: [[name: 'a'], [Name: 'b']]]).written('queueName') == 'queueName'
    }

    private static NamedArguments read(String operation, Map<?, ?> arguments) {
        NamedArguments.read(CATALOGUE.operation(operation), arguments)
    }

    private static Map<String, Object> spelled(List<Parameter> known, Map<String, Object> values) {
        values.collectEntries { name, value ->
            Parameter parameter = known.find { it.name() == name }
            [NameStyle.SCRIPT.of(name), parameter.fields().empty ? value : inside(parameter, value)]
        }
    }

    private static Object inside(Parameter parameter, Object value) {
        value instanceof Map
                ? spelled(parameter.fields(), value as Map<String, Object>)
                : value.collect { spelled(parameter.fields(), it as Map<String, Object>) }
    }
}
