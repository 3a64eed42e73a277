package ehpc.aliyun

import java.nio.file.Files
import java.nio.file.Path
import spock.util.environment.RestoreSystemProperties

class CredentialsSpec extends HomeFixture {

    def 'a key of the environment signs requests'() {
        when:
        Loopback.Received request = sentBy(transport(KEY))

        then:
        request.query.AccessKeyId == 'LTAI5tEnvironment0Env1'
        request.signature() == SignatureV1.of('GET', request.query, 'secret-of-environment')
        !request.query.containsKey('SecurityToken')
    }

    def 'a token of the environment goes with its key'() {
        when:
        Loopback.Received request = sentBy(transport(KEY + [ALIBABA_CLOUD_SECURITY_TOKEN: 'token/of+environment=']))

        then:
        request.query.SecurityToken == 'token/of+environment='
        request.signature() == SignatureV1.of('GET', request.query, 'secret-of-environment')
    }

    def 'profile #profile of the command line\'s file signs requests'() {
        given:
        config()

        when:
        Loopback.Received request = sentBy(transport(environment, use))

        then:
        request.query.AccessKeyId == id
        request.query.SecurityToken == token
        request.signature() == SignatureV1.of('GET', request.query, secret)

        where:
        profile     | environment                             | use                   || id                        | secret           | token
        'current'   | [:]                                     | { it }                || 'LTAI5tMainProfile0Main'  | 'secret-of-main' | null
        'asked for' | KEY                                     | { it.profile('sts') } || 'STS.StsProfile00000Sts1' | 'secret-of-sts'  | 'token-of-sts'
        'named'     | KEY + [ALIBABA_CLOUD_PROFILE: 'sts']    | { it }                || 'STS.StsProfile00000Sts1' | 'secret-of-sts'  | 'token-of-sts'
    }

    def 'a section of the SDKs\' file #file signs requests'() {
        given:
        ini(file)

        when:
        Loopback.Received request = sentBy(transport([:]))

        then:
        request.query.AccessKeyId == 'LTAI5tIniDefault00Ini1'
        request.signature() == SignatureV1.of('GET', request.query, 'secret;of#ini')

        where:
        file << ['credentials.ini', 'credentials']
    }

    def 'the SDKs\' file may lie anywhere'() {
        given:
        Path elsewhere = home.resolve('elsewhere.ini')
        Files.writeString(elsewhere, INI)
        AliyunTransport transport = transport([ALIBABA_CLOUD_CREDENTIALS_FILE: elsewhere.toString()])

        expect:
        sentBy(transport).query.AccessKeyId == 'LTAI5tIniDefault00Ini1'
        transport.identity().provider().get() == elsewhere.toString()
    }

    @RestoreSystemProperties
    def 'Java system properties come before the environment'() {
        given:
        System.setProperty('alibabacloud.accessKeyId', 'LTAI5tProperties00Prop')
        System.setProperty('alibabacloud.accessKeySecret', 'secret-of-properties')
        System.setProperty('alibabacloud.sessionToken', 'token-of-properties')

        when:
        Loopback.Received request = sentBy(transport(KEY))

        then:
        request.query.AccessKeyId == 'LTAI5tProperties00Prop'
        request.query.SecurityToken == 'token-of-properties'
        request.signature() == SignatureV1.of('GET', request.query, 'secret-of-properties')
    }

    def 'credentials that a web address hands out are used and asked for once'() {
        given:
        Loopback vendor = new Loopback()
        opened << vendor
        vendor.says(200, '''{"Code":"Success","AccessKeyId":"STS.FromAddress000Addr","AccessKeySecret":"secret-of-address",
            "SecurityToken":"token-of-address","Expiration":"2099-01-01T00:00:00Z"}''')
        AliyunTransport transport = transport([ALIBABA_CLOUD_CREDENTIALS_URI: vendor.url])

        when:
        List<Loopback.Received> requests = (1..3).collect { sentBy(transport) }

        then:
        requests*.query*.AccessKeyId.toSet() == ['STS.FromAddress000Addr'] as Set
        requests*.query*.SecurityToken.toSet() == ['token-of-address'] as Set
        requests[0].signature() == SignatureV1.of('GET', requests[0].query, 'secret-of-address')
        vendor.received.size() == 1
        transport.identity().provider().get() == 'ALIBABA_CLOUD_CREDENTIALS_URI'
    }

    def 'a web address that answers #body gives no credentials, and none of it is told'() {
        given:
        Loopback vendor = new Loopback()
        opened << vendor
        vendor.says(status, body)

        expect:
        refusalOf(transport([ALIBABA_CLOUD_CREDENTIALS_URI: vendor.url])).detail() ==
                'no credentials from ALIBABA_CLOUD_CREDENTIALS_URI (set): the answer is invalid'

        where:
        status | body
        200    | '{"Code":"Success","AccessKeyId":"i","AccessKeySecret":"leaked","SecurityToken":"leaked"}'
        500    | 'leaked'
        200    | 'leaked'
    }

    def 'a web address that is none is told'() {
        expect:
        refusalOf(transport([ALIBABA_CLOUD_CREDENTIALS_URI: 'nowhere'])).detail() ==
                'ALIBABA_CLOUD_CREDENTIALS_URI: set, but its value is invalid'
    }

    def 'without any credentials the message says what to set'() {
        expect:
        refusalOf(transport([:])).message == 'InvokeShellCommand: not sent: no credentials; set ALIBABA_CLOUD_ACCESS_KEY_ID' +
                " and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or create a profile with 'aliyun configure'"
    }

    def 'what is there and cannot be used is told: #detail'() {
        given:
        files(this)

        expect:
        refusalOf(transport(environment)).detail() == NONE + detail

        where:
        environment                                          | files                                  || detail
        [ALIBABA_CLOUD_ACCESS_KEY_ID: 'i']                   | { }                                    || 'environment variables: ALIBABA_CLOUD_ACCESS_KEY_SECRET must be set as well'
        [ALIBABA_CLOUD_ACCESS_KEY_SECRET: 's']               | { }                                    || 'environment variables: ALIBABA_CLOUD_ACCESS_KEY_ID must be set as well'
        [ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/t']                | { }                                    || 'OIDC variables: ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN must be set as well'
        [ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/no/such/token',
            ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'p',
            ALIBABA_CLOUD_ROLE_ARN: 'r']                     | { }                                    || 'OIDC variables: ALIBABA_CLOUD_OIDC_TOKEN_FILE must be a readable file, is /no/such/token'
        [:]                                                  | { it.config('{"profiles":\n[\n') }     || '~/.aliyun/config.json: the file is not a JSON object; see line 3'
        [:]                                                  | { it.config('') }                      || '~/.aliyun/config.json: the file is not a JSON object; see line 1'
        [ALIBABA_CLOUD_PROFILE: 'half']                      | { it.config() }                        || "~/.aliyun/config.json: profile 'half' lacks access_key_secret"
        [ALIBABA_CLOUD_PROFILE: 'role']                      | { it.config() }                        || "~/.aliyun/config.json: profile 'role' lacks ram_role_arn"
        [ALIBABA_CLOUD_PROFILE: 'brief']                     | { it.config() }                        || "~/.aliyun/config.json: profile 'brief': expired_seconds must be 900 or more, is 60"
        [ALIBABA_CLOUD_PROFILE: 'sso']                       | { it.config() }                        || "~/.aliyun/config.json: profile 'sso': mode must be one of AK, StsToken, RamRoleArn, ChainableRamRoleArn, EcsRamRole, OIDC, is 'CloudSSO'"
        [ALIBABA_CLOUD_PROFILE: 'ring']                      | { it.config() }                        || "~/.aliyun/config.json: profile 'gnir' has source_profile 'ring', which refers back to 'gnir'"
        [ALIBABA_CLOUD_PROFILE: 'loose']                     | { it.config() }                        || "~/.aliyun/config.json: profile 'loose' has source_profile 'mian', which is not in ~/.aliyun/config.json; did you mean 'main'?"
        [ALIBABA_CLOUD_PROFILE: 'over']                      | { it.config() }                        || "~/.aliyun/config.json: profile 'half' lacks access_key_secret"
        [ALIBABA_CLOUD_PROFILE: 'oidc']                      | { it.config() }                        || "~/.aliyun/config.json: profile 'oidc' has oidc_token_file /no/such/token, which cannot be read"
        [ALIBABA_CLOUD_PROFILE: 'ecs']                       | { it.config() }                        || "~/.aliyun/config.json: profile 'ecs' cannot be used because ALIBABA_CLOUD_ECS_METADATA_DISABLED is set"
        [ALIBABA_CLOUD_PROFILE: 'off']                       | { it.ini() }                           || '~/.alibabacloud/credentials.ini: section [off] is not enabled; add: enable = true'
        [ALIBABA_CLOUD_PROFILE: 'rsa']                       | { it.ini() }                           || "~/.alibabacloud/credentials.ini: section [rsa]: type must be one of access_key, ram_role_arn, ecs_ram_role, oidc_role_arn, is 'rsa_key_pair'"
        [ALIBABA_CLOUD_PROFILE: 'bare']                      | { it.ini() }                           || '~/.alibabacloud/credentials.ini: section [bare] lacks access_key_secret and role_arn'
        [ALIBABA_CLOUD_PROFILE: 'oidc']                      | { it.ini() }                           || '~/.alibabacloud/credentials.ini: section [oidc] has oidc_token_file_path /no/such/token, which cannot be read'
        [ALIBABA_CLOUD_PROFILE: 'ecs']                       | { it.ini() }                           || '~/.alibabacloud/credentials.ini: section [ecs] cannot be used because ALIBABA_CLOUD_ECS_METADATA_DISABLED is set'
    }

    def 'a profile that no file has is told with the nearest one'() {
        given:
        config()
        ini()

        expect:
        refusalOf(transport(KEY) { it.profile(profile) }).detail() ==
                "profile '$profile' not found in ~/.aliyun/config.json or ~/.alibabacloud/credentials.ini$hint"

        where:
        profile || hint
        'mian'  || "; did you mean 'main'?"
        'rsb'   || "; did you mean 'rsa'?"
        'zzzzz' || '; known: bare, brief, default, ecs, gnir, half, loose, main, off, oidc, over, ring, role, rsa, sso, sts'
    }

    def 'a profile is asked for where there is no file'() {
        expect:
        refusalOf(transport(KEY) { it.profile('prod') }).detail() ==
                "profile 'prod' not found in ~/.aliyun/config.json or ~/.alibabacloud/credentials.ini; known: none"
    }

    def 'credentials that are put right are found by the next request'() {
        given:
        AliyunTransport transport = transport([:])
        refusalOf(transport)

        when:
        config()

        then:
        sentBy(transport).query.AccessKeyId == 'LTAI5tMainProfile0Main'
    }

    def 'files are read and not written'() {
        given:
        config()
        ini()
        Map<Path, ?> before = state()

        when:
        sentBy(transport([:]))
        transport(KEY).identity()

        then:
        state() == before
    }

    private Map<Path, ?> state() {
        Files.walk(home).toList().collectEntries { Path path ->
            [path, [Files.getLastModifiedTime(path), Files.isRegularFile(path) ? Files.readString(path) : '']]
        }
    }

    def 'an unreadable file is told'() {
        given:
        config()
        Path file = home.resolve('.aliyun/config.json')
        Files.delete(file)
        Files.createDirectory(file)

        expect:
        refusalOf(transport([:])).detail() == NONE + '~/.aliyun/config.json: the file cannot be read'
    }
}
