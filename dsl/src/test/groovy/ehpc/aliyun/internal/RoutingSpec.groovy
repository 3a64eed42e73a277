package ehpc.aliyun.internal

import ehpc.aliyun.AliyunTransport
import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class RoutingSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    @TempDir
    Path home

    def 'region #region is at #host, in its VPC: #vpc'() {
        expect:
        AliyunTransport.builder().vpc(vpc).environment([:]).home(home).build().endpoint(Optional.of(region)).get() == "https://$host"

        where:
        region                  | vpc   || host
        'cn-hangzhou'           | false || 'ehpc.cn-hangzhou.aliyuncs.com'
        'me-east-1'             | false || 'ehpc.me-east-1.aliyuncs.com'
        'cn-hangzhou'           | true  || 'ehpc-vpc.cn-hangzhou.aliyuncs.com'
        'cn-wulanchabu'         | true  || 'ehpc-vpc.cn-wulanchabu.aliyuncs.com'
        'cn-chengdu'            | false || 'ehpc.cn-chengdu.aliyuncs.com'
        'us-west-1'             | false || 'ehpc.us-west-1.aliyuncs.com'
        'ap-northeast-2'        | false || 'ehpc.ap-northeast-2.aliyuncs.com'
        'ap-southeast-3'        | true  || 'ehpc-vpc.ap-southeast-3.aliyuncs.com'
        'me-central-1'          | false || 'ehpc.me-central-1.aliyuncs.com'
        'cn-nanjing'            | false || 'ehpc.cn-nanjing.aliyuncs.com'
        'cn-shanghai-finance-1' | false || 'ehpc.cn-shanghai-finance-1.aliyuncs.com'
        'cn-north-2-gov'        | false || 'ehpc.cn-north-2-gov.aliyuncs.com'
    }

    def 'region #region is refused, and #near is named'() {
        when:
        AliyunTransport.builder().region(region).environment([:]).home(home).build()

        then:
        IllegalArgumentException e = thrown()
        e.message == "unknown region '$region'; did you mean '$near'?"

        where:
        region          | near
        'cn-hangzou'    | 'cn-hangzhou'
        'cn-shanghia'   | 'cn-shanghai'
        'CN-Hangzhou'   | 'cn-hangzhou'
        'hangzhou'      | 'cn-hangzhou'
        'ap-southest-1' | 'ap-southeast-1'
        'cn-bejing'     | 'cn-beijing'
        'cn-chegndu'    | 'cn-chengdu'
    }

    def 'a region like no other is refused with those that are known'() {
        when:
        AliyunTransport.builder().region('evil.example.com/').environment([:]).home(home).build()

        then:
        IllegalArgumentException e = thrown()
        e.message.startsWith("unknown region 'evil.example.com/'; known: ap-northeast-1, ap-southeast-1,")
    }

    def 'a request\'s own region is checked as well, before anything is sent'() {
        given:
        AliyunTransport transport = AliyunTransport.builder().environment([:]).home(home).accessKey('i', 's').build()

        when:
        transport.send(CATALOGUE.operation('ListNodes').request().in('cn-hangzou'))

        then:
        ApiException e = thrown()
        e.kind() == ApiException.Kind.UNREACHABLE
        e.message == "ListNodes: not sent: unknown region 'cn-hangzou'; did you mean 'cn-hangzhou'?"

        cleanup:
        transport.close()
    }

    def 'a region must be known from somewhere'() {
        given:
        AliyunTransport transport = AliyunTransport.builder().environment([:]).home(home).accessKey('i', 's').build()

        when:
        transport.send(CATALOGUE.operation('ListNodes').request())

        then:
        ApiException e = thrown()
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == 'no region; set ALIBABA_CLOUD_REGION_ID, or region_id of the profile in ~/.aliyun/config.json'

        cleanup:
        transport.close()
    }

    def 'the region is that of #what'() {
        given:
        Files.createDirectory(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), '''{"current":"a","profiles":[
            {"name":"a","mode":"AK","access_key_id":"id-a","access_key_secret":"s","region_id":"cn-qingdao"},
            {"name":"b","mode":"AK","access_key_id":"id-b","access_key_secret":"s","region_id":"cn-beijing"},
            {"name":"c","mode":"AK","access_key_id":"id-c","access_key_secret":"s","region_id":""}]}''')
        AliyunTransport.Builder builder = AliyunTransport.builder().environment(environment).home(home)
        set(builder)

        expect:
        builder.build().identity().region().orElse(null) == region

        where:
        what                       | environment                                                     | set                                                     || region
        'the builder'              | [ALIBABA_CLOUD_REGION_ID: 'cn-shanghai']                        | { it.region('cn-hangzhou') }                            || 'cn-hangzhou'
        'the environment'          | [ALIBABA_CLOUD_REGION_ID: 'cn-shanghai']                        | { it }                                                  || 'cn-shanghai'
        'the current profile'      | [:]                                                             | { it }                                                  || 'cn-qingdao'
        'the named profile'        | [:]                                                             | { it.profile('b') }                                     || 'cn-beijing'
        'the environment\'s profile' | [ALIBABA_CLOUD_PROFILE: 'b']                                  | { it }                                                  || 'cn-beijing'
        'nobody'                   | [:]                                                             | { it.profile('c') }                                     || null
        'nobody: a key was given'  | [:]                                                             | { it.accessKey('i', 's') }                              || null
        'nobody: files are off'    | [ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'true', ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true'] | { it }                                                  || null
    }
}
