package ehpc.aliyun.internal;

import java.util.function.Supplier;

/**
 * A place where credentials may lie.
 *
 * @param name what people call it
 * @param costly whether looking there needs a network
 * @param ofProfiles whether it is a file of profiles
 * @param look finds what it has to offer; the credentials themselves are not fetched yet
 */
record CredentialSource(String name, boolean costly, boolean ofProfiles, Supplier<CredentialCandidate> look) {

    CredentialSource(String name, Supplier<CredentialCandidate> look) {
        this(name, false, false, look);
    }

    /** Returns a place where looking needs a network. */
    static CredentialSource costly(String name, Supplier<CredentialCandidate> look) {
        return new CredentialSource(name, true, false, look);
    }

    /** Returns a file of profiles. */
    static CredentialSource ofProfiles(String file, Supplier<CredentialCandidate> look) {
        return new CredentialSource(file, false, true, look);
    }
}
