package ehpc.local.internal.auth;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.http.Percent;
import ehpc.local.internal.http.WireRequest;
import ehpc.text.Sha256;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signature version 3: HMAC-SHA256 over method, path, query, the signed headers and the hash of the body. */
final class SignatureV3 {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    /** The headers that must be signed; others may be. */
    private static final List<String> ALWAYS_SIGNED =
            List.of("x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256");

    private SignatureV3() {}

    static Claim claim(WireRequest request) {
        Map<String, String> parts = parts(request.header("authorization").orElse(""));
        String keyId = part(parts, "Credential");
        List<String> signed = Arrays.asList(part(parts, "SignedHeaders").split(";"));
        String signature = part(parts, "Signature");
        for (String name : ALWAYS_SIGNED) {
            given(request, name);
            if (!signed.contains(name)) {
                throw new Refusal(400, "IncompleteSignature", "SignedHeaders must name " + name);
            }
        }
        String text = ALGORITHM + "\n" + Sha256.hex(canonical(request, signed));
        return new Claim(
                keyId,
                given(request, "x-acs-date"),
                given(request, "x-acs-signature-nonce"),
                signature,
                text,
                secret -> HexFormat.of().formatHex(Hmac.of("HmacSHA256", secret, text)));
    }

    private static String canonical(WireRequest request, List<String> signed) {
        String query = new TreeMap<>(request.query())
                .entrySet().stream()
                        .map(p -> Percent.encode(p.getKey()) + "=" + Percent.encode(p.getValue()))
                        .collect(Collectors.joining("&"));
        String headers = signed.stream()
                .map(name -> name + ":" + request.header(name).orElse("").trim() + "\n")
                .collect(Collectors.joining());
        // The hash of the received body, not the claimed one: a changed body changes the signature.
        return String.join(
                "\n",
                request.method(),
                request.path(),
                query,
                headers,
                String.join(";", signed),
                Sha256.hex(request.body()));
    }

    private static Map<String, String> parts(String authorization) {
        Map<String, String> parts = new HashMap<>();
        for (String part : authorization.substring(ALGORITHM.length()).split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).trim(),
                        part.substring(equals + 1).trim());
            }
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        String value = parts.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new Refusal(400, "IncompleteSignature", "the Authorization must have " + name + "=...");
        }
        return value;
    }

    private static String given(WireRequest request, String header) {
        return request.header(header)
                .filter(value -> !value.isBlank())
                .map(String::trim)
                .orElseThrow(() -> new Refusal(400, "MissingParameter", "header " + header + " must be given"));
    }
}
