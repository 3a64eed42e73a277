package ehpc.script

import ehpc.aliyun.Loopback
import ehpc.api.Catalogue
import ehpc.api.NameStyle
import ehpc.api.Operation
import ehpc.api.Parameter
import ehpc.api.Problem
import ehpc.api.Relations
import ehpc.api.RequestCheck
import ehpc.api.Shape
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import groovy.json.JsonOutput
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * Each operation of the catalogue through the language and the official SDK's core to an HTTP server: every parameter arrives in its documented
 * form, and every field of the answer is read under its name.
 */
class EveryOperationSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    /** Texts for secret('PW') and secret('SHORT'): a documented password has 6 characters. */
    private static final Map<String, String> SECRETS = [PW: 'Tr0ub4dor&3+x', SHORT: 'Tr0ub4']

    @AutoCleanup
    @Shared
    Loopback service = new Loopback()

    @AutoCleanup
    @Shared
    Connection connection = Connection.open(ConnectionOptions.defaults()
            .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: 'id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret'])
            .region('cn-hangzhou').endpoint(service.url))

    def 'each parameter of #name arrives in its documented form'() {
        given:
        Operation operation = CATALOGUE.operation(name)
        Map<String, Object> required = complete(operation, [:])

        when: 'each one is given once, with the required ones and what it depends on'
        List<Map<String, Object>> calls = operation.parameters().collect { complete(operation, required + [(it.name()): value(it)]) } ?: [[:]]

        then:
        operation.parameters().withIndex().every { parameter, i -> calls[i].containsKey(parameter.name()) }
        sent(operation, calls) == calls.collect { flat(operation, it) }

        where:
        name << CATALOGUE.names()
    }

    def 'each field of the answer of #name is read'() {
        given:
        Operation operation = CATALOGUE.operation(name)
        Map body = answer(operation.response(), 'v') as Map
        service.says(200, JsonOutput.toJson(body))
        List<List> leaves = leaves(operation.response(), body, 'a')
        StringBuilder out = new StringBuilder()

        when: 'written as a path, so that the checker knows it'
        run("def a = ${written(operation, complete(operation, [:]))}\n" + leaves.collect { "println \"\${${it[0]}}\"" }.join('\n'), out)

        then:
        out.readLines() == leaves.collect { it[1].toString() }
        leaves.size() > 0

        where:
        name << CATALOGUE.names()
    }

    def 'inside a cluster, #name gets its id'() {
        given:
        Operation operation = CATALOGUE.operation(name)
        Map<String, Object> values = complete(operation, [:])
        service.says(200, '{"RequestId":"R-1"}')
        service.received.clear()

        when:
        run("cluster('ehpc-hz-mine') { ${written(operation, values.findAll { it.key != 'ClusterId' })} }")

        then:
        service.received.last().parameters().ClusterId == 'ehpc-hz-mine'

        where:
        name << CATALOGUE.names().findAll { CATALOGUE.operation(it).parameter('ClusterId').present }
    }

    /** Returns given values with those that the request needs beside them, and without those that do not go with them. */
    private static Map<String, Object> complete(Operation operation, Map<String, Object> given) {
        Map<String, Object> values = operation.parameters().findAll { it.required() && it.name() != 'RegionId' }
                .collectEntries { [it.name(), value(it)] } + given
        for (int round = 0; round < 8 && problems(operation, values); round++) {
            String wrong = problems(operation, values)[0].parameter()
            Relations relations = operation.parameter(wrong).get().rules().relations()
            if (!values.containsKey(wrong)) {
                values[wrong] = value(operation.parameter(wrong).get())
            } else if (values.containsKey(relations?.excludes())) {
                values.remove(given.containsKey(wrong) ? relations.excludes() : wrong)
            } else if (relations?.lessThan() || relations?.atLeast()) {
                values[relations.lessThan() ?: relations.atLeast()] = (values[wrong] as long) + (relations.lessThan() ? 1 : 0)
            } else if (relations?.valuesWhen()) {
                values[relations.valuesWhen().parameter()] = relations.valuesWhen().by().find { values[wrong].toString() in it.value }.key
            }
        }
        assert problems(operation, values)*.message() == []
        values
    }

    private static List<Problem> problems(Operation operation, Map<String, Object> values) {
        RequestCheck.problems(operation.request(values + (operation.parameter('RegionId').present ? [RegionId: 'cn-hangzhou'] : [:])))
    }

    /** Returns the wire parameters of the calls of a script, without those that the SDK adds to each request. */
    private List<Map<String, String>> sent(Operation operation, List<Map<String, Object>> calls) {
        service.says(200, '{"RequestId":"R-1"}')
        service.received.clear()
        run(calls.collect { written(operation, it) }.join('\n'))
        assert service.received.size() == calls.size()
        service.received.withIndex().collect { received, i -> own(received.parameters(), operation, calls[i]) }
    }

    private static Map<String, String> own(Map<String, String> all, Operation operation, Map<String, Object> values) {
        assert all.Action == operation.name()
        assert all.Version == '2018-04-12'
        assert all.RegionId == (values.RegionId ?: 'cn-hangzhou')
        if (operation.takesClientToken() && !values.ClientToken) {
            assert all.remove('ClientToken') ==~ /[0-9a-f-]{36}/
        }
        all.findAll { !(it.key in ['Action', 'Version', 'Format', 'AccessKeyId', 'Timestamp', 'RegionId']) && !it.key.startsWith('Signature') }
    }

    private void run(String text, StringBuilder out = new StringBuilder()) {
        Scripts.compile('every.ehpc', text).over(connection.ehpc()).environment(SECRETS).output(out).run()
    }

    /** Returns the call as a script writes it. */
    private static String written(Operation operation, Map<String, Object> values) {
        String arguments = values.collect { name, value ->
            String spelled = NameStyle.SCRIPT.of(name)
            (spelled.contains('.') ? "'$spelled'" : spelled) + ": ${literal(value)}"
        }.join(', ')
        "api.${NameStyle.SCRIPT.of(operation.name())}($arguments)"
    }

    private static String literal(Object value) {
        switch (value) {
            case SECRETS.values():
                return "secret('${SECRETS.find { it.value == value }.key}')"
            case Map:
                return '[' + value.collect { name, field -> "${NameStyle.SCRIPT.of(name as String)}: ${literal(field)}" }.join(', ') + ']'
            case List:
                return '[' + value.collect { literal(it) }.join(', ') + ']'
            case CharSequence:
                return "'" + value.toString().replace('\\', '\\\\').replace("'", "\\'").replace('\n', '\\n') + "'"
            default:
                return String.valueOf(value)
        }
    }

    /** Returns a valid value of a parameter, by its rules alone. */
    private static Object value(Parameter parameter) {
        Parameter.Rules rules = parameter.rules()
        if (parameter.secret() && parameter.content() == Parameter.Type.STRING) {
            return (rules.maxLength() ?: 99) < SECRETS.PW.length() ? SECRETS.SHORT : SECRETS.PW
        }
        if (rules.values()) {
            return parameter.content() in [Parameter.Type.INTEGER, Parameter.Type.LONG] ? rules.values()[0] as long : rules.values()[0]
        }
        switch (parameter.content()) {
            case Parameter.Type.OBJECT:
                return parameter.fields() ? fields(parameter) : parameter.example() ?: [key: 'value']
            case Parameter.Type.OBJECT_LIST:
                return (1..Math.max(rules.minItems() ?: 1, Math.min(2, rules.maxItems() ?: 2))).collect { fields(parameter) }
            case Parameter.Type.STRING_LIST:
                return (1..Math.max(rules.minItems() ?: 1, Math.min(2, rules.maxItems() ?: 2))).collect { text(parameter) + it }
            case Parameter.Type.BOOLEAN:
                return true
            case [Parameter.Type.INTEGER, Parameter.Type.LONG, Parameter.Type.FLOAT]:
                return rules.min() ?: rules.max() ?: 1
            default:
                return text(parameter)
        }
    }

    private static Map fields(Parameter parameter) {
        parameter.fields().collectEntries { [it.name(), value(it)] }
    }

    private static String text(Parameter parameter) {
        Object example = parameter.example()
        example instanceof CharSequence && !example.contains('*') ? example : 'a' * Math.max(parameter.rules().minLength() ?: 0, 6)
    }

    /** Returns the documented wire form: {@code Name.N.Field} for lists, {@code Name.Field} for objects, a text for JSON. */
    private static Map<String, String> flat(Operation operation, Map<String, Object> values) {
        Map<String, String> wire = [:]
        values.findAll { it.key != 'RegionId' }.each { name, value -> put(wire, operation.parameter(name).get(), name, value) }
        wire
    }

    private static void put(Map<String, String> wire, Parameter parameter, String name, Object value) {
        if (parameter.type() == Parameter.Type.JSON) {
            wire[name] = json(parameter, value)
        } else if (value instanceof Map) {
            value.each { String field, inner -> put(wire, parameter.field(field).get(), "$name.$field", inner) }
        } else if (value instanceof List) {
            value.eachWithIndex { element, i -> put(wire, parameter, "$name.${i + 1}", element) }
        } else {
            wire[name] = value instanceof BigDecimal ? value.stripTrailingZeros().toPlainString() : value.toString()
        }
    }

    /** A JSON text inside a JSON text is text in text. */
    private static String json(Parameter parameter, Object value) {
        value instanceof CharSequence ? value.toString() : JsonOutput.toJson(inner(parameter, value))
    }

    private static Object inner(Parameter parameter, Object value) {
        if (value instanceof List) {
            return value.collect { inner(parameter, it) }
        }
        if (!(value instanceof Map) || !parameter.fields()) {
            return value
        }
        value.collectEntries { String name, field ->
            Parameter known = parameter.field(name).get()
            [name, known.type() == Parameter.Type.JSON ? json(known, field) : inner(known, field)]
        }
    }

    private static Object answer(Shape shape, String path) {
        switch (shape.type()) {
            case Shape.Type.OBJECT:
                return shape.fields().collectEntries { name, field -> [name, answer(field, name)] }
            case Shape.Type.LIST:
                return (0..<size(shape)).collect { answer(shape.element(), path + it) }
            case Shape.Type.BOOLEAN:
                return true
            case Shape.Type.INTEGER:
                return 12
            case Shape.Type.LONG:
                return 1L << 40
            case Shape.Type.FLOAT:
                return 0.25
            default:
                return shape.values() ? shape.values()[-1] : "$path ü".toString()
        }
    }

    /** Lists of texts and of small objects have two elements, so that a script has at most some hundred paths. */
    private static int size(Shape list) {
        list.element().fields().size() > 12 ? 1 : 2
    }

    /** Returns the paths of all leaves of an answer as a script writes them, with their values. */
    private static List<List> leaves(Shape shape, Object value, String path) {
        switch (shape.type()) {
            case Shape.Type.OBJECT:
                return shape.fields().collectMany { name, field -> leaves(field, (value as Map)[name], "${path}.${NameStyle.SCRIPT.of(name)}") }
            case Shape.Type.LIST:
                return (0..<size(shape)).collectMany { leaves(shape.element(), (value as List)[it], "$path[$it]") }
            default:
                return [[path, value]]
        }
    }
}
