package ehpc.aliyun

import static ehpc.aliyun.Identity.Outcome.FAILED
import static ehpc.aliyun.Identity.Outcome.SHADOWED
import static ehpc.aliyun.Identity.Outcome.SKIPPED
import static ehpc.aliyun.Identity.Outcome.USED

class IdentitySpec extends HomeFixture {

    def 'identity tells who won and why the others did not'() {
        given:
        config()
        ini()

        when:
        Identity identity = transport(KEY + [ALIBABA_CLOUD_CREDENTIALS_URI: 'http://127.0.0.1:1']).identity()

        then:
        identity.provider().get() == 'environment variables'
        identity.accessKeyId().get() == 'LTAI5t…Env1'
        identity.region().get() == 'cn-hangzhou'
        identity.profile().empty
        identity.problem().empty
        identity.candidates()*.name() == ['Java system properties', 'environment variables', 'OIDC variables', '~/.aliyun/config.json',
                '~/.alibabacloud/credentials.ini', 'ECS RAM role', 'ALIBABA_CLOUD_CREDENTIALS_URI']
        identity.candidates()*.outcome() == [SKIPPED, USED, SKIPPED, SHADOWED, SHADOWED, SKIPPED, SHADOWED]
        identity.candidates()*.reason() == [
                'alibabacloud.accessKeyId is not set',
                'ALIBABA_CLOUD_ACCESS_KEY_ID is set',
                'ALIBABA_CLOUD_OIDC_TOKEN_FILE is not set',
                "profile 'main', mode AK; shadowed by environment variables",
                'section [default], type access_key; shadowed by environment variables',
                'not checked: shadowed by environment variables',
                'set; shadowed by environment variables']
        service.received.empty
    }

    def 'identity of a chosen profile tells that nothing else was asked'() {
        given:
        config()
        ini()

        when:
        Identity identity = transport(KEY) { it.profile('sts') }.identity()

        then:
        identity.provider().get() == '~/.aliyun/config.json'
        identity.accessKeyId().get() == 'STS.St…Sts1'
        identity.profile().get() == 'sts'
        identity.candidates()*.outcome() == [SKIPPED, SKIPPED, SKIPPED, USED, SKIPPED, SKIPPED, SKIPPED]
        identity.candidates()[1].reason() == "not checked: profile 'sts' is selected"
        identity.candidates()[4].reason() == 'section [sts] not found'
    }

    def 'identity without credentials has no winner'() {
        when:
        Identity identity = transport([:]).identity()

        then:
        identity.provider().empty
        identity.accessKeyId().empty
        identity.candidates()*.outcome().toSet() == [SKIPPED] as Set
        identity.candidates().find { it.name() == 'ECS RAM role' }.reason() == 'ALIBABA_CLOUD_ECS_METADATA_DISABLED is set'
        identity.candidates().find { it.name() == '~/.aliyun/config.json' }.reason() == 'file not found'
        identity.problem().get() == 'no credentials; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, ' +
                "or create a profile with 'aliyun configure'"
    }

    def 'identity of a place that is meant and gives nothing says so, and no other takes its place'() {
        given:
        Loopback vendor = new Loopback()
        opened << vendor
        vendor.says(500, 'no')

        when:
        Identity identity = transport([ALIBABA_CLOUD_CREDENTIALS_URI: vendor.url]).identity()

        then:
        identity.provider().get() == 'ALIBABA_CLOUD_CREDENTIALS_URI'
        identity.accessKeyId().empty
        identity.candidates()[-1].outcome() == FAILED
        identity.problem().get() == identity.candidates()[-1].reason()
    }

    def 'identity tells what is wrong with credentials that cannot be used'() {
        given:
        config()

        expect:
        transport([:]) { it.profile(profile) }.identity().problem().get().startsWith(problem)

        where:
        profile || problem
        'half'  || 'no usable credentials; '
        'mian'  || "profile 'mian' not found in ~/.aliyun/config.json or ~/.alibabacloud/credentials.ini; did you mean 'main'?"
    }

    def 'a key that is handed over comes first'() {
        when:
        Identity identity = transport(KEY) { it.accessKey('local', 'local-secret') }.identity()

        then:
        identity.provider().get() == 'given access key'
        identity.accessKeyId().get() == 'lo…'
        identity.candidates()[0].outcome() == USED
        identity.candidates()[2].outcome() == SHADOWED
    }

    def 'identity holds no secret'() {
        given:
        config()
        ini()

        expect:
        ['main', 'sts', 'default', 'half', 'role'].every { String profile ->
            String text = transport(KEY) { it.profile(profile) }.identity().toString()
            !text.contains('secret-of') && !text.contains('token-of') && !text.contains('secret;of') && !text.contains('LTAI5tMainProfile0Main')
        }
    }

    def 'the command line\'s file can be left out'() {
        given:
        config()

        expect:
        transport([ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'true']).identity().candidates().find { it.name() == '~/.aliyun/config.json' }.reason() ==
                'ALIBABA_CLOUD_CLI_PROFILE_DISABLED is set'
    }
}
