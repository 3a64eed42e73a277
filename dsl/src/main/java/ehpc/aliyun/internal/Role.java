package ehpc.aliyun.internal;

import java.util.Optional;

/**
 * A RAM role to assume.
 *
 * @param arn the role
 * @param session the name of the session in the account's log
 * @param seconds the duration of a session; null for one hour
 * @param policy a policy that restricts the role, or null
 * @param externalId the external id that the role requires, or null
 * @param stsRegion the region of the token service; null for the central one
 * @param vpc whether to use the token service's VPC endpoint
 */
record Role(
        String arn, String session, Integer seconds, String policy, String externalId, String stsRegion, boolean vpc) {

    private static final int SHORTEST_SECONDS = 900;

    /** Returns a role with the settings of the environment. */
    static Role of(AccountSettings settings, String arn) {
        return new Role(
                arn,
                settings.variable("ALIBABA_CLOUD_ROLE_SESSION_NAME").orElse("ehpc"),
                null,
                null,
                null,
                settings.variable("ALIBABA_CLOUD_STS_REGION").orElse(null),
                settings.isTrue("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"));
    }

    /** Returns the problem of an invalid role. */
    Optional<String> problem() {
        return seconds == null || seconds >= SHORTEST_SECONDS
                ? Optional.empty()
                : Optional.of("expired_seconds must be " + SHORTEST_SECONDS + " or more, is " + seconds);
    }
}
