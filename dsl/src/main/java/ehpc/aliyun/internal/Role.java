package ehpc.aliyun.internal;

import java.util.Optional;

/**
 * A RAM role to act as.
 *
 * @param arn the role
 * @param session name of the session in the account's log
 * @param seconds how long a session lasts, null for an hour
 * @param policy narrows the role's rights, or null
 * @param externalId what the role's owner asks for, or null
 * @param stsRegion region of the token service, or null for the central one
 * @param vpc whether the token service's endpoint is the one inside a VPC
 */
record Role(
        String arn, String session, Integer seconds, String policy, String externalId, String stsRegion, boolean vpc) {

    private static final int SHORTEST_SECONDS = 900;

    /** Returns a role with what the environment says, and nothing else. */
    static Role of(AccountSettings settings, String arn) {
        return new Role(
                arn,
                settings.variable("ALIBABA_CLOUD_ROLE_SESSION_NAME").orElse("ehpc"),
                null,
                null,
                null,
                settings.variable("ALIBABA_CLOUD_STS_REGION").orElse(null),
                settings.says("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"));
    }

    /** What is wrong with it. */
    Optional<String> problem() {
        return seconds == null || seconds >= SHORTEST_SECONDS
                ? Optional.empty()
                : Optional.of("expired_seconds must be at least " + SHORTEST_SECONDS + ", is " + seconds);
    }
}
