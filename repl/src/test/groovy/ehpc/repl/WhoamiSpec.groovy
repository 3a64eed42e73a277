package ehpc.repl

import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import tools.jackson.dataformat.yaml.YAMLMapper

class WhoamiSpec extends Specification {

    private static final String CANARY = 'CANARY-of-a-secret'

    private static final Map<String, String> KEY = [
        ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tEnvironment0Env1', ALIBABA_CLOUD_ACCESS_KEY_SECRET: CANARY]

    private static final String CONFIG = """{"current": "main", "profiles": [
        {"name": "main", "mode": "AK", "access_key_id": "LTAI5tMainProfile0Main", "access_key_secret": "$CANARY", "region_id": "cn-beijing"},
        {"name": "sts", "mode": "StsToken", "access_key_id": "STS.StsProfile00000Sts1", "access_key_secret": "$CANARY", "sts_token": "$CANARY"},
        {"name": "half", "mode": "AK", "access_key_id": "LTAI5tHalfProfile0Half", "access_key_secret": ""}
    ]}""".toString()

    @TempDir
    Path home

    def 'it prints the credentials in use, the endpoint, and the reasons against the other sources'() {
        given:
        config(CONFIG)

        when:
        Ended ended = whoami(KEY, '--region', 'cn-hangzhou')

        then:
        ended.code() == 0
        ended.err() == ''
        ended.out() == '''\
            key id    LTAI5t…Env1, from environment variables
            region    cn-hangzhou
            endpoint  https://ehpc.cn-hangzhou.aliyuncs.com
            service   E-HPC of Alibaba Cloud

            Credentials                      Outcome   Reason
            Java system properties           skipped   alibabacloud.accessKeyId is not set
            environment variables            used      ALIBABA_CLOUD_ACCESS_KEY_ID is set
            OIDC variables                   skipped   ALIBABA_CLOUD_OIDC_TOKEN_FILE is not set
            ~/.aliyun/config.json            shadowed  profile 'main', mode AK; shadowed by environment variables
            ~/.alibabacloud/credentials.ini  skipped   file not found
            ECS RAM role                     skipped   not checked: shadowed by environment variables
            ALIBABA_CLOUD_CREDENTIALS_URI    skipped   not set
            '''.stripIndent()
    }

    def 'a profile names itself and its region'() {
        given:
        config(CONFIG)

        expect:
        whoami([:]).out().startsWith('''\
            key id    LTAI5t…Main, from ~/.aliyun/config.json, profile 'main'
            region    cn-beijing
            endpoint  https://ehpc.cn-beijing.aliyuncs.com
            '''.stripIndent())
        whoami([:], '--profile', 'sts').out().startsWith('''\
            key id    STS.St…Sts1, from ~/.aliyun/config.json, profile 'sts'
            region    not set; set it with --region, ALIBABA_CLOUD_REGION_ID or a profile
            endpoint  unknown without a region
            service   E-HPC of Alibaba Cloud
            '''.stripIndent())
    }

    def 'without usable credentials it ends with 3 and prints the reason in one message'() {
        given:
        config(CONFIG)

        when:
        Ended ended = whoami(env, options as String[])

        then:
        ended.code() == 3
        ended.err() == "ehpc: $problem\n"
        ended.out().startsWith('key id    none\n')

        where:
        env                           | options                || problem
        [HOME: '/nowhere']            | []                     || "no credentials; $ADVICE"
        [:]                           | ['--profile', 'mian']  || "profile 'mian' not found in ~/.aliyun/config.json or " +
                "~/.alibabacloud/credentials.ini; did you mean 'main'?"
        [:]                           | ['--profile', 'half']  || "no usable credentials; $ADVICE; " +
                "~/.aliyun/config.json: profile 'half' lacks access_key_secret"
    }

    def 'a config file that is wrong is named, in the list and in the message'() {
        given:
        config('{"current": ')

        when:
        Ended ended = whoami([:])

        then:
        ended.code() == 3
        ended.err().startsWith("ehpc: no usable credentials; $ADVICE; ~/.aliyun/config.json: ")
        ended.err().count('\n') == 1
        ended.out().readLines().find { it.startsWith('~/.aliyun/config.json') } =~ /skipped +\S/
    }

    def 'an unknown region is reported in place of the endpoint'() {
        when:
        Ended ended = whoami(KEY + [ALIBABA_CLOUD_REGION_ID: 'cn-hangzuo'])

        then:
        ended.code() == 0
        ended.out().contains("\nendpoint  unknown region 'cn-hangzuo'; did you mean 'cn-hangzhou'?\n")
    }

    def 'the local service is named as such'() {
        when:
        Ended ended = whoami([:], '--local')

        then:
        ended.code() == 0
        ended.out() =~ /(?m)^key id    lo…, from given access key\nregion    cn-hangzhou\nendpoint  http:\/\/127\.0\.0\.1:\d+\n/
        ended.out().contains('\nservice   the local service, E-HPC on this machine\n')
    }

    def 'an endpoint that was given may be anything'() {
        expect:
        whoami(KEY, '--endpoint', 'http://127.0.0.1:1').out().contains('\nendpoint  http://127.0.0.1:1\n' +
                'service   the service at the given endpoint\n')
    }

    def 'json and yaml hold the same document'() {
        given:
        config(CONFIG)

        when:
        Object json = new JsonSlurper().parseText(whoami(KEY, '--region', 'cn-hangzhou', '--output', 'json').out())
        Object yaml = new YAMLMapper().readValue(whoami(KEY, '--region', 'cn-hangzhou', '--output', 'yaml').out(), Map)

        then:
        json == yaml
        json.subMap('usable', 'accessKeyId', 'provider', 'profile', 'region', 'endpoint', 'local', 'problem') == [
            usable: true, accessKeyId: 'LTAI5t…Env1', provider: 'environment variables', profile: null, region: 'cn-hangzhou',
            endpoint: 'https://ehpc.cn-hangzhou.aliyuncs.com', local: false, problem: null]
        json.credentials.size() == 7
        json.credentials[3] == [provider: '~/.aliyun/config.json', outcome: 'shadowed',
            reason: "profile 'main', mode AK; shadowed by environment variables"]
    }

    def 'ndjson and csv have a record for each place'() {
        when:
        List<Object> ndjson = whoami(KEY, '--output', 'ndjson').out().readLines().collect { new JsonSlurper().parseText(it) }
        List<String> csv = whoami(KEY, '--output', 'csv').out().readLines()

        then:
        ndjson*.provider.size() == 7
        ndjson[1].accessKeyId == 'LTAI5t…Env1'
        ndjson[0].accessKeyId == null
        csv[0] == 'provider,outcome,reason,accessKeyId,profile,region,endpoint,local'
        csv[2] == 'environment variables,used,ALIBABA_CLOUD_ACCESS_KEY_ID is set,LTAI5t…Env1,,,,false'
    }

    def 'the table is that of the places'() {
        expect:
        whoami(KEY, '--output', 'table').out().readLines()*.tokenize()*.first() ==
                ['Credentials', 'Java', 'environment', 'OIDC', '~/.aliyun/config.json', '~/.alibabacloud/credentials.ini', 'ECS',
            'ALIBABA_CLOUD_CREDENTIALS_URI']
    }

    def 'no form shows a secret, a token or a complete key id'() {
        given:
        config(CONFIG)

        expect:
        ['text', 'table', 'json', 'ndjson', 'yaml', 'csv'].every { String form ->
            [['--profile', 'main'], ['--profile', 'sts'], ['--profile', 'half'], [], ['--debug'], ['--trace']].every { List<String> options ->
                Ended ended = whoami(KEY, *options, '--output', form)
                String said = ended.out() + ended.err()
                !said.contains(CANARY) && !(said =~ /LTAI5t\w{5}/) && !said.contains('StsProfile')
            }
        }
    }

    private static final String ADVICE = 'set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, ' +
            "or create a profile with 'aliyun configure'"

    private Ended whoami(Map<String, String> env, String... options) {
        Cli.call(env: [HOME: home.toString(), ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true'] + env, ([*options, 'whoami']) as String[])
    }

    private void config(String text) {
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), text)
    }
}
