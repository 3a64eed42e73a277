package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a place where credentials may lie has to offer.
 *
 * @param state whether it can be used
 * @param reason what lies there, or why it cannot be used; one line without a secret
 * @param profile the profile that is offered
 * @param provider makes the SDK's provider, null when it cannot be used
 */
record CredentialCandidate(
        State state,
        String reason,
        Optional<String> profile,
        Supplier<? extends AlibabaCloudCredentialsProvider> provider) {

    enum State {
        /** Credentials, or a way to get them. */
        READY,
        /** Nothing was put there. */
        ABSENT,
        /** Something was put there that cannot be used. */
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

    /** This offer, as that of a profile. */
    CredentialCandidate of(String profileName) {
        return new CredentialCandidate(state, reason, Optional.of(profileName), provider);
    }

    boolean ready() {
        return state == State.READY;
    }
}
