package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The credentials of one source.
 *
 * @param state whether they can be used
 * @param reason a description of them, or the reason why they cannot be used; one line without a secret
 * @param profile their profile
 * @param provider creates the SDK's provider; null if they cannot be used
 */
record CredentialCandidate(
        State state,
        String reason,
        Optional<String> profile,
        Supplier<? extends AlibabaCloudCredentialsProvider> provider) {

    enum State {
        /** The source has credentials, or can fetch them. */
        READY,
        /** The source is not configured. */
        ABSENT,
        /** The source is configured, but cannot be used. */
        UNUSABLE
    }

    static CredentialCandidate ready(String reason, Supplier<? extends AlibabaCloudCredentialsProvider> provider) {
        return new CredentialCandidate(State.READY, reason, Optional.empty(), provider);
    }

    static CredentialCandidate absent(String reason) {
        return new CredentialCandidate(State.ABSENT, reason, Optional.empty(), null);
    }

    static CredentialCandidate unusable(String reason) {
        return new CredentialCandidate(State.UNUSABLE, reason, Optional.empty(), null);
    }

    /** Returns this candidate with its profile. */
    CredentialCandidate ofProfile(String profileName) {
        return new CredentialCandidate(state, reason, Optional.of(profileName), provider);
    }

    boolean ready() {
        return state == State.READY;
    }
}
