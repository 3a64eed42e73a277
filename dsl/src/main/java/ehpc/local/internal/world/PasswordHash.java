package ehpc.local.internal.world;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted hashes of passwords, in the form {@code ROUNDS$SALT$HASH}. */
public final class PasswordHash {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    // A request has up to 100 passwords, and must be answered within seconds.
    private static final int ROUNDS = 20_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private PasswordHash() {}

    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return ROUNDS + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash(password, salt, ROUNDS));
    }

    /** Returns whether the password is that of the hash. */
    public static boolean matches(String hash, String password) {
        String[] parts = hash.split("\\$");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] actual = hash(password, base64.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(base64.decode(parts[2]), actual);
    }

    private static byte[] hash(String password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }
}
