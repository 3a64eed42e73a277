package ehpc.aliyun

import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

/** The service is reached by its own name: a proxy of the test leads every tunnel to this machine. */
@RestoreSystemProperties
class HttpsSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    static final String HOST = 'ehpc.cn-hangzhou.aliyuncs.com'

    @Shared
    @TempDir
    Path folder

    @Shared
    Tls ours

    @Shared
    Tls others

    @AutoCleanup
    Loopback service

    @AutoCleanup
    TunnelProxy proxy

    List<AutoCloseable> opened = []

    def setupSpec() {
        ours = new Tls(folder, HOST, 'ehpc.cn-beijing.aliyuncs.com', 'ehpc-vpc.cn-hangzhou.aliyuncs.com', 'localhost')
        others = new Tls(folder, 'other.example.com')
    }

    def cleanup() {
        opened*.close()
    }

    void serve(Tls shown) {
        service = new Loopback(shown.context())
        proxy = new TunnelProxy(service.port)
    }

    AliyunTransport transport(Map<String, String> environment, Closure<?> more = { it }) {
        AliyunTransport.Builder builder = AliyunTransport.builder().region('cn-hangzhou').home(folder).environment(environment)
                .accessKey('an-id', 'very-secret').connectTimeout(Duration.ofSeconds(25))
        more(builder)
        AliyunTransport transport = builder.build()
        opened << transport
        transport
    }

    Map<String, String> byProxy() {
        [HTTPS_PROXY: proxy.url]
    }

    ApiException failure(AliyunTransport transport) {
        try {
            transport.send(CATALOGUE.operation('InvokeShellCommand').request())
            throw new AssertionError('it must fail')
        } catch (ApiException e) {
            return e
        }
    }

    def 'a region is reached over TLS at its host: #tunnel'() {
        given:
        serve(ours)
        ours.trust()

        when:
        transport(byProxy(), builder).send(request(CATALOGUE.operation('ListRegions').request()))

        then:
        proxy.asked == ["CONNECT $tunnel HTTP/1.1".toString()]
        service.received[0].headers.host == tunnel - ':443'
        service.received[0].signature() == SignatureV1.of('GET', service.received[0].query, 'very-secret')

        where:
        tunnel                                  | builder               | request
        'ehpc.cn-hangzhou.aliyuncs.com:443'     | { it }                | { it }
        'ehpc-vpc.cn-hangzhou.aliyuncs.com:443' | { it.vpc(true) }      | { it }
        'ehpc.cn-beijing.aliyuncs.com:443'      | { it }                | { it.in('cn-beijing') }
        'ehpc.cn-beijing.aliyuncs.com:443'      | { it }                | { it.with('RegionId', 'cn-beijing') }
        'ehpc.cn-beijing.aliyuncs.com:443'      | { it.endpoint('ehpc.cn-beijing.aliyuncs.com') } | { it }
    }

    def 'a tunnel serves requests that follow one another'() {
        given:
        serve(ours)
        ours.trust()
        AliyunTransport transport = transport(byProxy())

        when:
        3.times { transport.send(CATALOGUE.operation('ListRegions').request()) }

        then:
        service.received.size() == 3
        proxy.asked.size() == 1
    }

    def 'a certificate that this Java does not trust ends it before anything is sent'() {
        given:
        serve(ours)
        others.trust()

        when:
        ApiException e = failure(transport(byProxy()))

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == "this Java does not trust the certificate of $HOST"
        service.received.empty
    }

    def 'a certificate for another host ends it before anything is sent'() {
        given:
        serve(others)
        others.trust()

        when:
        ApiException e = failure(transport(byProxy()))

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == "the certificate of $HOST is for another host name"
        service.received.empty
    }

    def 'user and password of the proxy go to the proxy alone'() {
        given:
        serve(ours)
        ours.trust()

        when:
        transport([HTTPS_PROXY: "http://me:p%40ss%20word@127.0.0.1:$proxy.port"]).send(CATALOGUE.operation('ListRegions').request())

        then:
        proxy.heads[0].contains('Proxy-Authorization: Basic ' + 'me:p@ss word'.bytes.encodeBase64() + '\r\n')
        !service.received[0].headers.containsKey('proxy-authorization')
    }

    def 'a proxy that refuses with #refusal is named without its password'() {
        given:
        serve(ours)
        proxy.refusal = refusal

        when:
        ApiException e = failure(transport([HTTPS_PROXY: "http://me:hidden@127.0.0.1:$proxy.port"]))

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == detail.replace('ADDRESS', "127.0.0.1:$proxy.port")

        where:
        refusal                             || detail
        '403 Forbidden'                     || "the proxy ADDRESS refused to connect to $HOST with HTTP 403"
        '407 Proxy Authentication Required' || "the proxy ADDRESS refused to connect to $HOST with HTTP 407; check user and password in HTTPS_PROXY"
    }

    def 'a proxy that is not there is named'() {
        given:
        int free = new ServerSocket(0).withCloseable { it.localPort }

        when:
        ApiException e = failure(transport([HTTPS_PROXY: "http://127.0.0.1:$free"]))

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == "the proxy 127.0.0.1:$free refused the connection"
    }

    def 'a proxy that never answers is given up within the time to connect'() {
        given:
        ServerSocket mute = new ServerSocket(0)
        opened << mute

        when:
        ApiException e = failure(transport([HTTPS_PROXY: "http://127.0.0.1:$mute.localPort"]) { it.connectTimeout(Duration.ofMillis(300)) })

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == "the proxy 127.0.0.1:$mute.localPort did not accept a connection within 300 ms"
    }

    def 'HTTPS_PROXY must be a URL: #value'() {
        when:
        ApiException e = failure(transport([HTTPS_PROXY: value]))

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == 'HTTPS_PROXY must be a URL, such as http://proxy.example.com:3128'

        where:
        value << ['http://me:pass word@proxy', 'socks5://proxy:1080', 'http://']
    }

    def 'this machine is never reached by a proxy'() {
        given:
        Loopback plain = new Loopback()
        opened << plain
        serve(ours)
        ours.trust()

        when:
        transport(byProxy() + [HTTP_PROXY: proxy.url]) { it.endpoint(plain.url) }.send(CATALOGUE.operation('ListRegions').request())
        transport(byProxy()) { it.endpoint("https://localhost:$service.port") }.send(CATALOGUE.operation('ListRegions').request())

        then:
        plain.received.size() == 1
        service.received.size() == 1
        proxy.asked.empty
    }
}
