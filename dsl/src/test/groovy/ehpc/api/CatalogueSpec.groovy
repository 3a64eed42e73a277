package ehpc.api

import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Specification

class CatalogueSpec extends Specification {

    static final Set<String> OPERATION_KEYS = ['name', 'help', 'methods', 'mutates', 'destroys', 'idempotent', 'async', 'task', 'paging',
        'parameters', 'response', 'errors', 'errorsComplete', 'subjects', 'doneWhenRefused']

    static final Set<String> PARAMETER_KEYS = ['name', 'names', 'type', 'required', 'secret', 'help', 'default', 'values', 'separator',
        'min', 'max', 'decimals', 'minLength', 'maxLength', 'minItems', 'maxItems', 'maxBytes', 'pattern', 'form',
        'forbiddenPrefixes', 'forbiddenParts', 'unit', 'requiredWhen', 'effectiveWhen', 'valuesWhen', 'maxWhen', 'excludes',
        'lessThan', 'atLeast', 'notes', 'example', 'fields']

    Catalogue catalogue = Catalogue.ehpc()

    def 'it names the product, its version and its 102 operations, sorted'() {
        expect:
        catalogue.product() == 'EHPC'
        catalogue.version() == '2018-04-12'
        catalogue.names().size() == 102
        catalogue.names() == catalogue.names().toSorted()
        catalogue.toString() == 'EHPC 2018-04-12'
    }

    def 'each name has one file that bears it, and each file a name'() {
        given:
        URI folder = Catalogue.getResource('/ehpc/api/2018-04-12/operations').toURI()

        expect:
        new File(folder).list().toList().toSorted() == catalogue.names().collect { it + '.json' }
        catalogue.names().every { catalogue.operation(it).name() == it }
    }

    def 'a file holds no key that the reader does not know: #name'() {
        given:
        Map<String, Object> file = Json.object(Catalogue.getResourceAsStream("/ehpc/api/2018-04-12/operations/${name}.json"))

        expect:
        OPERATION_KEYS.containsAll(file.keySet())
        everyField(file.parameters).every { PARAMETER_KEYS.containsAll(it.keySet()) }

        where:
        name << Catalogue.ehpc().names()
    }

    def 'an operation knows how it is sent, what it changes and what it starts'() {
        given:
        Operation add = catalogue.operation('AddNodes')
        Operation tag = catalogue.operation('TagResources')
        Operation run = catalogue.operation('InvokeShellCommand')

        expect:
        add.mutates()
        add.async()
        add.task().get() == 'AddComputes'
        add.takesClientToken()
        tag.methods() == ['POST', 'GET']
        run.methods() == ['GET']
        run.idempotent().get() == false
        !run.async()
        !run.takesClientToken()
        run.toString() == 'InvokeShellCommand'
        catalogue.operation('ListNodes').sees(add)
        !catalogue.operation('ListNodes').sees(run)
        !tag.sees(tag)
        catalogue.operation('AddQueue').parameter('QueueName').get().names() == 'queue'
        catalogue.operation('InitializeEHPC').doneWhenRefused() == ['EntityAlreadyExists.RoleError'] as Set
    }

    def 'an operation is read once, whoever asks first'() {
        given:
        def pool = Executors.newFixedThreadPool(8)

        when:
        List<Operation> read = pool.invokeAll((1..32).collect {
            { -> Catalogue.ehpc().operation('SetAutoScaleConfig') } as Callable<Operation>
        })*.get()

        then:
        read.every { it.is(read[0]) }

        cleanup:
        pool.shutdownNow()
    }

    def 'an unknown operation is answered with the nearest one'() {
        when:
        catalogue.operation('ListNode')

        then:
        UnknownOperationException e = thrown()
        e.message == "unknown operation 'ListNode'; did you mean 'ListNodes'?"
        e.name() == 'ListNode'
        e.nearest().get() == 'ListNodes'
        catalogue.find('../product').empty
    }

    def 'endpoints come from the tables, and for other regions from the rule'() {
        expect:
        catalogue.endpoints().size() == 13
        catalogue.vpcEndpoints().size() == 18
        catalogue.endpoints()['cn-hangzhou'] == 'ehpc.cn-hangzhou.aliyuncs.com'
        catalogue.vpcEndpoints()['cn-chengdu'] == 'ehpc-vpc.cn-chengdu.aliyuncs.com'
        catalogue.endpointByRule('eu-west-1', false) == 'ehpc.eu-west-1.aliyuncs.com'
        catalogue.endpointByRule('eu-west-1', true) == 'ehpc-vpc.eu-west-1.aliyuncs.com'
    }

    def 'errors of the gateway, of the product and of an operation have a status, a code and help'() {
        given:
        List<ErrorCode> all = catalogue.commonErrors() + catalogue.productErrors() +
            catalogue.names().collectMany { catalogue.operation(it).errors() }

        expect:
        all.every { it.http() in 400..503 && it.code() && it.help() }
        all.every { catalogue.errorHelp(it.code()).get() == it.help() }
        catalogue.commonErrors().findAll { it.code() == 'InvalidAccessKeyId.NotFound' }*.http() == [404, 400]
        catalogue.operation('InvokeShellCommand').errors().size() == 14
        catalogue.errorHelp('NoSuchCode').empty
    }

    def 'every operation, parameter and field has a type and a help line: #name'() {
        given:
        Operation operation = catalogue.operation(name)

        expect:
        operation.help()
        !operation.help().contains('\n')
        everyParameter(operation.parameters()).every { it.name() && it.type() && it.help() && !it.help().contains('\n') }
        everyParameter(operation.parameters()).every { (it.type() == Parameter.Type.JSON) == (it.json() != null) }

        where:
        name << Catalogue.ehpc().names()
    }

    def 'a documented example keeps its own parameter\'s rules: #name'() {
        given:
        Operation operation = catalogue.operation(name)

        expect:
        everyParameter(operation.parameters()).findAll { it.example() != null }
            .collectMany { problemsOf(it, it.example())*.message() } == []

        where:
        name << Catalogue.ehpc().names()
    }

    def 'a documented default keeps its own parameter\'s rules: #name'() {
        given:
        Operation operation = catalogue.operation(name)

        expect:
        everyParameter(operation.parameters()).findAll { it.defaultValue() != null }
            .collectMany { problemsOf(it, it.defaultValue())*.message() } == []

        where:
        name << Catalogue.ehpc().names()
    }

    def 'rules look only at parameters that exist beside them: #name'() {
        given:
        Operation operation = catalogue.operation(name)

        expect:
        danglingRules(operation.parameters(), operation.parameters()) == []

        where:
        name << Catalogue.ehpc().names()
    }

    def 'a paged operation has the parameters and the response fields that it is paged by: #name'() {
        given:
        Operation operation = catalogue.operation(name)
        Paging paging = operation.paging().get()

        expect:
        shapeAt(operation.response(), paging.items()).type() == Shape.Type.LIST
        paging.number().present != paging.token().present
        [paging.number(), paging.size(), paging.token()].findAll { it.present }.every { operation.parameter(it.get()).present }
        [paging.total(), paging.token()].findAll { it.present }.every { shapeAt(operation.response(), it.get()) != null }
        paging.key().every { shapeAt(operation.response(), paging.items()).element().fields().containsKey(it) }
        paging.size().empty || paging.maxSize() >= paging.defaultSize() && paging.defaultSize() > 0

        where:
        name << Catalogue.ehpc().names().findAll { Catalogue.ehpc().operation(it).paging().present }
    }

    def 'a catalogue that is damaged says where'() {
        when:
        Catalogue.at('/ehpc/api/none/')

        then:
        IllegalStateException missing = thrown()
        missing.message == "the catalogue's file /ehpc/api/none/product.json is missing"

        when:
        ParameterFile.parameter(new JsonFields([name: 'Tint', type: 'colour']))

        then:
        IllegalArgumentException unknown = thrown()
        unknown.message == "unknown parameter type 'colour'"
    }

    def 'documented response values are part of the tree'() {
        given:
        Shape tree = catalogue.operation('ListNodes').response()

        expect:
        shapeAt(tree, 'Nodes.NodeInfo').element().fields()['Location'].values() == ['OnPremise', 'PublicCloud']
        shapeAt(tree, 'Nodes.NodeInfo').element().fields()['LockReason'].values()[0] == ''
        shapeAt(tree, 'Nodes.NodeInfo').element().fields()['Id'].values() == []
        shapeAt(tree, 'TotalCount').type() == Shape.Type.INTEGER
    }

    private static List<Problem> problemsOf(Parameter parameter, Object value) {
        Parameter alone = new Parameter(parameter.name(), parameter.type(), parameter.json(), parameter.required(),
            parameter.secret(), null, parameter.help(), null, null, parameter.rules(), parameter.fields())
        Operation only = new Operation('Only', 'Only', ['GET'], false, false, Optional.empty(), false, Optional.empty(),
            Optional.empty(), [alone], CatalogueFile.shape([:]), [], true, [] as Set, [] as Set)
        RequestCheck.problems(Request.of(only, [(parameter.name()): value]))
    }

    private static List<Map> everyField(Object parameters) {
        (parameters as List<Map>).collectMany { [it] + everyField(it.fields ?: []) }
    }

    private static List<Parameter> everyParameter(List<Parameter> parameters) {
        parameters.collectMany { [it] + everyParameter(it.fields()) }
    }

    private static List<String> danglingRules(List<Parameter> beside, List<Parameter> top) {
        Set<String> known = (beside + top)*.name()
        beside.collectMany { parameter ->
            Relations relations = parameter.rules().relations()
            List<String> named = [relations.requiredWhen(), relations.effectiveWhen()].findAll()*.parameters().flatten() +
                [relations.valuesWhen()?.parameter(), relations.maxWhen()?.parameter(), relations.excludes(),
                    relations.lessThan(), relations.atLeast()].findAll()
            (named - known).collect { "${parameter.name()}: ${it}" } + danglingRules(parameter.fields(), top)
        }
    }

    private static Shape shapeAt(Shape tree, String path) {
        path.split('\\.').inject(tree) { Shape shape, String step -> shape?.fields()?.get(step) }
    }
}
