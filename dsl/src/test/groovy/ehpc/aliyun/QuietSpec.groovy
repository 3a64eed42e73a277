package ehpc.aliyun

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What a program prints with every switch of the SDK and of the libraries below it turned to the loudest. */
class QuietSpec extends Specification {

    static final List<String> LOUD = [
        '-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl',
        '-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.SimpleLog',
        '-Dorg.apache.commons.logging.simplelog.defaultlog=trace',
    ]

    @TempDir
    Path folder

    @AutoCleanup
    Loopback good = new Loopback()

    @AutoCleanup
    Loopback bad = new Loopback()

    @AutoCleanup
    Loopback echoing = new Loopback()

    @AutoCleanup
    Loopback tokens

    @AutoCleanup
    TunnelProxy proxy

    List<String> loudAndTrusting(Tls tls) {
        Path logging = folder.resolve('logging.properties')
        Files.writeString(logging, 'handlers=java.util.logging.ConsoleHandler\n.level=ALL\njava.util.logging.ConsoleHandler.level=ALL\n')
        LOUD + [
                "-Djava.util.logging.config.file=$logging",
                "-Djavax.net.ssl.trustStore=$tls.store",
                "-Djavax.net.ssl.trustStorePassword=$Tls.PASSWORD"]*.toString()
    }

    def 'no key, token, signature or command is printed, whatever happens and however loud the libraries are'() {
        given: 'a token service behind a proxy, a service, one that refuses, and one that repeats what it was sent'
        Tls tls = new Tls(folder, 'sts.aliyuncs.com')
        tokens = new Loopback(tls.context())
        proxy = new TunnelProxy(tokens.port)
        tokens.answer = { RolesSpec.session('7') }
        bad.answer = { Loopback.Received request ->
            String signed = request.parameters().findAll { it.key != 'Signature' }.sort()
                    .collect { name, value -> SignatureV1.encode(name) + '=' + SignatureV1.encode(value) }.join('&')
            String message = 'server string to sign is:GET&%2F&' + SignatureV1.encode(signed)
            new Loopback.Reply(status: 400, body: """{"Code":"SignatureDoesNotMatch","Message":"$message"}""".bytes)
        }
        echoing.answer = { Loopback.Received request ->
            new Loopback.Reply(status: 502, type: 'text/html', body: request.parameters().toString().bytes)
        }
        int nobody = new ServerSocket(0).withCloseable { it.localPort }

        and: 'a profile that takes on a role'
        Files.createDirectories(folder.resolve('.aliyun'))
        Files.writeString(folder.resolve('.aliyun/config.json'), """{"current":"main","profiles":[{"name":"main","mode":"RamRoleArn",
            "access_key_id":"LTAI5tLongLived0Long","access_key_secret":"long-secret","ram_role_arn":"acs:ram::1:role/r"}]}""")

        when:
        String output = Child.run(
                loudAndTrusting(tls), [DEBUG: 'sdk', HTTPS_PROXY: "http://me:proxy-password@127.0.0.1:$proxy.port".toString()],
                'talk', folder.toString(), good.url, bad.url, echoing.url, "http://127.0.0.1:$nobody")

        then: 'it all happened, and the libraries were loud'
        output.contains('DEBUG is sdk')
        output.contains('STS.Se…0007')
        output.contains('InvokeShellCommand{RequestId=R-1')
        output.contains('the signature does not match; the access key secret may be of another access key id')
        output.contains('answered HTTP 502 with text/html, not JSON')
        output.contains('refused the connection')
        output.contains('[DEBUG] PoolingHttpClientConnectionManager - Connection leased:')

        and: 'nothing leaked'
        List<Loopback.Received> all = good.received + bad.received + echoing.received + tokens.received
        all.size() == 10
        List<String> secrets = ['long-secret', 'session-secret-7', 'session-token-7', 'STS.SessionKey000007', 'LTAI5tLongLived0Long',
                'confidential-command', 'proxy-password', 'me:proxy-password'.bytes.encodeBase64().toString()] + all*.signature()
        secrets.collectMany { [it, URLEncoder.encode(it, 'UTF-8'), URLEncoder.encode(URLEncoder.encode(it, 'UTF-8'), 'UTF-8')] }
                .findAll { output.contains(it) }.empty
    }

    def 'building a transport loads nothing of the SDK, and a request only what it needs'() {
        given:
        Path loaded = folder.resolve('classes')
        String log = "-Xlog:class+load:file=$loaded"

        when:
        Child.run([log], [:], 'build')

        then:
        Files.readString(loaded).contains('ehpc.aliyun.AliyunTransport ')
        [' com.aliyuncs.', ' org.apache.http.', ' com.google.gson.', ' javax.xml.bind.'].findAll { Files.readString(loaded).contains(it) }.empty

        when:
        Child.run([log], [:], 'send', good.url)

        then:
        good.received.size() == 1
        Files.readString(loaded).contains(' com.aliyuncs.CommonRpcRequest ')
        [' com.google.gson.', ' com.aliyuncs.DefaultAcsClient ', ' com.aliyuncs.endpoint.', ' sun.security.ssl.SSLContextImpl ']
                .findAll { Files.readString(loaded).contains(it) }.empty
    }

    def 'warming up loads what a request needs and asks no network'() {
        given:
        Path loaded = folder.resolve('classes')

        when:
        Child.run(["-Xlog:class+load:file=$loaded".toString()], [:], 'warm')

        then:
        [' com.aliyuncs.auth.signers.HmacSHA1Signer ',
         ' org.apache.http.impl.conn.PoolingHttpClientConnectionManager ',
         ' sun.security.ssl.SSLContextImpl '].every { Files.readString(loaded).contains(it) }
    }
}
