package ehpc.local.internal.auth;

import java.util.function.UnaryOperator;

/**
 * The claims of a signed request.
 *
 * @param keyId the access key id
 * @param timestamp the time of signing, as sent
 * @param nonce its nonce
 * @param signature its signature, as sent
 * @param stringToSign the text to sign, computed from the request
 * @param sign computes the signature from a secret
 */
record Claim(
        String keyId,
        String timestamp,
        String nonce,
        String signature,
        String stringToSign,
        UnaryOperator<String> sign) {}
