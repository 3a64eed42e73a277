package ehpc.script

import ehpc.TestService
import ehpc.api.InputException
import ehpc.api.InvalidRequestException
import ehpc.api.Secret
import ehpc.connect.Connection
import ehpc.dsl.ApiRecord
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Calls of {@code api} that a running script makes. Operations that the local service has are run there, the others recorded. */
class ApiRunSpec extends Specification {

    private static final Map DONE = [RequestId: 'R2']
    private static final Map QUEUES = [RequestId: 'R1', Queues: [QueueInfo: [
            [QueueName: 'gpu', Type: 'Execution', ComputeInstanceType: [InstanceType: ['ecs.a', 'ecs.b']]], [QueueName: 'work']]]]

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    TestService service = new TestService(3)
    StringBuilder out = new StringBuilder()

    def setup() {
        service.answers.putAll(ListQueues: QUEUES, SetQueue: DONE, SetPostScripts: DONE, GetPostScripts: DONE)
    }

    def 'a block fills in its cluster and the region, and its answers are read by name'() {
        when:
        run('''\
            cluster('c') {
                api.setQueue(node: [[name: 'compute000']], queueName: 'gpu')
                def q = api.listQueues()
                q.queues.queueInfo.each { println it.queueName }
                println q.queues.queueInfo[0].computeInstanceType.instanceType*.toUpperCase()
                api.getPostScripts()
            }
            '''.stripIndent())

        then:
        out.toString() == 'gpu\nwork\n[ECS.A, ECS.B]\n'
        sent() == [
                SetQueue: [ClusterId: 'c', Node: [[Name: 'compute000']], QueueName: 'gpu'],
                ListQueues: [ClusterId: 'c'],
                GetPostScripts: [RegionId: 'cn-hangzhou', ClusterId: 'c']]
        service.sent*.region() == [Optional.of('cn-hangzhou')] * 3
    }

    def 'what the script gives goes before what is filled in: #call'() {
        when:
        run("cluster('c') { $call }")

        then:
        sent() == expected

        where:
        call                                                     || expected
        "api.listQueues(clusterId: 'd')"                         || [ListQueues: [ClusterId: 'd']]
        "api.getPostScripts(regionId: 'cn-shanghai')"            || [GetPostScripts: [RegionId: 'cn-shanghai', ClusterId: 'c']]
        "api.GetPostScripts(RegionId: 'cn-shanghai')"            || [GetPostScripts: [RegionId: 'cn-shanghai', ClusterId: 'c']]
        'api.listQueues(clusterId: null)'                        || [ListQueues: [ClusterId: 'c']]
    }

    def 'values travel as they are meant: #arguments'() {
        given:
        service.answers[operation] = DONE

        when:
        run("""
            def texts = ['a', 'b']
            def answer = api.listQueues(clusterId: 'c').queues.queueInfo[0]
            cluster('c') { api.${operation[0].toLowerCase() + operation[1..-1]}($arguments) }
            """)

        then:
        service.requests(operation)[0].parameters() == [ClusterId: 'c'] + parameters

        where:
        operation   | arguments                                                   || parameters
        'SetQueue'  | "node: texts.collect { [name: it] }, queueName: \"q\${1}\"" || [Node: [[Name: 'a'], [Name: 'b']], QueueName: 'q1']
        'SetQueue'  | "node: [[name: 'a']] as Set, queueName: 'q' as char"        || [Node: [[Name: 'a']], QueueName: 'q']
        'SetQueue'  | "[queueName: 'q', node: [[name: 1]] as Object[]]"           || [QueueName: 'q', Node: [[Name: 1]]]
        'SetQueue'  | "*: [queueName: 'q'], node: [[name: answer.queueName]]"     || [QueueName: 'q', Node: [[Name: 'gpu']]]
        'ListNodes' | 'pageSize: texts.size(), pageNumber: 1L'                    || [PageSize: 2, PageNumber: 1L]
        'ListNodes' | 'filter: [status: "running"]'                               || [Filter: [status: 'running']]
        'SubmitJob' | "commandLine: 'x', runasUser: 'u', runasUserPassword: 'p', jobRetry: [count: 3]" ||
            [CommandLine: 'x', RunasUser: 'u', RunasUserPassword: 'p', 'JobRetry.Count': 3]
    }

    def 'what changes something is marked and comes after the post scripts declared so far, what reads does not send them'() {
        when:
        ScriptResult result = run('''\
            cluster('c') {
                postScript 'https://b/s.sh'
                api.listQueues()
                api.setQueue(node: [[name: 'a']], queueName: 'gpu')
                api.setQueue(node: [[name: 'a']], queueName: 'work')
            }
            '''.stripIndent())

        then:
        service.sent*.operation()*.name() == ['ListQueues', 'SetPostScripts', 'SetQueue', 'SetQueue']
        result.changed()
    }

    def 'reading changes nothing'() {
        expect:
        !run("cluster('c') { api.listQueues() }").changed()
        !run("api.listQueues(clusterId: 'c')").changed()
        run("api.setQueue(clusterId: 'c', node: [[name: 'a']], queueName: 'q')").changed()
    }

    def 'methods and closures of a script speak of the cluster whose block calls them'() {
        when:
        run('''\
            def names() { api.listQueues().queues.queueInfo*.queueName }
            def count = { api.listQueues().queues.queueInfo.size() }
            cluster('c') {
                println names()
                println count()
            }
            '''.stripIndent())

        then:
        out.toString() == '[gpu, work]\n2\n'
        service.sent*.parameters() == [[ClusterId: 'c']] * 2
    }

    def 'a secret reaches the request and nothing else'() {
        given:
        service.answers.ModifyUserPasswords = DONE

        when:
        run("cluster('c') { println api.modifyUserPasswords(user: [[name: 'u', password: secret('PW')]]) }", [PW: 'Open-Sesame-1'])

        then:
        service.sent*.wire() == [[ClusterId: 'c', 'User.1.Name': 'u', 'User.1.Password': 'Open-Sesame-1']]
        sent() == [ModifyUserPasswords: [ClusterId: 'c', User: [[Name: 'u', Password: new Secret('PW', 'Open-Sesame-1')]]]]
        out.toString() == '[requestId:R2]\n'
        service.sent[0].toString() == 'ModifyUserPasswords{ClusterId=c, User=[{Name=u, Password=***}]}'
    }

    def 'what is wrong at run time is told before anything is sent: #text'() {
        when:
        run(text, [PW: 'Hidden-Text-1'])

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:$message"
        service.sent.empty

        where:
        text                                                                  || message
        'def f = { x -> x.listQueus() }\nf(api)'                              || "1: unknown operation 'listQueus'; did you mean 'listQueues'?"
        'def f = { x -> x.listQueues }\nf(api)'                               || "1: 'listQueues' must be called: api.listQueues()"
        "def f = { x -> x.listQueues('c') }\nf(api)"                          || '1: parameters must be named, like listQueues(name: value)'
        'def show() { api.listQueues() }\nshow()' ||
            "1: listQueues: clusterId must be given, or the call must be in a cluster('...') { } block"
        'def n = args.size()\napi.listClusters(pageSize: n)'                  || '2: listClusters: pageSize must be 1 to 50, is 0'
        'def f = { it }\napi.listClusters(pageSize: f(10.minutes), pagNumber: 1)' ||
            "2:43: unknown parameter 'pagNumber'; did you mean 'pageNumber'?"
        'def f = { it }\napi.listClusters(pageSize: f(10.minutes))'           || '2: listClusters: pageSize must be a whole number, is a Duration'
        "def f = { it }\ncluster('c') { api.listQueues(clusterId: f(secret('PW'))) }" || '2: listQueues: clusterId must not be a secret'
        "def f = { it }\ncluster('c') { api.listQueues(clusterId: f([a: ['x', secret('PW')]])) }" ||
            "2: listQueues: clusterId must be text, is '{\"a\":[\"x\",\"secret 'PW'\"]}'"
        "def f = { it }\ncluster('c') { api.listQueues(clusterId: \"\${f(secret('PW'))}\") }" ||
            '2: a secret must be given by itself, not inside a text'
        "def p = 'too short'.take(3)\ncluster('c') { api.modifyUserPasswords(user: [[name: 'u', password: p]]) }" ||
            '2: modifyUserPasswords: user[1].password must be 8 to 30 characters'
        "api.call('listQueus', [:])"                                          || "1: unknown operation 'listQueus'; did you mean 'listQueues'?"
    }

    def 'api must not be used when its block has ended'() {
        when:
        run("def kept\ncluster('c') { kept = api }\nkept.listQueues(clusterId: 'c')")

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:3: 'api' is called after the end of the block of cluster 'c'"
        service.sent.empty
    }

    def 'an answer is a value: fields by either name, equality, a map, text'() {
        given:
        ApiRecord record = answer("api.listQueues(clusterId: 'c')")

        expect:
        record.requestId == 'R1'
        record.RequestId == 'R1'
        record.queues.queueInfo*.queueName == ['gpu', 'work']
        record.queues.queueInfo[1].computeInstanceType.instanceType == []
        record.queues.queueInfo[1].hostNamePrefix == null
        record == answer("api.call('ListQueues', [clusterId: 'c'])")
        record.hashCode() == answer("api.listQueues(clusterId: 'c')").hashCode()
        record != record.queues
        record.queues.queueInfo[0].asMap().keySet().containsAll(['queueName', 'type', 'computeInstanceType'])
        record.asMap().requestId == 'R1'
        answer("api.setQueue(clusterId: 'c', node: [[name: 'a']], queueName: 'q')").toString() == '[requestId:R2]'
    }

    def 'a list of an answer is a copy, for the script to change'() {
        given:
        ApiRecord record = answer("api.listQueues(clusterId: 'c')")

        when:
        record.queues.queueInfo.clear()

        then:
        record.queues.queueInfo.size() == 2
    }

    def 'a name that no answer has is told with the nearest at run time too'() {
        when:
        run("def f = { r -> r.queues.$name }\nf(api.listQueues(clusterId: 'c'))")

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:1: $message"

        where:
        name              || message
        'queueInf'        || "unknown name 'queueInf' on listQueues.queues; did you mean 'queueInfo'?"
        'colour'          || "unknown name 'colour' on listQueues.queues"
        'queueInfo*.nam'  || "unknown name 'nam' on listQueues.queues.queueInfo"
        'queueInfo = 3'   || "'queueInfo' cannot be set: an answer is read-only"
    }

    def 'a field that the catalogue does not know can be read where the checker does not look'() {
        given:
        service.answers.ListQueues = QUEUES + [NewThing: [Inner: 1]]

        expect:
        run("def f = { r -> r.newThing.inner }\nf(api.listQueues(clusterId: 'c'))").value() == 1
    }

    def 'a value that is not what the service documents is told instead of breaking the script'() {
        given:
        service.answers.ListClusters = [TotalCount: given]

        when:
        run('println api.listClusters().totalCount + 1')

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:1: listClusters.totalCount must be a whole number of at most 32 bits, the service returned '$given'"
        e.cause instanceof InputException

        where:
        given << ['many', 3000000000]
    }

    def 'the failure of a check keeps every problem'() {
        when:
        run('def n = args.size()\napi.listClusters(pageSize: n, pageNumber: n)')

        then:
        ScriptException e = thrown()
        (e.cause as InvalidRequestException).problems()*.parameter() == ['pageNumber', 'pageSize']
    }

    def 'answers of the local service are walked'() {
        when:
        Scripts.compile('a.ehpc', '''\
            println api.listRegions().regions.regionInfo*.regionId
            println api.listClusters(pageSize: 1).clusters.clusterInfoSimple*.id
            cluster('ehpc-hz-localdemo1') {
                postScript 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh', '-h'
                def compute = api.listNodes(role: 'Compute', sortBy: 'HostName').nodes.nodeInfo
                println compute.groupBy { it.status }.collect { status, nodes -> "${nodes.size()} $status" }
                def id = api.invokeShellCommand(command: 'true', instance: compute.take(2).collect { [id: it.id] }).commandId
                println api.listInvocationStatus(commandId: id).invokeInstances.invokeInstance.size()
                println api.getPostScripts().postInstallScripts*.args
                println api.describeCluster().clusterInfo.name
            }
            '''.stripIndent()).over(connection.ehpc()).output(out).run()

        then:
        out.toString() == '[cn-hangzhou]\n[ehpc-hz-localdemo1]\n[4 running]\n2\n[-h]\nlocaldemo1\n'
    }

    private ScriptResult run(String text, Map<String, String> environment = [:]) {
        Scripts.compile('a.ehpc', text).over(service.ehpc()).environment(environment).output(out).run()
    }

    private ApiRecord answer(String call) {
        new InteractiveSession().compile(call).over(service.ehpc()).environment([:]).output(out).run().value().get() as ApiRecord
    }

    private Map<String, Map<String, Object>> sent() {
        service.sent.collectEntries { [it.operation().name(), it.parameters()] }
    }
}
