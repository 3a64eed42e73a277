package ehpc.local

import ehpc.api.Catalogue
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Element
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(300)
class GatewaySpec extends Specification {

    static final String DEMO = 'ehpc-hz-localdemo1'

    @Shared
    List<String> log = Collections.synchronizedList([])

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(
            LocalOptions.defaults().withRequestLog { log << it }, { mode, path -> new ScriptedMachines() })

    WireClient client = new WireClient(service.endpoint())

    def 'the committed list of emulated operations is the right one'() {
        expect:
        service.operations() == getClass().getResource('/ehpc/local/coverage.txt').readLines()
        service.operations().every { Catalogue.ehpc().find(it).present }
    }

    def 'it listens on the loopback address alone'() {
        given:
        int port = service.endpoint().port
        List<InetAddress> others = NetworkInterface.networkInterfaces().toList()
                .collectMany { it.inetAddresses.toList() }
                .findAll { !it.loopbackAddress }

        expect:
        service.endpoint().toString() == "http://127.0.0.1:$port"
        others.every { address ->
            try {
                new Socket(address, port).close()
                false
            } catch (IOException ignored) {
                true
            }
        }
    }

    def 'what is not in the catalogue is unknown: #what'() {
        when:
        WireClient.Reply reply = client.ask(action, parameters)

        then:
        reply.status == status
        reply.body.Code == code
        reply.body.Message == message

        where:
        what        | action    | parameters              | status | code                     | message
        'operation' | 'ListNod' | [:]                     | 404    | 'InvalidAction.NotFound' | "unknown operation 'ListNod'; did you mean 'ListNodes'?"
        'version'   | 'ListNodes' | [Version: '2014-05-26'] | 400  | 'NoSuchVersion'          | 'Version must be 2018-04-12, is 2014-05-26'
        'no action' | ''        | [:]                     | 400    | 'MissingParameter'       | 'parameter Action must be given'
    }

    def 'every parameter that is wrong is told at once: #code'() {
        when:
        WireClient.Reply reply = client.ask(action, parameters)

        then:
        reply.status == 400
        reply.body.Code == code
        reply.body.Message == message

        where:
        action               | parameters                                  | code                   | message
        'ListNodes'          | [:]                                         | 'MissingParameter'     | 'ClusterId must be given'
        'InvokeShellCommand' | [ClusterId: '', Command: '']                | 'MissingParameter'     | 'ClusterId must be given; Command must be given'
        'ListNodes'          | [ClusterId: 'x', PageSize: 101, Role: 'Boss'] | 'InvalidParams'      | 'PageSize must be 1 to 100, is 101; Role must be Manager, Login or Compute, is \'Boss\''
        'ListNodes'          | [ClusterId: 'x', PageSize: 'ten']           | 'InvalidParams'        | 'PageSize must be a whole number, is \'ten\''
        'ListNodes'          | [ClusterId: 'x', Colour: 'red']             | 'UnsupportedParameter' | 'unknown parameter \'Colour\''
        'InitializeEHPC'     | [RegionId: 'cn-hangzhou', ServiceName: 'x'] | 'InvalidParameter'     | 'ServiceName must be E-HPC or E-HPC Instant, is \'x\''
    }

    def 'parameters that clients add to every call do no harm'() {
        expect:
        client.ask('ListClusters', [RegionId: 'cn-hangzhou', OwnerId: '', SecurityToken: 'none']).status == 200
    }

    def 'a #method is refused'() {
        when:
        HttpResponse<byte[]> answer = client.send(method, '/?Action=ListRegions', [:], BodyPublishers.noBody())

        then:
        answer.statusCode() == 405
        answer.headers().firstValue('Allow').get() == 'GET, POST'

        where:
        method << ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']
    }

    def 'only one path is known'() {
        when:
        HttpResponse<byte[]> answer = client.send('GET', '/api?Format=JSON', [:], BodyPublishers.noBody())

        then:
        answer.statusCode() == 404
        client.reply(answer).body.subMap('Code', 'Message') ==
                [Code: 'InvalidApi.NotFound', Message: 'the path must be /, is /api']
    }

    def 'a page in a browser is refused, which tells itself by #header'() {
        given:
        String query = client.query(client.signedV1('GET', client.systemV1() + [Action: 'ListRegions', Format: 'JSON']))

        when:
        HttpResponse<byte[]> answer = client.send('GET', "/?$query", [(header): 'https://evil.example'], BodyPublishers.noBody())

        then:
        answer.statusCode() == 403
        client.reply(answer).body.subMap('Code', 'Message') ==
                [Code: 'Forbidden', Message: 'the client must not be a page in a browser']

        where:
        header << ['Origin', 'Sec-Fetch-Site']
    }

    def 'a body over 1 MiB is refused, one below is read'() {
        expect:
        client.post('Format=JSON', 'x=' + 'a' * size).statusCode() == status

        where:
        size          | status
        (1 << 20) - 2 | 400
        (1 << 20) - 1 | 413
    }

    def 'what cannot be read is refused: #what'() {
        when:
        HttpResponse<byte[]> answer = client.send(method, target, headers, BodyPublishers.ofString(body))

        then:
        answer.statusCode() == status
        WireClient.text(answer).contains("<Code>$code</Code>")
        WireClient.text(answer).contains("<Message>$message</Message>")

        where:
        what | method | target | headers | body || status | code | message
        'a broken percent sign' | 'POST' | '/' | ['content-type': 'application/x-www-form-urlencoded'] | 'a=%zz' || 400 | 'InvalidParameter' | 'parameters must be percent-encoded UTF-8, there is a broken percent sign'
        'a name given twice' | 'GET' | '/?a=1&a=2' | [:] | '' || 400 | 'InvalidParameter' | 'parameter a must be given once, is given twice'
        'a name in URL and body' | 'POST' | '/?a=1' | ['content-type': 'application/x-www-form-urlencoded'] | 'a=1' || 400 | 'InvalidParameter' | 'parameter a must be given once, is given twice'
        'another kind of body' | 'POST' | '/' | ['content-type': 'application/json'] | '{}' || 415 | 'UnsupportedMediaType' | 'the Content-Type of a body must be application/x-www-form-urlencoded, is application/json'
        'a URL without end' | 'GET' | '/?a=' + 'b' * 65_536 | [:] | '' || 414 | 'RequestURITooLong' | 'the URL must be at most 65536 characters, is 65538'
    }

    def 'another format is refused'() {
        when:
        HttpResponse<byte[]> answer = client.sendV1([Action: 'ListRegions', Format: 'YAML'])

        then:
        answer.statusCode() == 400
        WireClient.text(answer).contains('<Code>InvalidParameter.Format</Code><Message>Format must be JSON or XML, is YAML<')
    }

    def 'version 1 answers in #form when Format is #format'() {
        when:
        HttpResponse<byte[]> answer = client.sendV1([Action: 'ListRegions', Format: format])

        then:
        answer.headers().firstValue('Content-Type').get() == type
        WireClient.text(answer).startsWith(start)

        where:
        format | form   | type                             | start
        null   | 'XML'  | 'text/xml;charset=utf-8'         | '<?xml version="1.0" encoding="UTF-8"?><ListRegionsResponse><RequestId>'
        'xml'  | 'XML'  | 'text/xml;charset=utf-8'         | '<?xml version="1.0" encoding="UTF-8"?><ListRegionsResponse><RequestId>'
        'JSON' | 'JSON' | 'application/json;charset=utf-8' | '{"RequestId":"'
    }

    def 'version 3 answers in #form when #accept is accepted'() {
        when:
        HttpResponse<byte[]> answer = client.sendV3([headers: [accept: accept]], 'ListRegions')

        then:
        answer.headers().firstValue('Content-Type').get() == type

        where:
        accept             | form   | type
        null               | 'JSON' | 'application/json;charset=utf-8'
        '*/*'              | 'JSON' | 'application/json;charset=utf-8'
        'application/json' | 'JSON' | 'application/json;charset=utf-8'
        'application/xml'  | 'XML'  | 'text/xml;charset=utf-8'
    }

    def 'XML holds what JSON holds'() {
        given:
        client.ask('SetPostScripts', [
            ClusterId: DEMO, RegionId: 'cn-hangzhou', 'PostInstallScripts.1.Url': 'https://a/b?c=1&d=2',
            'PostInstallScripts.1.Args': 'ü\r\n\u0007中<&>', 'PostInstallScripts.2.Url': 'https://b/',
        ])

        when:
        Element root = xml(client.sendV1([Action: 'GetPostScripts', ClusterId: DEMO, RegionId: 'cn-hangzhou']))
        List<List<String>> scripts = elements(root, 'PostInstallScripts').collect { [text(it, 'Args'), text(it, 'Url')] }

        then:
        root.tagName == 'GetPostScriptsResponse'
        scripts == [['ü\r\n\ufffd中<&>', 'https://a/b?c=1&d=2'], ['', 'https://b/']]
        client.ask('GetPostScripts', [ClusterId: DEMO, RegionId: 'cn-hangzhou']).body.PostInstallScripts == [
            [Args: 'ü\r\n\u0007中<&>', Url: 'https://a/b?c=1&d=2'], [Args: '', Url: 'https://b/']]
    }

    def 'XML wraps lists as JSON does'() {
        when:
        Element root = xml(client.sendV1([Action: 'ListNodes', ClusterId: DEMO, PageSize: '2']))
        List<Element> nodes = elements(elements(root, 'Nodes')[0], 'NodeInfo')

        then:
        nodes*.getElementsByTagName('HostName')*.item(0)*.textContent == ['manager0', 'login0']
    }

    def 'an error is told in the envelope'() {
        when:
        WireClient.Reply reply = client.ask('ListNodes', [ClusterId: 'ehpc-hz-nowhere'])

        then:
        reply.status == 404
        reply.body.keySet() as List == ['RequestId', 'HostId', 'Code', 'Message', 'Recommend']
        reply.body.HostId == "127.0.0.1:${service.endpoint().port}"
        reply.body.Code == 'ClusterNotFound'
        reply.body.Message == 'there is no cluster ehpc-hz-nowhere; known: ehpc-hz-localdemo1, ehpc-hz-localhybrid'
        reply.body.Recommend ==
                "https://api.aliyun.com/troubleshoot?q=ClusterNotFound&product=EHPC&requestId=${reply.body.RequestId}"
    }

    def 'an error in XML has the root Error'() {
        expect:
        xml(client.sendV1([Action: 'ListNodes', ClusterId: 'ehpc-hz-nowhere'])).tagName == 'Error'
    }

    def 'each answer has a request id of its own, in the body and in a header'() {
        when:
        List<HttpResponse<byte[]>> answers = (1..3).collect { client.sendV1([Action: 'ListRegions', Format: 'JSON']) }
        List<String> ids = answers.collect { client.reply(it).body.RequestId }

        then:
        ids.toUnique().size() == 3
        ids.every { it ==~ /[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/ }
        answers*.headers()*.firstValue('x-acs-request-id')*.get() == ids
    }

    def 'a success has no Code, and its text is raw UTF-8'() {
        given:
        client.ask('SetPostScripts', [
            ClusterId: DEMO, RegionId: 'cn-hangzhou', 'PostInstallScripts.1.Url': 'https://a/b', 'PostInstallScripts.1.Args': 'grün 中 😀'])

        when:
        WireClient.Reply reply = client.ask('GetPostScripts', [ClusterId: DEMO, RegionId: 'cn-hangzhou'])

        then:
        !reply.body.containsKey('Code')
        WireClient.text(reply.raw).contains('"Args":"grün 中 😀"')
    }

    def 'every answer of success fits the catalogue: #action'() {
        given:
        client.ask('AddUsers', [ClusterId: DEMO, 'User.1.Name': 'ada0001', 'User.1.Group': 'users', 'User.1.Password': 'Open-Sesame-1'])
        client.ask('TagResources', [RegionId: 'cn-hangzhou', ResourceType: 'cluster', 'ResourceId.1': DEMO, 'Tag.1.Key': 'a', 'Tag.1.Value': 'b'])
        Map<String, Object> body = client.ask(action, parameters).body

        expect:
        unknown(body, Catalogue.ehpc().operation(action).response(), action) == []

        where:
        action             | parameters
        'ListRegions'      | [:]
        'ListClusters'     | [:]
        'DescribeCluster'  | [ClusterId: DEMO]
        'DescribeCluster'  | [ClusterId: 'ehpc-hz-localhybrid']
        'ListNodes'        | [ClusterId: DEMO]
        'ListCustomImages' | [:]
        'ListCommands'     | [ClusterId: DEMO]
        'GetPostScripts'   | [ClusterId: DEMO, RegionId: 'cn-hangzhou']
        'ListQueues'       | [ClusterId: DEMO]
        'ListTagResources' | [RegionId: 'cn-hangzhou', ResourceType: 'cluster']
        'ListUsers'        | [ClusterId: DEMO]
        'ListUsersAsync'   | [ClusterId: DEMO]
    }

    def '60 requests at once are all answered'() {
        given:
        service.inject(Faults.seeded(1).always('ListRegions', Fault.latency(java.time.Duration.ofMillis(300))))
        def threads = Executors.newFixedThreadPool(60)

        when:
        def answers = threads.invokeAll((1..60).collect { { -> client.ask('ListRegions').status } as Callable<Integer> })

        then:
        answers*.get() == [200] * 60

        cleanup:
        service.inject(Faults.none())
        threads.shutdownNow()
    }

    def 'a connection is kept and used again'() {
        given:
        Socket socket = new Socket('127.0.0.1', service.endpoint().port)
        def reader = new DataInputStream(socket.inputStream)

        when:
        List<String> first = (1..20).collect {
            socket.outputStream << 'GET /?Format=JSON HTTP/1.1\r\nHost: localhost\r\n\r\n'
            String status = reader.readLine()
            int length = 0
            for (String line = reader.readLine(); line; line = reader.readLine()) {
                length = line.toLowerCase().startsWith('content-length:') ? line.split(': ')[1] as int : length
            }
            reader.readFully(new byte[length])
            status
        }

        then:
        first == ['HTTP/1.1 400 Bad Request'] * 20

        cleanup:
        socket.close()
    }

    def 'the log has one line per request, and nothing secret'() {
        given:
        log.clear()

        when:
        WireClient.Reply good = client.ask('ListClusters', [PageSize: '1'])
        WireClient.Reply bad = client.ask('ListNodes', [ClusterId: 'ehpc-hz-nowhere'])
        client.send('GET', '/?Action=a%0Ab%20c', [:], BodyPublishers.noBody())

        then:
        log.size() == 3
        log[0] ==~ /[0-9-]{10}T[0-9:.]+Z GET ListClusters 200 OK [0-9]+ms ${good.body.RequestId}/
        log[1] ==~ /\S+Z GET ListNodes 404 ClusterNotFound [0-9]+ms ${bad.body.RequestId}/
        log[2] ==~ /\S+Z GET a\?b\?c 400 MissingParameter [0-9]+ms \S+/
        !log.any { it.contains('local-secret') }
    }

    def 'requests are remembered for tests, without keys'() {
        when:
        WireClient.Reply reply = client.ask('ListNodes', [ClusterId: 'ehpc-hz-nowhere', PageSize: '1'])

        then:
        service.requests().last() == new ReceivedRequest(
                'GET', 'ListNodes', [ClusterId: 'ehpc-hz-nowhere', PageSize: '1'], 404, 'ClusterNotFound', reply.body.RequestId, [])
    }

    private static Element xml(HttpResponse<byte[]> answer) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer.body())).documentElement
    }

    private static List<Element> elements(Element of, String name) {
        (0..<of.childNodes.length).collect { of.childNodes.item(it) }.findAll { it instanceof Element && it.tagName == name }
    }

    private static String text(Element of, String name) {
        elements(of, name)[0].textContent
    }

    /** Paths of fields that the tree lacks, or that are missing although the tree has them, or of another type. */
    private static List<String> unknown(Object value, ehpc.api.Shape shape, String path) {
        switch (shape.type().name()) {
            case 'OBJECT':
                return !(value instanceof Map) ? [path] : (value.keySet() + shape.fields().keySet()).toUnique().collectMany {
                    shape.fields()[it] == null || !value.containsKey(it) ? ["$path.$it"] : unknown(value[it], shape.fields()[it], "$path.$it")
                }
            case 'LIST':
                return !(value instanceof List) ? [path] : value.collectMany { unknown(it, shape.element(), path + '[]') }
            case 'STRING':
                return value instanceof String && (shape.values().empty || value in shape.values() || value == '') ? [] : ["$path=$value"]
            case 'BOOLEAN':
                return value instanceof Boolean ? [] : ["$path=$value"]
            default:
                return value instanceof Number ? [] : ["$path=$value"]
        }
    }
}
