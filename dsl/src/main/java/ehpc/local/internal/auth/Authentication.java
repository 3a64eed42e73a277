package ehpc.local.internal.auth;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.http.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Verifies that a request is signed with the key, in time, and not repeated. Thread-safe. */
public final class Authentication {

    /** The maximum difference between a request's time stamp and the clock. */
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private static final DateTimeFormatter TIME_STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final String keyId;
    private final String secret;
    private final Clock clock;
    private final Nonces nonces = new Nonces(TOLERANCE.multipliedBy(2));

    public Authentication(String keyId, String secret, Clock clock) {
        this.keyId = keyId;
        this.secret = secret;
        this.clock = clock;
    }

    /** Refuses a request that is not authentic. */
    public void check(WireRequest request) {
        String authorization = request.header("authorization").orElse("");
        if (authorization.startsWith("ACS3-") && !request.version3()) {
            throw new Refusal(
                    400,
                    "InvalidSignatureMethod",
                    "the Authorization must begin with ACS3-HMAC-SHA256, begins with "
                            + authorization.split(" ")[0]);
        }
        Claim claim = claim(request);
        Instant now = clock.instant();
        inTime(claim.timestamp(), now);
        if (!keyId.equals(claim.keyId())) {
            throw new Refusal(
                    404,
                    "InvalidAccessKeyId.NotFound",
                    "the access key id must be one that the service knows; this one is not");
        }
        signedRight(claim);
        // Nonces are recorded after the signature is verified, so that nobody else can use one up.
        if (!nonces.use(claim.nonce(), now)) {
            throw new Refusal(
                    400, "SignatureNonceUsed", "the signature nonce must be new with every request, this one was used");
        }
    }

    /** Refuses a request whose time stamp is too far from a clock that is off. */
    public void checkTime(WireRequest request, Duration offset) {
        inTime(claim(request).timestamp(), clock.instant().plus(offset));
    }

    private static Claim claim(WireRequest request) {
        return request.version3() ? SignatureV3.claim(request) : SignatureV1.claim(request);
    }

    private void signedRight(Claim claim) {
        byte[] right = claim.sign().apply(secret).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, claim.signature().getBytes(StandardCharsets.UTF_8))) {
            // Official clients search for these exact words and compare the text after them with the text that they
            // signed.
            throw new Refusal(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + claim.stringToSign());
        }
    }

    private static void inTime(String timestamp, Instant now) {
        Instant stamped;
        try {
            stamped = LocalDateTime.parse(timestamp, TIME_STAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    400,
                    "InvalidTimeStamp.Format",
                    "the time stamp must be UTC as in 2026-01-31T13:45:00Z, is " + timestamp);
        }
        if (Duration.between(stamped, now).abs().compareTo(TOLERANCE) > 0) {
            throw new Refusal(
                    400,
                    "InvalidTimeStamp.Expired",
                    "the time stamp must be at most 15 minutes off, is " + timestamp + " while it is "
                            + TIME_STAMP.format(now.atOffset(ZoneOffset.UTC)));
        }
    }
}
