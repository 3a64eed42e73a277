package ehpc.aliyun

import static ehpc.aliyun.Identity.Outcome.SKIPPED
import static ehpc.aliyun.Identity.Outcome.USED

import com.aliyuncs.utils.EnvironmentUtils
import ehpc.aliyun.internal.Endpoint
import ehpc.aliyun.internal.Sender
import ehpc.aliyun.internal.AccountSettings
import ehpc.aliyun.internal.Timeouts
import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

/** Roles through the SDK's own providers, with a token service and a metadata service of the test. */
@RestoreSystemProperties
class RolesSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    static final String ARN = 'acs:ram::123456:role/hpc'

    @Shared
    @TempDir
    Path folder

    @TempDir
    Path home

    @Shared
    Tls tls

    @AutoCleanup
    Loopback service = new Loopback()

    @AutoCleanup
    Loopback tokens

    @AutoCleanup
    TunnelProxy proxy

    List<AutoCloseable> opened = []

    def setupSpec() {
        tls = new Tls(folder, 'sts.aliyuncs.com', 'sts.cn-beijing.aliyuncs.com', 'sts-vpc.cn-beijing.aliyuncs.com')
    }

    def setup() {
        tls.trust()
        tokens = new Loopback(tls.context())
        proxy = new TunnelProxy(tokens.port)
        tokens.answer = { session('1') }
    }

    def cleanup() {
        opened*.close()
        EnvironmentUtils.setHttpsProxy(null)
        EnvironmentUtils.setHttpProxy(null)
    }

    static Loopback.Reply session(String mark) {
        new Loopback.Reply(body: """{"RequestId":"S-$mark","AssumedRoleUser":{"Arn":"a","AssumedRoleId":"i"},"Credentials":{
            "AccessKeyId":"STS.SessionKey00000$mark","AccessKeySecret":"session-secret-$mark",
            "SecurityToken":"session-token-$mark","Expiration":"2099-01-01T00:00:00Z"}}""".bytes)
    }

    AliyunTransport transport(Map<String, String> environment) {
        AliyunTransport transport = AliyunTransport.builder().endpoint(service.url).region('cn-hangzhou').home(home)
                .environment([HTTPS_PROXY: proxy.url, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true'] + environment)
                .connectTimeout(Duration.ofSeconds(25)).build()
        opened << transport
        transport
    }

    void config(String profiles) {
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), """{"current":"main","profiles":[$profiles]}""")
    }

    static String profile(String mode, String more, String name = 'main') {
        """{"name":"$name","mode":"$mode","access_key_id":"LTAI5tLongLived0Long","access_key_secret":"long-secret",
            "ram_role_arn":"$ARN"$more}"""
    }

    List<Loopback.Received> send(AliyunTransport transport, int times = 1) {
        times.times { transport.send(CATALOGUE.operation('ListRegions').request()) }
        service.received
    }

    ApiException failure(AliyunTransport transport) {
        try {
            send(transport)
            throw new AssertionError('it must fail')
        } catch (ApiException e) {
            assert e.kind() == ApiException.Kind.UNREACHABLE
            assert service.received.empty
            return e
        }
    }

    def 'a profile of mode RamRoleArn takes on its role once, and signs with the session'() {
        given:
        config(profile('RamRoleArn', ',"ram_session_name":"me","expired_seconds":1200,"policy":"{}","external_id":"x"'))
        AliyunTransport transport = transport([:])

        when:
        List<Loopback.Received> requests = send(transport, 3)

        then:
        proxy.asked == ['CONNECT sts.aliyuncs.com:443 HTTP/1.1']
        tokens.received.size() == 1
        tokens.received[0].parameters().entrySet().containsAll([
                Action: 'AssumeRole', RoleArn: ARN, RoleSessionName: 'me', DurationSeconds: '1200', Policy: '{}', ExternalId: 'x',
                AccessKeyId: 'LTAI5tLongLived0Long'].entrySet())
        tokens.received[0].signature() == SignatureV1.of('GET', tokens.received[0].parameters(), 'long-secret')
        requests*.query*.AccessKeyId == ['STS.SessionKey000001'] * 3
        requests*.query*.SecurityToken == ['session-token-1'] * 3
        requests.every { it.signature() == SignatureV1.of('GET', it.query, 'session-secret-1') }
        transport.identity().accessKeyId().get() == 'STS.Se…0001'
        tokens.received.size() == 1
    }

    def 'the token service is #host when #what'() {
        given:
        config(profile('RamRoleArn', more))

        when:
        send(transport(environment))

        then:
        proxy.asked == ["CONNECT $host:443 HTTP/1.1".toString()]
        tokens.received[0].parameters().RoleSessionName == session

        where:
        what                                | more                                              | environment                                                                        || host                              | session
        'the profile names its region'      | ',"sts_region":"cn-beijing"'                      | [ALIBABA_CLOUD_ROLE_SESSION_NAME: 'env']                                           || 'sts.cn-beijing.aliyuncs.com'     | 'env'
        'the profile asks for the VPC'      | ',"sts_region":"cn-beijing","enable_vpc":true'    | [:]                                                                                || 'sts-vpc.cn-beijing.aliyuncs.com' | 'ehpc'
        'the environment names its region'  | ''                                                | [ALIBABA_CLOUD_STS_REGION: 'cn-beijing', ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true'] || 'sts-vpc.cn-beijing.aliyuncs.com' | 'ehpc'
    }

    def 'a profile of mode ChainableRamRoleArn takes on its role as another profile'() {
        given:
        config(profile('RamRoleArn', '', 'first') +
                ',{"name":"main","mode":"ChainableRamRoleArn","source_profile":"first","ram_role_arn":"acs:ram::9:role/second"}')
        tokens.answer = { session(it.parameters().RoleArn == ARN ? '1' : '2') }

        when:
        List<Loopback.Received> requests = send(transport([:]))

        then:
        tokens.received*.parameters()*.RoleArn == [ARN, 'acs:ram::9:role/second']
        tokens.received[1].parameters().SecurityToken == 'session-token-1'
        requests[0].query.SecurityToken == 'session-token-2'
    }

    def 'a section of type ram_role_arn takes on its role'() {
        given:
        Files.createDirectories(home.resolve('.alibabacloud'))
        Files.writeString(home.resolve('.alibabacloud/credentials.ini'), """[default]
            enable = true
            type = ram_role_arn
            access_key_id = LTAI5tLongLived0Long
            access_key_secret = long-secret
            role_arn = $ARN
            role_session_name = ini
            policy = {}""")

        when:
        List<Loopback.Received> requests = send(transport([:]))

        then:
        tokens.received[0].parameters().RoleArn == ARN
        tokens.received[0].parameters().RoleSessionName == 'ini'
        tokens.received[0].parameters().Policy == '{}'
        requests[0].query.SecurityToken == 'session-token-1'
    }

    def 'a role that the token service does not give is told in its words, without what was signed'() {
        given:
        config(profile('RamRoleArn', ''))
        tokens.says(status, body)

        expect:
        failure(transport([:])).detail() == "no credentials from ~/.aliyun/config.json (profile 'main', mode RamRoleArn): $told"

        where:
        status | body                                                                                                       || told
        403    | '{"RequestId":"S-9","Code":"NoPermission","Message":"You are not authorized."}'                            || 'NoPermission: You are not authorized. (request id S-9)'
        400    | '{"RequestId":"S-9","Code":"SignatureDoesNotMatch","Message":"bad. server string to sign is:GET&%2F&key"}' || 'SignatureDoesNotMatch: bad. server string to sign differs (request id S-9)'
        200    | '<html>'                                                                                                   || 'the answer is invalid'
    }

    def 'a token service that is not reached is told'() {
        given:
        config(profile('RamRoleArn', ''))
        proxy.refusal = '403 Forbidden'

        expect:
        failure(transport([:])).message == "ListRegions: not sent: no credentials from ~/.aliyun/config.json (profile 'main', mode RamRoleArn): " +
                "the proxy 127.0.0.1:$proxy.port refused to connect to sts.aliyuncs.com with HTTP 403"
    }

    def 'an OIDC token is changed for a session: #what'() {
        given:
        EnvironmentUtils.setHttpsProxy(proxy.url)
        Path tokenFile = home.resolve('token')
        Files.writeString(tokenFile, 'oidc-token-itself')
        files(this, tokenFile)

        when:
        List<Loopback.Received> requests = send(transport(environment(tokenFile)), 2)

        then:
        proxy.asked == ['CONNECT sts.aliyuncs.com:443 HTTP/1.1']
        tokens.received.size() == 1
        tokens.received[0].parameters().entrySet().containsAll([
                Action: 'AssumeRoleWithOIDC', RoleArn: ARN, OIDCProviderArn: 'acs:ram::123456:oidc-provider/p',
                OIDCToken: 'oidc-token-itself', RoleSessionName: 'ehpc'].entrySet())
        requests*.query*.SecurityToken == ['session-token-1'] * 2

        where:
        what           | environment | files
        'by variables' | { [ALIBABA_CLOUD_ROLE_ARN: ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::123456:oidc-provider/p', ALIBABA_CLOUD_OIDC_TOKEN_FILE: it.toString()] } | { RolesSpec spec, Path token -> }
        'by a profile' | { [:] }     | { RolesSpec spec, Path token -> spec.config(profile('OIDC', ""","oidc_provider_arn":"acs:ram::123456:oidc-provider/p","oidc_token_file":"$token" """)) }
        'by a section' | { [:] }     | { RolesSpec spec, Path token ->
            Files.createDirectories(spec.home.resolve('.alibabacloud'))
            Files.writeString(spec.home.resolve('.alibabacloud/credentials.ini'), """[default]
                enable=true
                type=oidc_role_arn
                role_arn=$ARN
                oidc_provider_arn=acs:ram::123456:oidc-provider/p
                oidc_token_file_path=$token""")
        }
    }

    def 'an OIDC token that is refused is told: #told'() {
        given:
        EnvironmentUtils.setHttpsProxy(proxy.url)
        Path token = home.resolve('token')
        Files.writeString(token, 'oidc-token-itself')
        tokens.says(status, body)
        proxy.refusal = refusal

        expect:
        failure(transport([
                ALIBABA_CLOUD_ROLE_ARN: ARN,
                ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'p',
                ALIBABA_CLOUD_OIDC_TOKEN_FILE: token.toString()])).detail() ==
                "no credentials from OIDC variables (role $ARN): $told"

        where:
        status | body                                                                                        | refusal         || told
        400    | '{"RequestId":"S-9","Code":"AuthenticationFail.OIDCToken.Expired","Message":"It expired."}' | null            || 'It expired.(RequestID: S-9, Code: AuthenticationFail.OIDCToken.Expired)'
        400    | 'no'                                                                                        | null            || 'the answer is invalid'
        200    | '{}'                                                                                        | '403 Forbidden' || 'the connection to the credential service broke'
    }

    Sender onEcs(Loopback metadata, Map<String, String> environment = [:]) {
        EnvironmentUtils.setHttpProxy(metadata.url)
        AccountSettings settings = new AccountSettings(
                CATALOGUE, Optional.of('cn-hangzhou'), Optional.empty(), Optional.of(Endpoint.parse(service.url)), false,
                environment, home, Optional.empty(), new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10)))
        Sender sender = new Sender(settings, new InetSocketAddress('127.0.0.1', metadata.port))
        opened << sender
        sender
    }

    Loopback metadata(String role) {
        Loopback metadata = new Loopback()
        opened << metadata
        metadata.answer = { Loopback.Received request ->
            String expiration = Instant.now().plusSeconds(7200).toString().take(19) + 'Z'
            String body = switch (request.path) {
                case '/latest/api/token' -> 'metadata-token'
                case '/latest/meta-data/ram/security-credentials/' -> role
                case "/latest/meta-data/ram/security-credentials/$role".toString() -> """{"Code":"Success","AccessKeyId":"STS.InstanceKey0000Inst",
                    "AccessKeySecret":"instance-secret","SecurityToken":"instance-token","Expiration":"$expiration"}"""
                default -> null
            }
            body ? new Loopback.Reply(body: body.bytes) : new Loopback.Reply(status: 404, body: '<html>'.bytes)
        }
        metadata
    }

    def 'the role of an ECS instance signs requests: #what'() {
        given:
        Loopback metadata = metadata('hpc-role')
        Sender sender = onEcs(metadata, environment)

        when:
        2.times { sender.send(CATALOGUE.operation('ListRegions').request()) }

        then:
        metadata.received*.path.findAll { it != '/latest/api/token' } == paths
        service.received*.query*.SecurityToken == ['instance-token'] * 2
        service.received[0].signature() == SignatureV1.of('GET', service.received[0].query, 'instance-secret')
        sender.identity().provider().get() == 'ECS RAM role'
        sender.identity().candidates().contains(new Identity.Candidate('ECS RAM role', USED, 'metadata service at 127.0.0.1'))

        where:
        what                   | environment                             || paths
        'found by itself'      | [:]                                     || ['/latest/meta-data/ram/security-credentials/', '/latest/meta-data/ram/security-credentials/hpc-role']
        'named by environment' | [ALIBABA_CLOUD_ECS_METADATA: 'hpc-role'] || ['/latest/meta-data/ram/security-credentials/hpc-role']
    }

    def 'an instance without a role is none to take credentials from'() {
        given:
        Loopback metadata = metadata(null)
        Sender sender = onEcs(metadata)

        when:
        sender.send(CATALOGUE.operation('ListRegions').request())

        then:
        ApiException e = thrown()
        e.detail() == HomeFixture.NONE +
                'ECS RAM role: the instance has no RAM role of that name'
    }

    def 'off ECS a short look is enough'() {
        given:
        Loopback metadata = metadata('hpc-role')
        Sender sender = onEcs(metadata)
        metadata.close()

        when:
        Identity identity = sender.identity()

        then:
        identity.provider().empty
        identity.candidates().contains(new Identity.Candidate('ECS RAM role', SKIPPED, 'not on ECS: no answer from 127.0.0.1'))
        metadata.received.empty
    }

    def 'a profile of mode EcsRamRole takes the instance\'s role'() {
        given:
        config('{"name":"main","mode":"EcsRamRole","ram_role_name":"hpc-role"}')
        Sender sender = onEcs(metadata('hpc-role'))

        when:
        sender.send(CATALOGUE.operation('ListRegions').request())

        then:
        service.received[0].query.SecurityToken == 'instance-token'
        sender.identity().provider().get() == '~/.aliyun/config.json'
    }

    def 'a section of type ecs_ram_role takes the instance\'s role'() {
        given:
        Files.createDirectories(home.resolve('.alibabacloud'))
        Files.writeString(home.resolve('.alibabacloud/credentials.ini'), '[default]\nenable=true\ntype=ecs_ram_role\nrole_name=hpc-role\n')
        Sender sender = onEcs(metadata('hpc-role'))

        when:
        sender.send(CATALOGUE.operation('ListRegions').request())

        then:
        service.received[0].query.SecurityToken == 'instance-token'
        sender.identity().profile().get() == 'default'
    }
}
