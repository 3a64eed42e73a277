package ehpc.local.internal.auth;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.http.Percent;
import ehpc.local.internal.http.WireRequest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signature version 1: HMAC-SHA1 over the method and all parameters of URL and body. */
final class SignatureV1 {

    private SignatureV1() {}

    static Claim claim(WireRequest request) {
        String keyId = given(request, "AccessKeyId", "MissingParameter");
        String signature = given(request, "Signature", "IncompleteSignature");
        is(request, "SignatureMethod", "HMAC-SHA1", "InvalidSignatureMethod");
        is(request, "SignatureVersion", "1.0", "IncompleteSignature");
        String nonce = given(request, "SignatureNonce", "MissingParameter");
        String timestamp = given(request, "Timestamp", "MissingParameter");
        String text = stringToSign(request.method(), request.parameters());
        return new Claim(keyId, timestamp, nonce, signature, text, secret -> sign(text, secret));
    }

    private static String stringToSign(String method, Map<String, String> parameters) {
        Map<String, String> sorted = new TreeMap<>(parameters);
        sorted.remove("Signature");
        String canonical = sorted.entrySet().stream()
                .map(p -> Percent.encode(p.getKey()) + "=" + Percent.encode(p.getValue()))
                .collect(Collectors.joining("&"));
        return method + "&%2F&" + Percent.encode(canonical);
    }

    private static String sign(String text, String secret) {
        return Base64.getEncoder().encodeToString(Hmac.of("HmacSHA1", secret + "&", text));
    }

    private static void is(WireRequest request, String name, String right, String code) {
        String value = given(request, name, "IncompleteSignature");
        if (!value.equalsIgnoreCase(right)) {
            throw new Refusal(400, code, name + " must be " + right + ", is " + value);
        }
    }

    private static String given(WireRequest request, String name, String code) {
        return request.parameter(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Refusal(400, code, "parameter " + name + " must be given"));
    }
}
