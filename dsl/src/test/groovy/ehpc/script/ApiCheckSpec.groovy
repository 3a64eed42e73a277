package ehpc.script

import ehpc.api.Catalogue
import ehpc.api.Shape
import ehpc.api.NameStyle
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.CompilerConfiguration
import spock.lang.Specification

/** What is said of calls of {@code api} before anything is sent. */
class ApiCheckSpec extends Specification {

    private static final Map<Shape.Type, String> TYPES = [
            (Shape.Type.STRING): 'String', (Shape.Type.INTEGER): 'Integer', (Shape.Type.LONG): 'Long',
            (Shape.Type.FLOAT): 'BigDecimal', (Shape.Type.BOOLEAN): 'Boolean']
    private static final String NO_CLUSTER = "a.ehpc:@: clusterId must be given, or the call must be in a cluster('...') { } block"
    private static final String HYBRID = "name: 'ab', osTag: 'o', vSwitchId: 'v', vpcId: 'p'"
    private static final String LIST = 'api.listNodes().nodes.nodeInfo'

    def 'a wrong call in a block is told at its place: #line'() {
        expect:
        problems("cluster('c') {\n    $line\n}\n") == ["a.ehpc:2:$column: $message" as String]

        where:
        line                                                         || column | message
        'api.listQueus()'                                            || 9      | "unknown operation 'listQueus'; did you mean 'listQueues'?"
        'api.listQueues'                                             || 9      | "'listQueues' must be called: listQueues()"
        'api.queues'                                                 || 9      | "unknown operation 'queues'; see listQueues, addQueue, deleteQueue, setQueue"
        'api.foo()'                                                  || 9      | "unknown operation 'foo'"
        "api.listNodes('c')"                                         || 19     | 'parameters must be named, like listNodes(name: value)'
        "api.setQueue('gpu', node: [[name: 'a']])"                   || 18     | 'parameters must be named, like setQueue(name: value)'
        "api.setQueue(queueName: 'q', node: [[name: 'a']]) { }"      || 55     | 'parameters must be named, like setQueue(name: value)'
        "api.setQueue(queueName: 'gpu')"                             || 9      | 'node must be given'
        'api.setQueue()'                                             || 9      | 'node must be given; queueName must be given'
        "api.setQueue(nodes: [[name: 'a']], queueName: 'q')"         || 18     | "unknown parameter 'nodes'; did you mean 'node'?"
        "api.setQueue(node: [[name: 'a']], queueName: 'q', colour: 'red')" || 55     | "unknown parameter 'colour'"
        "api.setQueue(node: [[nam: 'a']], queueName: 'q')"           || 26     | "unknown field 'node[1].nam'; did you mean 'name'?"
        "api.setQueue(node: [[name: 'a', size: 1]], queueName: 'q')" || 37     | "unknown field 'node[1].size'; known: name"
        "api.setQueue(node: [[:]], queueName: 'q')"                  || 25     | 'node[1] must be given'
        "api.setQueue(node: ['a'], queueName: 'q')"                  || 25     | "node[1] must be an object, is 'a'"
        "api.setQueue(node: 'a', queueName: 'q')"                    || 18     | "node must be a list of objects, is 'a'"
        "api.setQueue(node: [], queueName: 'q')"                     || 18     | 'node must be given'
        "api.setQueue(node: [[name: 'a']], queueName: '')"           || 39     | 'queueName must be given'
        "api.setQueue(node: [[name: 'a']], queueName: null)"         || 39     | 'queueName must be given'
        "api.setQueue(node: [[name: 'a']], queueName: ['q'])"        || 39     | 'queueName must be text, is \'["q"]\''
        "api.setQueue(node: [[name: 'a']], queueName: 'q', queueName: 'r')" || 55     | 'queueName must be given once, is given twice'
        "api.setQueue(node: [[name: 'a']], queueName: 'q', QueueName: 'r')" || 55     | 'queueName must be given once, is given twice'
        "api.setQueue(node: [[name: 'a', Name: 'b']], queueName: 'q')" || 37     | 'node[1].name must be given once, is given twice'
        "api.setQueue(node: nodes, queueName: 'q')"                  || 18     | 'node must be a list of objects, is a NodeSet'
        "api.setQueue(node: [[name: 10.minutes]], queueName: 'q')"   || 26     | 'node[1].name must be text, is a Duration'
        "api.setQueue(node: [[name: 'a']], queueName: { 'q' })"      || 39     | 'queueName must be text, is a Closure'
        "api.setQueue(node: [[name: 'a']], queueName: new Date())"   || 39     | 'queueName must be text, is a Date'
        "api.setQueue(node: [[name: 'a']], queueName: secret('Q'))"  || 39     | 'queueName must not be a secret'
        'api.setQueue(node: [[name: \'a\']], queueName: "${secret(\'Q\')}")' || 53     | 'a secret must be given by itself, not inside a text'
        "api.setQueue(node: [[name: secret('Q')]], queueName: 'q')"  || 26     | 'node[1].name must not be a secret'
        'api.listNodes(pageSize: 101)'                               || 19     | 'pageSize must be 1 to 100, is 101'
        "api.listNodes(pageSize: '101')"                             || 19     | "pageSize must be 1 to 100, is '101'"
        "api.listNodes(pageSize: 'many')"                            || 19     | "pageSize must be a whole number, is 'many'"
        'api.listNodes(pageSize: 1.5)'                               || 19     | 'pageSize must be a whole number, is 1.5'
        'api.listNodes(pageSize: true)'                              || 19     | 'pageSize must be a whole number, is true'
        'api.listNodes(pageSize: 10.minutes)'                        || 19     | 'pageSize must be a whole number, is a Duration'
        'api.listNodes(pageSize: 3000000000)'                        || 19     | 'pageSize must be a whole number of at most 32 bits, is 3000000000'
        'api.listNodes(pageNumber: -1)'                              || 19     | 'pageNumber must be at least 1, is -1'
        "api.listNodes(role: 'compute')" ||
            19     | "role must be Manager, Login or Compute, is 'compute'; did you mean 'Compute'?"
        "api.listNodes(role: 'Boss')"                                || 19     | "role must be Manager, Login or Compute, is 'Boss'"
        "api.listNodes(sortBy: 'HostNam')" ||
            19     | "sortBy must be AddedTime or HostName, is 'HostNam'; did you mean 'HostName'?"
        'api.listNodes(PageSize: 0)'                                 || 19     | 'pageSize must be 1 to 100, is 0'
        'api.listNodes(pageSiz: 10)'                                 || 19     | "unknown parameter 'pageSiz'; did you mean 'pageSize'?"
        'def big = 10.minutes; api.listNodes(pageSize: big)'         || 41     | 'pageSize must be a whole number, is a Duration'
        "api.invokeShellCommand(command: 'x')"                       || 28     | 'command must be 2 to 2048 characters, is 1'
        "api.invokeShellCommand(command: 'id', instance: [[id: 'i-1'], 'i-2'])" || 67     | "instance[2] must be an object, is 'i-2'"
        "api.invokeShellCommand(command: 'id', instance: [[id: 'i-1', role: 'x']])" || 66     | "unknown field 'instance[1].role'; known: id"
        'api.addNodes(count: 5, minCount: 5)'                        || 28     | 'minCount must be less than count (5), is 5'
        "api.addNodes(count: 5, period: 5, periodUnit: 'Week')"      || 28     | 'period must be 1 to 4 when periodUnit is Week, is 5'
        "api.applyNodes(resourceAmountType: 'Cores', targetCapacity: 5)" ||
            9      | 'cores must be given when resourceAmountType is Cores; ' +
                    'memory must be given when resourceAmountType is Cores; zoneInfos must be given'
        "api.createHybridCluster(name: 'ab', osTag: 'o', vSwitchId: 'v', vpcId: 'p', ecsOrder: [compute: [instanceTyp: 'e']])" ||
            102    | "unknown parameter 'ecsOrder.compute.instanceTyp'; did you mean 'ecsOrder.compute.instanceType'?"
        "api.createHybridCluster(name: 'ab', osTag: 'o', vswitchId: 'v', vpcId: 'p', 'ecsOrder.compute.instanceType': 'e')" ||
            53     | "unknown parameter 'vswitchId'; did you mean 'vSwitchId'?"
        "api.createHybridCluster($HYBRID, ecsOrder: [compute: [instanceType: 'e']], securityGroupId: 's', securityGroupName: 't')" ||
            145    | 'securityGroupName must not be given together with securityGroupId'
        "api.modifyUserPasswords(user: [[name: 'u', password: 'short']])" || 48     | 'user[1].password must be 8 to 30 characters'
        "api.modifyUserPasswords(user: [[name: 'u', passwrd: 'x']])" || 48     | "unknown field 'user[1].passwrd'; did you mean 'password'?"
        "api.submitJob(commandLine: './x', runasUser: 'u', runasUserPassword: 'p', jobRetry: [count: 'often'])" ||
            90     | "jobRetry.count must be a whole number, is 'often'"
        "api.setPostScripts(postInstallScripts: [[url: 'setup.sh']])" ||
            46     | "postInstallScripts[1].url must be an http or https URL, is 'setup.sh'"
        "api.getCloudMetricLogs(from: 1, to: 2, metricCategories: 'cpu,disc')" || 44     | "metricCategories must be cpu or memory, is 'disc'"
        'api.listNodes().node'                                       || 21     | "unknown name 'node' on listNodes; did you mean 'nodes'?"
        'api.listNodes().nodes.nodeInf'                              || 27     | "unknown name 'nodeInf' on listNodes.nodes; did you mean 'nodeInfo'?"
        'api.listNodes().nodes.nodeInfo[0].hostNam' ||
            39     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo*.hostNam' ||
            37     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.hostNam' ||
            36     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.each { println it.hostNam }' ||
            54     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.each { n -> n.hostNam }' ||
            50     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.find { true }?.hostNam' ||
            51     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        "api.listNodes().nodes.nodeInfo.findAll { it.stat == 'x' }"  || 49     |
                "unknown name 'stat' on listNodes.nodes.nodeInfo; known: addTime, createMode, createdByEhpc, expired, expiredTime, hostName, " +
                'htEnabled, id, imageId, imageOwnerAlias, instanceType, ipAddress, location, lockReason, publicIpAddress, regionId, roles, ' +
                'spotStrategy, stateInSched, status, totalResources, usedResources, vSwitchId, version, vpcId, zoneId'
        'api.listNodes().nodes.nodeInfo.groupBy { it.status }.each { k, v -> println v[0].hostNam }' ||
            86     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.sort { it.hostNam }' ||
            46     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.first().hostNam' ||
            44     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'api.listNodes().nodes.nodeInfo.collect { it.totalResources }*.cpus' ||
            67     | "unknown name 'cpus' on listNodes.nodes.nodeInfo.totalResources; did you mean 'cpu'?"
        'for (n in api.listNodes().nodes.nodeInfo) { println n.hostNam }' ||
            59     | "unknown name 'hostNam' on listNodes.nodes.nodeInfo; did you mean 'hostName'?"
        'def r = api.listNodes(); println r.totlCount'               || 40     | "unknown name 'totlCount' on listNodes; did you mean 'totalCount'?"
        'def f = { api.listNodes() }; println f().totlCount'         || 46     | "unknown name 'totlCount' on listNodes; did you mean 'totalCount'?"
        'println((id ? api.listNodes() : api.listNodes()).totlCount)' || 54     | "unknown name 'totlCount' on listNodes; did you mean 'totalCount'?"
        'println "${api.listNodes().totlCount}"'                     || 32     | "unknown name 'totlCount' on listNodes; did you mean 'totalCount'?"
        'api.listNodes().totalCount.toUpperCase()'                   || 32     | "unknown name 'toUpperCase()' on Integer"
        'api.listNodes().requestId.zzzzz()'                          || 31     | "unknown name 'zzzzz()' on String"
        'api.listNodes().nodes.foo()'                                || 27     | "unknown name 'foo()' on listNodes.nodes; known: nodeInfo"
        'api.listNodes().totalCount()'                               || 21     | "'totalCount' must be written without ()"
        'api.listNodes().totalCount = 3'                             || 21     | "'totalCount' cannot be set: an answer is read-only"
        'def s = api.listNodes(); s.totalCount += 1'                 || 32     | "'totalCount' cannot be set: an answer is read-only"
        'def t = api.listNodes(); t.totalCount++'                    || 32     | "'totalCount' cannot be set: an answer is read-only"
    }

    def 'all that is wrong with a call is told at once, each at its argument'() {
        expect:
        problems("""\
            cluster('c') {
                api.setQueue(queueNam: 'q', node: [[nam: 'a'], 3], clusterId: 5.minutes, colour: 1)
                api.listNodes(pageSize: 0, pageNumber: 0)
                api.createHybridCluster(name: 'ab', osTag: 'o', vSwitchId: 'v', vpcId: 'p', ecsOrder: 'e')
            }
            """.stripIndent()) == [
                "a.ehpc:2:18: unknown parameter 'queueNam'; did you mean 'queueName'?",
                "a.ehpc:2:41: unknown field 'node[1].nam'; did you mean 'name'?",
                'a.ehpc:2:52: node[2] must be an object, is 3',
                'a.ehpc:2:56: clusterId must be text, is a Duration',
                "a.ehpc:2:78: unknown parameter 'colour'",
                'a.ehpc:3:19: pageSize must be 1 to 100, is 0',
                'a.ehpc:3:32: pageNumber must be at least 1, is 0',
                "a.ehpc:4:81: ecsOrder must be an object, is 'e'"]
    }

    def 'a cluster must be known where a call needs one: #text'() {
        expect:
        problems(text) == expected

        where:
        text                                                    || expected
        'api.listNodes()'                                       || [NO_CLUSTER.replace('@', '1:5')]
        '[1].each { api.listNodes() }'                          || [NO_CLUSTER.replace('@', '1:16')]
        "api.listNodes(clusterId: '')"                          || [NO_CLUSTER.replace('@', '1:15')]
        "api.listNodes(clusterId: 'c')"                         || []
        'api.listRegions()'                                     || []
        "def show() { api.listNodes() }\ncluster('c') { show() }" || []
        "def f = { api.listNodes() }\ncluster('c') { f() }"     || []
    }

    def 'a problem names its rule and the nearest name: #line'() {
        when:
        Scripts.compile('a.ehpc', "cluster('c') { $line }")

        then:
        ScriptException e = thrown()
        e.problems()*.rule() == [rule]
        e.problems()*.suggestion() == [Optional.ofNullable(suggestion)]

        where:
        line                                                       || rule                   | suggestion
        'api.listQueus()'                                          || Rule.UNKNOWN_OPERATION | 'listQueues'
        'api.listNodes(pageSiz: 1)'                                || Rule.UNKNOWN_PARAMETER | 'pageSize'
        "api.setQueue(node: [[nam: 'a']], queueName: 'q')"         || Rule.UNKNOWN_PARAMETER | 'name'
        "api.setQueue(queueName: 'q')"                             || Rule.MISSING           | null
        "api.listNodes(pageSize: 'x')"                             || Rule.WRONG_TYPE        | null
        'api.listNodes(pageSize: 10.minutes)'                      || Rule.WRONG_TYPE        | null
        "api.setQueue(node: 'a', queueName: 'q')"                  || Rule.WRONG_TYPE        | null
        "api.listNodes(sortBy: secret('S'))"                       || Rule.WRONG_TYPE        | null
        'api.listNodes(pageSize: 101)'                             || Rule.WRONG_VALUE       | null
        "api.listNodes(sortBy: 'HostNam')"                         || Rule.WRONG_VALUE       | 'HostName'
        'api.listNodes(pageSize: 1, PageSize: 2)'                  || Rule.TWICE             | null
        'api.listNodes().nods'                                     || Rule.UNKNOWN_NAME      | 'nodes'
    }

    def 'a right call is not refused: #line'() {
        expect:
        problems("def texts = ['a', 'b']\ndef values = [queueName: 'q']\ncluster('c') {\n    ${line.replace('@', LIST)}\n}\n") == []

        where:
        line << [
                "api.setQueue(node: [[name: 'a']], queueName: 'q')",
                "api.SetQueue(Node: [[Name: 'a']], QueueName: 'q')",
                'api.setQueue(node: texts.collect { [name: it] }, queueName: texts[0])',
                'api.setQueue(node: [[name: texts.first()]], *: values)',
                "api.setQueue([node: [[name: 'a']], queueName: 'q'])",
                "api.setQueue(values + [node: [[name: 'a']]])",
                "api.setQueue(clusterId: 'other', node: [[name: 'a']], queueName: 'q')",
                'api.setQueue(node: [[name: "${texts[0]}"]], queueName: "q${1}")',
                "api.listNodes(pageSize: 50, pageNumber: '2', role: 'Compute')",
                'api.listNodes(pageSize: texts.size())',
                'def n = args ? 5 : 6; api.listNodes(pageSize: n)',
                "def o = args ? 5 : '6'; api.listNodes(pageSize: o, role: null)",
                '(1..2).each { api.listNodes(pageNumber: it) }',
                "api.modifyUserPasswords(user: [[name: 'u', password: secret('P')]])",
                "api.submitJob(commandLine: './x', runasUser: 'u', runasUserPassword: secret('P'), jobRetry: [count: 3])",
                "api.submitJob(commandLine: './x', runasUser: 'u', runasUserPassword: 'p', 'JobRetry.Count': 3)",
                "def k = 'count'; api.submitJob(commandLine: 'x', runasUser: 'u', runasUserPassword: 'p', jobRetry: [(k): 3])",
                'def a = api; a.listNodes()',
                'def f = { x -> x.anything() }; f(api)',
                "api.call('listNodes', [:])",
                'def r = api.listNodes(); println r.totalCount + 1',
                'String s = api.listNodes().requestId; int n = api.listNodes().totalCount; println s.length() + n',
                'println api.listNodes().Nodes.NodeInfo*.HostName*.toUpperCase()',
                'println @*.hostName',
                "println @.hostName.join(',')",
                "println @.find { it.status == 'running' }?.hostName?.length()",
                'println @.groupBy { it.status }.collectEntries { k, v -> [k, v*.hostName] }',
                'println @.groupBy { it.status }.values().flatten()*.hostName',
                'println @.sort { it.hostName }.first().hostName',
                'println @.collectMany { it.roles.role }.unique().size()',
                'for (n in @) { println n.hostName.length() }',
                'println @.sum { it.totalResources.cpu }',
                "println @[0]['hostName']",
                'println @.collect { [n: it.hostName, s: it.status] }*.n',
                'println @.stream().map { it.hostName }.toList()',
                'def r = args ? api.listNodes() : api.listQueues(); println r.queues.queueInfo',
                'def l = args ? api.listNodes().nodes.nodeInfo : api.listQueues().queues.queueInfo; println l*.queueName',
                'def r = api.listNodes(); r = api.listQueues(); println r.queues.queueInfo.size()',
                'def r; if (args) { r = api.listNodes() } else { r = api.listQueues() }; println r.queues',
                '[api.listNodes(), api.listQueues()].each { println it.queues }',
                'def r = api.listNodes(); [1].each { r = api.listQueues() }; println r.requestId + r.queues',
                'api.listNodes().with { println totalCount }',
                'def last = null; api.listNodes().nodes.nodeInfo.each { last = it }; println last.hostName',
                'println api.listNodes().asMap().size()',
                'def m = [:]; println api.describePrice(*: m).totalTradePrice * 2']
    }

    def 'the whole answer of #operation can be walked, and each value has its type'() {
        given:
        Map<String, String> places = leaves('r', operation.response())
        String lines = places.collect { path, type -> "[1].each { $type v = $path }" }.join('\n')
        String call = "def m = [:]\ndef r = api.${NameStyle.SCRIPT.of(operation.name())}(*: m)"

        expect:
        places.size() > 0
        problems("$call\n$lines") == []
        problems("$call\n${places.keySet().collect { "println ${it}.nope()" }.join('\n')}").size() == places.size()

        where:
        operation << Catalogue.ehpc().names().collect { Catalogue.ehpc().operation(it) }
    }

    def 'a script without api does not read the catalogue'() {
        given:
        String check = "ehpc.script.Scripts.compile('a.ehpc', args[0])"
        String program = "class P { static void main(String[] args) { $check } }"
        File directory = File.createTempDir()
        new CompilationUnit(new CompilerConfiguration(targetDirectory: directory)).tap {
            addSource('P.groovy', program)
            compile()
        }

        expect:
        loads(directory, "cluster('c') { println nodes.size() }") == false
        loads(directory, "cluster('c') { println api.listNodes().totalCount }")

        cleanup:
        directory.deleteDir()
    }

    private static boolean loads(File directory, String text) {
        String path = System.getProperty('java.class.path') + File.pathSeparator + directory
        Process java = new ProcessBuilder(
                "${System.getProperty('java.home')}/bin/java", '-verbose:class', '-cp', path, 'P', text).redirectErrorStream(true).start()
        java.inputStream.readLines().any { it.contains('ehpc.api.ProductFile ') }
    }

    /** Each value of an answer that is no object, by the way to it, with its type. */
    private static Map<String, String> leaves(String path, Shape shape) {
        switch (shape.type()) {
            case Shape.Type.OBJECT:
                return shape.fields().collectEntries { name, field -> leaves("${path}.${NameStyle.SCRIPT.of(name)}", field) }
            case Shape.Type.LIST:
                return leaves("$path[0]", shape.element())
            default:
                return [(path): TYPES[shape.type()]]
        }
    }

    private static List<String> problems(String text) {
        try {
            Scripts.compile('a.ehpc', text)
            return []
        } catch (ScriptException e) {
            return e.problems()*.toString()
        }
    }
}
