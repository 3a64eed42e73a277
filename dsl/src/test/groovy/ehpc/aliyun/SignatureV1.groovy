package ehpc.aliyun

import java.nio.charset.StandardCharsets
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/** Signature version 1 as it is documented, computed without the SDK. */
class SignatureV1 {

    static String of(String method, Map<String, String> parameters, String secret) {
        String canonical = parameters.findAll { it.key != 'Signature' }
                .sort()
                .collect { name, value -> "${encode(name)}=${encode(value)}" }
                .join('&')
        Mac mac = Mac.getInstance('HmacSHA1')
        mac.init(new SecretKeySpec("$secret&".bytes, 'HmacSHA1'))
        mac.doFinal("$method&${encode('/')}&${encode(canonical)}".bytes).encodeBase64().toString()
    }

    static String encode(String text) {
        text.getBytes(StandardCharsets.UTF_8).collect { byte octet ->
            char c = (char) (octet & 0xff)
            c.toString() ==~ /[A-Za-z0-9_.~-]/ ? c.toString() : String.format(Locale.ROOT, '%%%02X', octet & 0xff)
        }.join('')
    }
}
