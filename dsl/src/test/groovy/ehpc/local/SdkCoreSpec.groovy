package ehpc.local

import com.aliyuncs.AcsResponse
import com.aliyuncs.CommonRequest
import com.aliyuncs.CommonResponse
import com.aliyuncs.DefaultAcsClient
import com.aliyuncs.RpcAcsRequest
import com.aliyuncs.auth.SignatureVersion
import com.aliyuncs.exceptions.ClientException
import com.aliyuncs.exceptions.ServerException
import com.aliyuncs.http.FormatType
import com.aliyuncs.http.MethodType
import com.aliyuncs.http.ProtocolType
import com.aliyuncs.profile.DefaultProfile
import com.aliyuncs.reader.ReaderFactory
import com.aliyuncs.transform.UnmarshallerContext
import tools.jackson.databind.json.JsonMapper

/** The core of the service's own Java SDK, which knows nothing of this project, must not notice whom it talks to. */
class SdkCoreSpec extends LocalSpecification {

    static final JsonMapper JSON = JsonMapper.builder().build()

    private DefaultAcsClient sdk

    /** SDK core writes the time of a request in the digits of the machine's locale, which the service refuses. */
    private final Locale ofMachine = Locale.default

    void setup() {
        Locale.default = Locale.ROOT
        start()
        sdk = sdk(service.accessKeySecret())
    }

    void cleanup() {
        sdk.shutdown()
        Locale.default = ofMachine
    }

    def 'it reads and writes by #method'() {
        given:
        Map<String, String> script = ['PostInstallScripts.1.Url': 'https://a/b.sh', 'PostInstallScripts.1.Args': ' ü+*~中&=%']

        when:
        send(method, 'SetPostScripts', [ClusterId: DEMO] + script)

        then:
        json(send(method, 'GetPostScripts', [ClusterId: DEMO])).PostInstallScripts ==
                [[Args: ' ü+*~中&=%', Url: 'https://a/b.sh']]
        service.requests()*.method().toUnique() == [method.name()]

        where:
        method << [MethodType.GET, MethodType.POST]
    }

    def 'parameters in the body are read (POST)'() {
        when:
        CommonRequest request = request(MethodType.POST, 'ListNodes', [:])
        request.putBodyParameter('ClusterId', DEMO)
        request.putBodyParameter('PageSize', 2)

        then:
        json(sdk.getCommonResponse(request)).Nodes.NodeInfo*.HostName == ['manager0', 'login0']
    }

    def 'it may sign in version 3 by #method'() {
        when:
        CommonRequest request = request(method, 'ListNodes', [ClusterId: DEMO, PageSize: '2', HostName: '^m|^l|~*ü'])
        request.sysSignatureVersion = SignatureVersion.V3

        then:
        json(sdk.getCommonResponse(request)).TotalCount == 2

        where:
        method << [MethodType.GET, MethodType.POST]
    }

    def 'pages are read to the end'() {
        when:
        List<String> hosts = (1..3).collectMany { page ->
            json(send(MethodType.GET, 'ListNodes', [ClusterId: DEMO, PageSize: '2', PageNumber: "$page".toString()])).Nodes.NodeInfo*.HostName
        }

        then:
        hosts == ['manager0', 'login0', 'compute000', 'compute001', 'compute002', 'compute003']
    }

    def 'an error of the service is one to it'() {
        when:
        send(MethodType.GET, 'ListNodes', [ClusterId: 'nowhere'])

        then:
        ClientException e = thrown()
        e.errCode == 'ClusterNotFound'
        e.errMsg == "there is no cluster nowhere; known: $DEMO, $HYBRID"
        e.requestId == service.requests().last().requestId()
    }

    def 'an error of status 500 is one of the server to it'() {
        given:
        send(MethodType.GET, 'InitializeEHPC', [:])

        when:
        send(MethodType.GET, 'InitializeEHPC', [:])

        then:
        ServerException e = thrown()
        e.errCode == 'EntityAlreadyExists.RoleError'
    }

    def 'a wrong secret is recognised as one, in #format'() {
        given:
        sdk.shutdown()
        sdk = sdk('wrong')
        Regions request = new Regions(sysProtocol: ProtocolType.HTTP, sysAcceptFormat: format)
        request.setSysEndpoint(service.endpoint().authority)

        when:
        sdk.getAcsResponse(request)

        then:
        ClientException e = thrown()
        e.errCode == 'SDK.InvalidAccessKeySecret'

        where:
        format << [FormatType.JSON, FormatType.XML]
    }

    def 'its own reader finds what its generated classes look for, whatever a command wrote'() {
        given:
        String text = 'say "grün" \\ 中 😀\ttab\r\nline'
        String id = json(send(MethodType.GET, 'InvokeShellCommand', [ClusterId: DEMO, Command: text])).CommandId
        waitFor(id)

        when:
        CommonResponse response = send(MethodType.GET, 'ListInvocationResults', [ClusterId: DEMO, CommandId: id, PageSize: '2'])
        Map<String, String> read = ReaderFactory.createInstance(FormatType.JSON).read(response.data, 'Results')

        then:
        read['Results.TotalCount'] == '6'
        read['Results.InvocationResults.Length'] == '2'
        (0..1).collect { read["Results.InvocationResults[$it].Message".toString()] } == [text.substring(4)] * 2
        (0..1).collect { read["Results.InvocationResults[$it].Success".toString()] } == ['true'] * 2
    }

    def 'its own reader reads #action'() {
        when:
        CommonResponse response = send(MethodType.GET, action, parameters)

        then:
        ReaderFactory.createInstance(FormatType.JSON).read(response.data, 'R')[path] == value

        where:
        action             | parameters                       | path                                        | value
        'DescribeCluster'  | [ClusterId: DEMO]                | 'R.ClusterInfo.EcsInfo.Compute.Count'       | '4'
        'ListClusters'     | [:]                              | 'R.Clusters[1].Computes.NormalCount'        | '4'
        'ListNodes'        | [ClusterId: DEMO, PageSize: '3'] | 'R.Nodes[0].Roles[1]'                       | 'Account'
        'ListNodes'        | [ClusterId: DEMO, HostName: 'x'] | 'R.TotalCount'                              | '0'
        'ListCustomImages' | [:]                              | 'R.Images[4].BaseOsTag.OsTag'               | 'CentOS_7.9_64'
        'ListRegions'      | [:]                              | 'R.Regions[0].RegionId'                     | 'cn-hangzhou'
    }

    private CommonResponse send(MethodType method, String action, Map<String, String> parameters) {
        sdk.getCommonResponse(request(method, action, parameters))
    }

    private CommonRequest request(MethodType method, String action, Map<String, String> parameters) {
        CommonRequest request = new CommonRequest()
        request.sysProtocol = ProtocolType.HTTP
        request.sysDomain = service.endpoint().authority
        request.sysVersion = '2018-04-12'
        request.sysAction = action
        request.sysMethod = method
        parameters.each { name, value -> request.putQueryParameter(name, value) }
        request
    }

    private static DefaultAcsClient sdk(String secret) {
        new DefaultAcsClient(DefaultProfile.getProfile(REGION, 'local', secret))
    }

    private static Map<String, Object> json(CommonResponse response) {
        JSON.readValue(response.data, Map)
    }

    /** As the product's own SDK makes them. */
    static class Regions extends RpcAcsRequest<NoFields> {

        final Class<NoFields> responseClass = NoFields

        Regions() {
            super('EHPC', '2018-04-12', 'ListRegions', 'ehs')
        }
    }

    static class NoFields extends AcsResponse {

        @Override
        AcsResponse getInstance(UnmarshallerContext context) {
            this
        }
    }
}
