package ehpc.aliyun

import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.api.Request
import ehpc.api.Response
import java.time.Duration
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

class SignedRequestSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    @AutoCleanup
    Loopback service = new Loopback()

    @AutoCleanup
    AliyunTransport transport = AliyunTransport.builder()
            .endpoint(service.url)
            .region('cn-hangzhou')
            .environment([:])
            .accessKey('test-id', 'test-secret')
            .build()

    Response send(String operation, Map<String, ?> parameters = [:]) {
        transport.send(CATALOGUE.operation(operation).request(parameters))
    }

    def 'a GET carries its parameters and a right signature in the query'() {
        when:
        Response response = send('InvokeShellCommand', [
                ClusterId: 'ehpc-hz-1', Command: 'echo "$HOME" *~ ü 日本 😀 a+b', Instance: [[Id: 'i-1'], [Id: 'i-2']]])

        then:
        response.requestId() == 'R-1'
        service.received.size() == 1
        with(service.received[0]) {
            method == 'GET'
            form.isEmpty()
            query.Action == 'InvokeShellCommand'
            query.Version == '2018-04-12'
            query.Format == 'JSON'
            query.RegionId == 'cn-hangzhou'
            query.AccessKeyId == 'test-id'
            query.SignatureMethod == 'HMAC-SHA1'
            query.SignatureVersion == '1.0'
            query.ClusterId == 'ehpc-hz-1'
            query.Command == 'echo "$HOME" *~ ü 日本 😀 a+b'
            query.'Instance.1.Id' == 'i-1'
            query.'Instance.2.Id' == 'i-2'
            !query.containsKey('SecurityToken')
            signature() == SignatureV1.of('GET', query, 'test-secret')
        }
    }

    def 'an operation that prefers POST sends its parameters in the body, signed as well'() {
        when:
        send('ListTagResources', [RegionId: 'cn-shanghai', ResourceType: 'cluster', Tag: [[Key: 'Größe', Value: 'a&b=c d']]])

        then:
        with(service.received[0]) {
            method == 'POST'
            query.Action == 'ListTagResources'
            !query.containsKey('RegionId')
            form == [RegionId: 'cn-shanghai', ResourceType: 'cluster', 'Tag.1.Key': 'Größe', 'Tag.1.Value': 'a&b=c d']
            headers.'content-type' == 'application/x-www-form-urlencoded'
            signature() == SignatureV1.of('POST', parameters(), 'test-secret')
        }
    }

    def 'a POST without parameters of its own is well formed'() {
        given:
        AliyunTransport nowhere = AliyunTransport.builder().endpoint(service.url).environment([:]).home(new File('/nonexistent').toPath())
                .accessKey('test-id', 'test-secret').build()

        when:
        nowhere.send(CATALOGUE.operation('ListTagResources').request())

        then:
        with(service.received[0]) {
            method == 'POST'
            headers.'content-length' == '0'
            !query.containsKey('RegionId')
            signature() == SignatureV1.of('POST', query, 'test-secret')
        }

        cleanup:
        nowhere.close()
    }

    def 'the region named to the service is #expected when the request says #what'() {
        when:
        transport.send(request(CATALOGUE.operation('ListTagResources').request(parameters)))

        then:
        service.received[0].parameters().RegionId == expected

        where:
        what                        | parameters                | request                               || expected
        'nothing'                   | [:]                       | { it }                                || 'cn-hangzhou'
        'a region'                  | [:]                       | { Request r -> r.in('cn-beijing') }   || 'cn-beijing'
        'a parameter'               | [RegionId: 'cn-shanghai'] | { it }                                || 'cn-shanghai'
    }

    def 'what official clients say of themselves is said'() {
        when:
        send('ListRegions')

        then:
        Map<String, String> headers = service.received[0].headers
        headers['x-acs-action'] == 'ListRegions'
        headers['x-acs-version'] == '2018-04-12'
        headers['accept'] == 'application/json'
        headers['accept-encoding'] == 'identity'
        headers['host'] == "127.0.0.1:$service.port".toString()
        headers['user-agent'].startsWith('ehpc/')
    }

    def 'every request has a nonce of its own and the time in UTC'() {
        given:
        Instant before = Instant.now().minusSeconds(1)

        when:
        10.times { send('ListRegions') }

        then:
        service.received*.query*.SignatureNonce.toSet().size() == 10
        service.received.every {
            Instant time = Instant.parse(it.query.Timestamp)
            !time.isBefore(before) && !time.isAfter(Instant.now())
        }
    }

    def 'the time is right in a locale with another calendar and other digits'() {
        given:
        Locale usual = Locale.default
        Locale.default = Locale.forLanguageTag(tag)

        when:
        send('ListRegions')

        then:
        Math.abs(Duration.between(Instant.parse(service.received[0].query.Timestamp), Instant.now()).toMinutes()) < 2
        service.received[0].signature() == SignatureV1.of('GET', service.received[0].query, 'test-secret')

        cleanup:
        Locale.default = usual

        where:
        tag << ['th-TH', 'ja-JP-u-ca-japanese', 'ar-EG-u-nu-arab', 'tr-TR']
    }

    def 'one connection serves requests that follow one another'() {
        when:
        5.times { send('ListRegions') }

        then:
        service.received*.peer.toSet().size() == 1
    }

    def 'sixty-four requests are under way at the same time'() {
        given:
        CountDownLatch together = new CountDownLatch(64)
        ExecutorService threads = Executors.newFixedThreadPool(64)
        service.answer = {
            together.countDown()
            assert together.await(30, TimeUnit.SECONDS)
            new Loopback.Reply()
        }

        when:
        List<Response> responses = threads.invokeAll((1..64).collect { { -> send('ListRegions') } as Callable<Response> })*.get()

        then:
        responses*.requestId() == ['R-1'] * 64

        cleanup:
        threads.shutdownNow()
    }

    def 'an answer is read as UTF-8 whatever its header says, and by the operation\'s response tree'() {
        given:
        service.says(
                200,
                '{"RequestId":"R-2","Regions":{"RegionInfo":[{"RegionId":"cn-1","LocalName":"杭州 ü"}]}}',
                'application/json;charset=ISO-8859-1')

        expect:
        send('ListRegions').objects('Regions.RegionInfo')*.LocalName == ['杭州 ü']
    }

    def 'a large answer arrives whole'() {
        given:
        String text = 'é' * 300_000
        service.says(200, "{\"RequestId\":\"R\",\"Message\":\"$text\"}")

        expect:
        send('ListRegions').text('Message').get() == text
    }

    def 'an answer of HTTP 1.0 without a length is read to its end'() {
        given:
        RawLoopback old = RawLoopback.answering('HTTP/1.0 200 OK\n\n{"RequestId":"R-old"}')
        AliyunTransport other = AliyunTransport.builder().endpoint(old.url).environment([:]).accessKey('i', 'test-secret').build()

        expect:
        other.send(CATALOGUE.operation('ListRegions').request()).requestId() == 'R-old'

        cleanup:
        other.close()
        old.close()
    }

    def 'a redirect is not followed'() {
        given:
        service.answer = { new Loopback.Reply(status: 302, body: new byte[0], headers: [Location: service.url + '/elsewhere']) }

        when:
        send('ListRegions')

        then:
        ApiException lost = thrown(ApiException)
        lost.httpStatus() == 302
        service.received.size() == 1
    }
}
