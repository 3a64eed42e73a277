package ehpc.connect

import ehpc.NoRegionException
import ehpc.Remedy
import ehpc.api.ApiException
import ehpc.api.InputException
import ehpc.local.LocalOptions
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ConnectionSpec extends Specification {

    @TempDir
    Path home

    ConnectionOptions options() {
        ConnectionOptions.defaults().home(home).environment([:])
    }

    def 'a service on this machine is started and ended with its connection'() {
        given:
        Connection connection = Connection.open(options().local(LocalOptions.defaults().withComputeNodes(2)))

        expect:
        connection.ehpc().region() == 'cn-hangzhou'
        connection.ehpc().cluster('ehpc-hz-localdemo1').nodes().compute.size() == 2

        when:
        URI endpoint = connection.service().get().endpoint()
        connection.close()
        new Socket(endpoint.host, endpoint.port)

        then:
        thrown(ConnectException)
    }

    def 'a service that runs already is reached by its endpoint'() {
        given:
        Connection running = Connection.open(options().local(LocalOptions.defaults()))
        Connection connection = Connection.open(options()
                .endpoint(running.service().get().endpoint().toString())
                .region('cn-hangzhou')
                .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']))

        expect:
        connection.service().empty
        connection.ehpc().clusters().size() == 2

        cleanup:
        connection?.close()
        running?.close()
    }

    def 'where requests go is known without asking anybody'() {
        given:
        Connection connection = Connection.open(change(options()))

        expect:
        connection.endpoint().orElse(null) == endpoint
        connection.endpoint('cn-beijing').get() == elsewhere

        cleanup:
        connection?.close()

        where:
        change                                                             || endpoint                              | elsewhere
        ({ it })                                                           || null                                  | 'https://ehpc.cn-beijing.aliyuncs.com'
        ({ it.region('cn-hangzhou') })                                     || 'https://ehpc.cn-hangzhou.aliyuncs.com' | 'https://ehpc.cn-beijing.aliyuncs.com'
        ({ it.environment([ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou']) })     || 'https://ehpc.cn-hangzhou.aliyuncs.com' | 'https://ehpc.cn-beijing.aliyuncs.com'
        ({ it.region('cn-hangzhou').endpoint('http://127.0.0.1:18080/') }) || 'http://127.0.0.1:18080'                | 'http://127.0.0.1:18080'
        ({ it.endpoint('proxy.example.com:8443') })                        || 'https://proxy.example.com:8443'        | 'https://proxy.example.com:8443'
    }

    def 'a region of the environment that is none has no endpoint'() {
        given:
        Connection connection = Connection.open(options().environment([ALIBABA_CLOUD_REGION_ID: 'cn-hangzuo']))

        when:
        connection.endpoint()

        then:
        InputException e = thrown()
        e.message == "unknown region 'cn-hangzuo'; did you mean 'cn-hangzhou'?"

        cleanup:
        connection?.close()
    }

    def 'a wrong key is refused by the service'() {
        given:
        Connection running = Connection.open(options().local(LocalOptions.defaults()))
        Connection connection = Connection.open(options()
                .endpoint(running.service().get().endpoint().toString())
                .region('cn-hangzhou')
                .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrong-secret']))

        when:
        connection.ehpc().clusters()

        then:
        ApiException e = thrown()
        e.code() == 'SignatureDoesNotMatch'
        !e.message.contains('wrong-secret')

        cleanup:
        connection?.close()
        running?.close()
    }

    def 'the region comes from the options, the environment or the profile'() {
        given:
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), '''\
            {"current": "a", "profiles": [{"name": "a", "mode": "AK", "access_key_id": "id", "access_key_secret": "s",
             "region_id": "cn-beijing"}]}'''.stripIndent())

        expect:
        Connection.open(options()).withCloseable { it.ehpc().region() } == 'cn-beijing'
        Connection.open(options().environment([ALIBABA_CLOUD_REGION_ID: 'cn-shanghai'])).withCloseable {
            it.ehpc().region()
        } == 'cn-shanghai'
        Connection.open(options().region('cn-hangzhou')).withCloseable { it.ehpc().region() } == 'cn-hangzhou'
    }

    def 'without a region nothing can be asked until one is chosen'() {
        given:
        Connection connection = Connection.open(options())

        when:
        connection.ehpc().clusters()

        then:
        NoRegionException e = thrown()
        e.message == 'no region is set'
        Remedy.of(e)*.text() == ['set ALIBABA_CLOUD_REGION_ID, region_id of the profile in ~/.aliyun/config.json, ' +
                "or region 'cn-hangzhou' in a script"]
        connection.ehpc().withRegion('cn-shanghai').region() == 'cn-shanghai'

        cleanup:
        connection?.close()
    }

    def 'what cannot be meant is told'() {
        when:
        Connection.open(change.call(options()))

        then:
        InputException e = thrown()
        e.message == message

        where:
        change                                                                     || message
        ({ it.region('cn-hangzou') })                                              || "unknown region 'cn-hangzou'; did you mean 'cn-hangzhou'?"
        ({ it.local(LocalOptions.defaults()).profile('a') })                       || 'profile and endpoint must not be set for a local service'
    }
}
