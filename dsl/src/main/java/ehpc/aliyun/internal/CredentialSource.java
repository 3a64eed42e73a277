package ehpc.aliyun.internal;

import java.util.function.Supplier;

/**
 * A source of credentials.
 *
 * @param name its common name
 * @param remote whether checking it needs the network
 * @param hasProfiles whether it is a file of profiles
 * @param check checks the source, without fetching the credentials
 */
record CredentialSource(String name, boolean remote, boolean hasProfiles, Supplier<CredentialCandidate> check) {

    CredentialSource(String name, Supplier<CredentialCandidate> check) {
        this(name, false, false, check);
    }

    static CredentialSource remote(String name, Supplier<CredentialCandidate> check) {
        return new CredentialSource(name, true, false, check);
    }

    static CredentialSource profiles(String file, Supplier<CredentialCandidate> check) {
        return new CredentialSource(file, false, true, check);
    }
}
