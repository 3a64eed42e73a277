package ehpc.local

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublisher
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.nio.charset.StandardCharsets
import java.security.MessageDigest
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import tools.jackson.databind.json.JsonMapper

/** Signs and sends requests by the published rules, knowing nothing of the service's own code. */
class WireClient {

    static final JsonMapper JSON = JsonMapper.builder().build()

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
    final URI endpoint
    String keyId = 'local'
    String secret = 'local-secret'
    Instant now = Instant.now()

    WireClient(URI endpoint) {
        this.endpoint = endpoint
    }

    /** A parsed answer: status, headers and the top object. */
    static class Reply {

        int status
        HttpResponse<byte[]> raw
        Map<String, Object> body

        Object at(String path) {
            path.split('\\.').inject(body as Object) { here, step -> (here as Map)[step] }
        }
    }

    /** Version 1, GET, JSON, parsed. */
    Reply ask(String action, Map<String, ?> parameters = [:]) {
        reply(sendV1([Action: action, Format: 'JSON'] + parameters))
    }

    /** As the published parameters of version 1, before they are signed. */
    Map<String, String> systemV1() {
        [
            Version         : '2018-04-12',
            AccessKeyId     : keyId,
            SignatureMethod : 'HMAC-SHA1',
            SignatureVersion: '1.0',
            SignatureNonce  : UUID.randomUUID().toString(),
            Timestamp       : now.truncatedTo(ChronoUnit.SECONDS).toString(),
        ]
    }

    /** Parameters given as null are left out, though the system would add them. */
    HttpResponse<byte[]> sendV1(Map<String, ?> parameters, String method = 'GET') {
        Map<String, String> all = systemV1()
        parameters.each { name, value -> value == null ? all.remove(name) : all.put(name, value.toString()) }
        sendAs(method, signedV1(method, all))
    }

    Map<String, String> signedV1(String method, Map<String, String> all) {
        all + [Signature: signatureV1(method, all)]
    }

    HttpResponse<byte[]> sendAs(String method, Map<String, String> signed) {
        String text = query(signed)
        method == 'POST' ? post('', text) : fetch(text)
    }

    String signatureV1(String method, Map<String, String> all) {
        Base64.encoder.encodeToString(hmac('HmacSHA1', secret + '&', stringToSignV1(method, all)))
    }

    static String stringToSignV1(String method, Map<String, String> all) {
        "${method}&%2F&${encode(query(new TreeMap<String, String>(all)))}"
    }

    /** Version 3: the action and its companions as headers. */
    HttpResponse<byte[]> sendV3(Map<String, ?> options, String action, Map<String, String> parameters = [:]) {
        String method = options.method ?: 'GET'
        String text = query(new TreeMap<String, String>(parameters))
        byte[] body = (method == 'POST' ? text : '').getBytes(StandardCharsets.UTF_8)
        Map<String, String> headers = [
            'x-acs-action'         : action,
            'x-acs-version'        : '2018-04-12',
            'x-acs-date'           : now.truncatedTo(ChronoUnit.SECONDS).toString(),
            'x-acs-signature-nonce': UUID.randomUUID().toString(),
            'x-acs-content-sha256' : sha256(body),
        ]
        if (method == 'POST') {
            headers['content-type'] = 'application/x-www-form-urlencoded'
        }
        headers.putAll(options.headers as Map<String, String> ?: [:])
        headers.values().removeIf { it == null }
        List<String> names = (options.signed ?: headers.keySet()).toSorted()
        String canonical = [
            method,
            '/',
            method == 'POST' ? '' : text,
            names.collect { "$it:${it == 'host' ? endpoint.authority : (headers[it] ?: '').trim()}\n" }.join(''),
            names.join(';'),
            sha256(body),
        ].join('\n')
        String toSign = 'ACS3-HMAC-SHA256\n' + sha256(canonical.getBytes(StandardCharsets.UTF_8))
        String signature = hmac('HmacSHA256', secret, toSign).encodeHex()
        String authorization = options.authorization ?:
                "ACS3-HMAC-SHA256 Credential=$keyId,SignedHeaders=${names.join(';')},Signature=$signature"
        if (options.signatureFirst) {
            authorization = "ACS3-HMAC-SHA256 Credential=$keyId,Signature=$signature,SignedHeaders=${names.join(';')}"
        }
        headers = headers + [authorization: authorization] + (options.unsigned as Map<String, String> ?: [:])
        byte[] sent = options.body ?: body
        send(method, method == 'POST' ? '/' : "/?$text", headers, BodyPublishers.ofByteArray(sent))
    }

    HttpResponse<byte[]> fetch(String query) {
        send('GET', "/?$query", [:], BodyPublishers.noBody())
    }

    HttpResponse<byte[]> post(String query, String form) {
        send('POST', "/?$query", ['content-type': 'application/x-www-form-urlencoded'], BodyPublishers.ofString(form))
    }

    HttpResponse<byte[]> send(String method, String target, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.toString() + target))
                .timeout(Duration.ofSeconds(20))
                .method(method, body)
        headers.findAll { it.key != 'host' }.each { name, value -> request.header(name, value) }
        HTTP.send(request.build(), BodyHandlers.ofByteArray())
    }

    static Reply reply(HttpResponse<byte[]> raw) {
        new Reply(status: raw.statusCode(), raw: raw, body: JSON.readValue(raw.body(), Map))
    }

    static String text(HttpResponse<byte[]> raw) {
        new String(raw.body(), StandardCharsets.UTF_8)
    }

    static String query(Map<String, String> parameters) {
        parameters.collect { "${encode(it.key)}=${encode(it.value)}" }.join('&')
    }

    static String encode(String text) {
        text.getBytes(StandardCharsets.UTF_8).collect { b ->
            char c = (char) (b & 0xff)
            b > 0 && (Character.isLetterOrDigit(c) || '-_.~'.indexOf(c as int) >= 0) ? "$c" : String.format(Locale.ROOT, '%%%02X', b & 0xff)
        }.join('')
    }

    static byte[] hmac(String algorithm, String key, String text) {
        Mac mac = Mac.getInstance(algorithm)
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm))
        mac.doFinal(text.getBytes(StandardCharsets.UTF_8))
    }

    static String sha256(byte[] bytes) {
        MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex()
    }
}
