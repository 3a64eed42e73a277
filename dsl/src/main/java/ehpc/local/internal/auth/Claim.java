package ehpc.local.internal.auth;

import java.util.function.UnaryOperator;

/**
 * What a signed request says of itself.
 *
 * @param keyId whose request it says to be
 * @param timestamp when it says to be made, as sent
 * @param nonce its nonce
 * @param signature its signature, as sent
 * @param stringToSign what the signature must have been made of
 * @param sign makes the right signature with a secret
 */
record Claim(
        String keyId,
        String timestamp,
        String nonce,
        String signature,
        String stringToSign,
        UnaryOperator<String> sign) {}
