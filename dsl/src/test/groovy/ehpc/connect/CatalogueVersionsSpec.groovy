package ehpc.connect

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.UnknownOperationException
import ehpc.edit.Document
import ehpc.edit.KnownNames
import ehpc.local.LocalOptions
import ehpc.plan.Plan
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import ehpc.script.Scripts
import ehpc.script.SessionContext
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Two versions of the API side by side in one JVM. The later one has ListRacks, lacks ListQueues, and knows a region that is new. */
class CatalogueVersionsSpec extends Specification {

    private static final String FILES = '/ehpc/api/2018-04-12/'
    private static final String CLUSTER = 'ehpc-hz-localdemo1'

    @Shared
    @TempDir
    Path directory

    @Shared
    Catalogue later

    @Shared
    @AutoCleanup
    Connection now

    @Shared
    @AutoCleanup
    Connection then

    def setupSpec() {
        Files.createDirectories(directory.resolve('operations'))
        Catalogue.ehpc().names().each { copy("operations/${it}.json") { } }
        copy('synonyms.json') { }
        copy('product.json') {
            it.version = '2099-01-01'
            it.operations = (it.operations - 'ListQueues' + 'ListRacks').toSorted()
            it.endpoints['cn-moon'] = 'ehpc.cn-moon.aliyuncs.com'
        }
        copy('operations/ListQueues.json', 'operations/ListRacks.json') {
            it.name = 'ListRacks'
            it.help = 'List the racks of a cluster'
            it.response = [Racks: [RackInfo: [[RackName: 'string']]], RequestId: 'string']
        }
        later = Catalogue.in(directory)
        now = connection(Catalogue.ehpc())
        then = connection(later)
    }

    private static Connection connection(Catalogue catalogue) {
        Connection.open(ConnectionOptions.defaults().catalogue(catalogue).local(LocalOptions.defaults()))
    }

    private void copy(String from, String to = from, Closure<?> change) {
        Map file = new JsonSlurper().parse(Catalogue.getResourceAsStream(FILES + from)) as Map
        change(file)
        Files.writeString(directory.resolve(to), JsonOutput.toJson(file))
    }

    def 'each has its version, its operations and its regions'() {
        expect:
        Catalogue.ehpc().toString() == 'EHPC 2018-04-12'
        later.toString() == 'EHPC 2099-01-01'
        later.names() - Catalogue.ehpc().names() == ['ListRacks']
        Catalogue.ehpc().names() - later.names() == ['ListQueues']
        [Catalogue.ehpc(), later]*.regions()*.known()*.contains('cn-moon') == [false, true]
        later.search().named('list racks') == ['ListRacks']

        when:
        later.operation('ListQueues')

        then:
        UnknownOperationException e = thrown()
        e.message.startsWith("unknown operation 'ListQueues'")
    }

    def 'each client speaks its version to its service, and to no other'() {
        expect:
        now.ehpc().cluster(CLUSTER).queues().list()
        then.ehpc().cluster(CLUSTER).nodes().size() == now.ehpc().cluster(CLUSTER).nodes().size()
        now.service().get().operations() - then.service().get().operations() == ['ListQueues']

        when: 'an operation that the service knows and does not emulate'
        then.ehpc().send(then.ehpc().cluster(CLUSTER).request('ListRacks'))

        then:
        ApiException unsupported = thrown()
        unsupported.code() == 'UnsupportedOperation'
        unsupported.detail().startsWith('not emulated: ListRacks; emulated: AddExistedNodes, ')

        when:
        Connection.open(ConnectionOptions.defaults().catalogue(later).region('cn-hangzhou')
                .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret'])
                .endpoint(now.service().get().endpoint().toString())).withCloseable { it.ehpc().clusters() }

        then:
        ApiException other = thrown()
        other.code() == 'NoSuchVersion'
        other.detail() == 'Version must be 2018-04-12, is 2099-01-01'
    }

    def 'a script is checked, completed and run against its own'() {
        expect:
        problems('api.listRacks(clusterId: "c")', Catalogue.ehpc()) ==
                ["a.ehpc:1:5: unknown operation 'listRacks'; did you mean 'listTasks'?"]
        problems('api.listRacks(clusterId: "c").racks.rackInfo*.rackName', later) == []
        problems('api.listQueues(clusterId: "c")', later)[0].startsWith("a.ehpc:1:5: unknown operation 'listQueues'")
        problems("region 'cn-mon'", later) == ["a.ehpc:1:8: unknown region 'cn-mon'; did you mean 'cn-moon'?"]
        offered('api.listR', SessionContext.EMPTY) == ['listRegions']
        offered('api.listR', SessionContext.of(later)) == ['listRacks', 'listRegions']
        new Document('api.listRacks(', SessionContext.of(later)).hint(14).get().help() == 'List the racks of a cluster'

        when:
        Scripts.compile('a.ehpc', "api.call('listRacks', [clusterId: '$CLUSTER'])", Catalogue.ehpc()).over(now.ehpc()).run()

        then:
        ScriptException unknown = thrown()
        unknown.problems()[0].message() == "unknown operation 'listRacks'; did you mean 'listTasks'?"

        when:
        new InteractiveSession(later).compile("api.listRacks(clusterId: '$CLUSTER')").over(then.ehpc()).run()

        then:
        ScriptException unsupported = thrown()
        unsupported.problems()[0].message().contains('UnsupportedOperation')
    }

    def 'a plan holds the calls of its own'() {
        when:
        Plan plan = Scripts.compile('a.ehpc', "cluster('$CLUSTER') { run 'true' on nodes }", later).over(then.ehpc()).plan()

        then:
        plan.steps()[0].calls()[0].request(later, 'cn-hangzhou', [:]).operation().is(later.operation('InvokeShellCommand'))
    }

    def 'a directory without a catalogue is refused'() {
        when:
        Catalogue.in(directory.resolve('none'))

        then:
        IllegalStateException e = thrown()
        e.message == "the catalogue's file ${directory.resolve('none/product.json')} is missing"
    }

    private static List<String> problems(String text, Catalogue catalogue) {
        try {
            Scripts.compile('a.ehpc', text, catalogue)
            return []
        } catch (ScriptException e) {
            return e.problems()*.toString()
        }
    }

    private static List<String> offered(String text, SessionContext context) {
        new Document(text, context).complete(text.length(), KnownNames.EMPTY).candidates()*.text()
    }
}
