package ehpc.aliyun

import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A home directory, a service, and transports that find their credentials there. */
abstract class HomeFixture extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    static final Map<String, String> OFF_ECS = [ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true']
    static final Map<String, String> KEY = [
        ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tEnvironment0Env1', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret-of-environment']

    static final String NONE = 'no usable credentials; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, ' +
            "or create a profile with 'aliyun configure'; "

    static final String CONFIG = '''{"current": "main", "profiles": [
        {"name": "main", "mode": "AK", "access_key_id": "LTAI5tMainProfile0Main", "access_key_secret": "secret-of-main"},
        {"name": "sts", "mode": "StsToken", "access_key_id": "STS.StsProfile00000Sts1", "access_key_secret": "secret-of-sts",
         "sts_token": "token-of-sts"},
        {"name": "half", "mode": "AK", "access_key_id": "LTAI5tHalfProfile0Half", "access_key_secret": ""},
        {"name": "sso", "mode": "CloudSSO"},
        {"name": "role", "mode": "RamRoleArn", "access_key_id": "a", "access_key_secret": "b"},
        {"name": "brief", "mode": "RamRoleArn", "access_key_id": "a", "access_key_secret": "b",
         "ram_role_arn": "acs:ram::1:role/r", "expired_seconds": 60},
        {"name": "ring", "mode": "ChainableRamRoleArn", "source_profile": "gnir", "ram_role_arn": "r"},
        {"name": "gnir", "mode": "ChainableRamRoleArn", "source_profile": "ring", "ram_role_arn": "r"},
        {"name": "loose", "mode": "ChainableRamRoleArn", "source_profile": "mian", "ram_role_arn": "r"},
        {"name": "over", "mode": "ChainableRamRoleArn", "source_profile": "half", "ram_role_arn": "r"},
        {"name": "oidc", "mode": "OIDC", "ram_role_arn": "r", "oidc_provider_arn": "p", "oidc_token_file": "/no/such/token"},
        {"name": "ecs", "mode": "EcsRamRole"}
    ]}'''

    static final String INI = '''
        # a comment
        [default]
        enable = true
        type = access_key           ; the plain one
        access_key_id = LTAI5tIniDefault00Ini1
        access_key_secret = secret;of#ini

        [off]
        type = access_key
        access_key_id = a
        access_key_secret = b

        [rsa]
        enable = true
        type = rsa_key_pair

        [bare]
        enable = true
        type = ram_role_arn
        access_key_id = a

        [oidc]
        enable = true
        type = oidc_role_arn
        role_arn = r
        oidc_provider_arn = p
        oidc_token_file_path = /no/such/token

        [ecs]
        enable = true
        type = ecs_ram_role
        role_name = r
        '''

    @TempDir
    Path home

    @AutoCleanup
    Loopback service = new Loopback()

    List<AutoCloseable> opened = []

    def cleanup() {
        opened*.close()
    }

    AliyunTransport transport(Map<String, String> environment, Closure<?> more = { it }) {
        AliyunTransport.Builder builder = AliyunTransport.builder()
                .endpoint(service.url).region('cn-hangzhou').home(home).environment(OFF_ECS + environment)
        more(builder)
        AliyunTransport transport = builder.build()
        opened << transport
        transport
    }

    void config(String text = CONFIG) {
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), text)
    }

    void ini(String name = 'credentials.ini', String text = INI) {
        Files.createDirectories(home.resolve('.alibabacloud'))
        Files.writeString(home.resolve('.alibabacloud').resolve(name), text)
    }

    Loopback.Received sentBy(AliyunTransport transport) {
        transport.send(CATALOGUE.operation('ListRegions').request())
        service.received[-1]
    }

    ApiException refusalOf(AliyunTransport transport) {
        try {
            transport.send(CATALOGUE.operation('InvokeShellCommand').request())
            throw new AssertionError('it must fail')
        } catch (ApiException e) {
            assert service.received.empty
            assert e.kind() == ApiException.Kind.UNREACHABLE
            assert e.safeToRetry()
            return e
        }
    }
}
