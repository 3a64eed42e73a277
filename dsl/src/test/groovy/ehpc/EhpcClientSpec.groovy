package ehpc

import ehpc.api.ApiException
import ehpc.api.InputException
import ehpc.connect.Connection
import ehpc.node.NodeSet
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The Java API over the SDK and HTTP, down to processes of the local service. */
class EhpcClientSpec extends Specification {

    private static final String SETUP = 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh'

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    EhpcClient ehpc = connection.ehpc()
    Cluster demo = ehpc.cluster('ehpc-hz-localdemo1')
    Cluster hybrid = ehpc.cluster('ehpc-hz-localhybrid')

    def 'initialising creates the role once, and finds it done later'() {
        expect:
        ehpc.initialize(service) == Initialization.CREATED
        ehpc.initialize(service) == Initialization.ALREADY_DONE

        where:
        service << Service.values()
    }

    def 'regions and clusters are listed'() {
        expect:
        ehpc.regions()*.id() == ['cn-hangzhou']
        ehpc.clusters()*.id() == ['ehpc-hz-localdemo1', 'ehpc-hz-localhybrid']
        ehpc.clusters().every { it.status() == 'running' && it.region() == 'cn-hangzhou' }
        demo.describe().name() == 'localdemo1'
        hybrid.describe().id() == 'ehpc-hz-localhybrid'
    }

    def 'custom images are listed by every condition'() {
        when:
        List<Image> all = ehpc.customImages()

        then:
        all.size() > 2
        all.every { it.id().startsWith('m-') && it.sizeGib() > 0 && it.osTag().platform() && it.baseOsTag().tag() }
        all*.owner() as Set == ['self', 'others'] as Set
        ehpc.customImages(ImageQuery.ALL.owner('others')) == all.findAll { it.owner() == 'others' }
        ehpc.customImages(ImageQuery.ALL.baseOsTag('CentOS_7.2_64')).every { it.baseOsTag().tag() == 'CentOS_7.2_64' }
        ehpc.customImages(ImageQuery.ALL.cluster(demo.id()).instanceType('ecs.c5.large')) != null
    }

    def 'an owner that is none is refused before it is sent'() {
        when:
        ehpc.customImages(ImageQuery.ALL.owner('slef'))

        then:
        ehpc.api.InvalidRequestException e = thrown()
        e.message == "ListCustomImages: ImageOwnerAlias must be self or others, is 'slef'; did you mean 'self'?"
    }

    def 'post scripts replace each other and can be read back'() {
        when:
        demo.setPostScripts([PostScript.of(SETUP, '-h'), PostScript.of(SETUP)])

        then:
        demo.postScripts() == [new PostScriptEntry(SETUP, '-h'), new PostScriptEntry(SETUP, '')]
        demo.describe().postScripts() == demo.postScripts()

        when:
        demo.setPostScripts([])

        then:
        demo.postScripts() == []
    }

    def 'a seventeenth post script is one too many'() {
        when:
        demo.setPostScripts([PostScript.of(SETUP)] * 17)

        then:
        InputException e = thrown()
        e.message == 'post scripts must be at most 16, are 17'
    }

    def 'what is no URL is no post script'() {
        when:
        PostScript.of(url)

        then:
        InputException e = thrown()
        e.message == "post script URL must look like https://host/path, is '$url'"

        where:
        url << ['', 'setup.sh', 'ftp://host/x', 'https://', 'https:///x', 'https://ho st/x', 'file:///etc/passwd']
    }

    def 'users are brought up to date in a hybrid cluster'() {
        expect:
        hybrid.syncUsers() ==~ /[0-9A-F-]{36}/
    }

    def 'an unknown cluster is told with the code and request id of the service'() {
        when:
        ehpc.cluster('ehpc-hz-nothere00').nodes()

        then:
        ApiException e = thrown()
        e.code() == 'ClusterNotFound'
        e.httpStatus() == 404
        e.kind() == ApiException.Kind.REFUSED
        e.requestId().present
        !e.safeToRetry()
    }

    def 'a command runs where and as long as it is told'() {
        when:
        RunResult result = demo.run(command).from(directory).timeout(Duration.ofSeconds(limit)).on(demo.node('compute000'))
        NodeResult node = result.results[0]

        then:
        node.outcome() == outcome
        node.exitCode() == exitCode
        node.output() == output

        where:
        command                   | directory | limit || outcome             | exitCode              | output
        'pwd; hostname'           | '/tmp'    | 10    || Outcome.OK          | OptionalLong.of(0)     | '/tmp\ncompute000\n'
        'echo é北京😀; exit 3'      | '/root'   | 10    || Outcome.FAILED      | OptionalLong.of(3)     | 'é北京😀\n'
        'echo so far; sleep 60'   | '/root'   | 1     || Outcome.TIMED_OUT   | OptionalLong.empty()   | 'so far\n'
        'nosuchcommand 2>/dev/null' | '/root' | 10    || Outcome.FAILED      | OptionalLong.of(127)   | ''
    }

    def 'a directory that is not there keeps the command from running'() {
        when:
        RunResult result = demo.run('pwd').from('/no/such').on(demo.node('compute000'))

        then:
        result.results[0].outcome() == Outcome.NOT_DELIVERED
        result.results[0].output().contains('/no/such')
    }

    def 'long outputs come back whole'() {
        when:
        RunResult result = demo.run('yes 0123456789abcdef | head -n 12000').on(demo.node('compute001'))

        then:
        result.results[0].output().length() == 17 * 12_000
    }

    def 'what was submitted can be looked up'() {
        when:
        RunResult result = demo.run('echo looked up').from('/tmp').timeout(Duration.ofSeconds(77)).on(demo.nodes())
        String id = result.commandIds()[0]

        then:
        demo.commands().find { it.id() == id } == new SubmittedCommand(id, 'echo looked up', '/tmp', 77)
        demo.invocationStatus(id).status() == 'Finished'
        demo.invocationStatus(id).nodes().size() == 6
        demo.invocationResults(id).every { it.message() == 'looked up\n' && it.finishedTime() }
    }

    def 'a listener hears of a run from its beginning to its end'() {
        given:
        List<String> heard = []
        List<RunListener.Progress> looks = []
        RunListener listener = new RunListener() {
            void began(RunListener.Run run) { heard << "began $run.clusterId $run.command $run.nodes".toString() }

            void submitted(String cluster, String command, NodeSet nodes) { heard << "submitted $nodes".toString() }

            void progress(RunListener.Progress progress) { looks << progress }

            void collected(String cluster, String command) { heard << 'collected' }

            void ended(RunListener.Run run) { heard << 'ended' }
        }

        when:
        Cluster cluster = ehpc.withListener(listener).cluster(demo.id())
        cluster.run('exit 3').on(cluster.nodes().compute)

        then:
        heard == ["began ${demo.id()} exit 3 4".toString(), 'submitted compute[000-003]', 'collected', 'ended']
        looks*.run().unique().size() == 1
        looks.first().with { [it.total(), it.done(), it.failed(), it.running()] } == [4, 0, 0, 4]
        looks.last().with { [it.total(), it.done(), it.failed(), it.running()] } == [4, 4, 4, 0]
        looks.every { it.done() + it.running() == 4 && it.failed() <= it.done() }
    }

    def 'node sets are chosen by role, condition, name and difference'() {
        given:
        NodeSet nodes = demo.nodes()

        expect:
        nodes.folded() == 'compute[000-003],login0,manager0'
        nodes.every
        !nodes.compute.every
        nodes.compute.folded() == 'compute[000-003]'
        nodes.login.folded() == 'login0'
        nodes.manager.folded() == 'manager0'
        (nodes - nodes.compute).folded() == 'login0,manager0'
        (nodes - nodes.node('compute002')).folded() == 'compute[000-001,003],login0,manager0'
        nodes['compute[002-003],login0'].names() == ['compute002', 'compute003', 'login0']
        (nodes.login + nodes.manager + nodes.login).names() == ['login0', 'manager0']
        (nodes.compute & nodes['compute003']).names() == ['compute003']
        nodes.where { it.name().endsWith('1') }.names() == ['compute001']
        nodes.node(nodes.login.ids()[0]).name() == 'login0'
        nodes.every { it.status() == 'running' && it.ip() && it.instanceType() }
    }

    def 'a set of nodes or a result is true when there is something, or all is well'() {
        expect:
        demo.nodes()
        !demo.nodes().where { false }
        demo.run('true').on(demo.node('compute000'))
        !demo.run('false').on(demo.node('compute000'))
    }

    def 'an unknown node is told with the nearest'() {
        when:
        choice.call(demo.nodes())

        then:
        InputException e = thrown()
        e.message == message

        where:
        choice                        || message
        ({ it.node('compute0004') })  || "no node 'compute0004' in nodes; did you mean 'compute000'?; known: compute[000-003],login0,manager0"
        ({ it['compute[003-004]'] })  || "no node named 'compute004' in nodes; did you mean 'compute000'?; known: compute[000-003],login0,manager0"
        ({ it.login.node('xyz') })    || "no node 'xyz' in nodes.login; known: login0"
    }
}
