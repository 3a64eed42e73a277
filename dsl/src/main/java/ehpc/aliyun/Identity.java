package ehpc.aliyun;

import java.util.List;
import java.util.Optional;

/**
 * The identity that signs requests, and its origin. Contains no secret: no access key secret, no token and no complete access key id.
 *
 * @param provider the source of the credentials; empty if none has usable ones
 * @param accessKeyId the access key's id, shortened like {@code LTAI5t…8xyz}; empty if there is none or it is unavailable
 * @param region the default region; empty if none is set
 * @param profile the profile that the credentials are from; empty if they are not from a file
 * @param candidates every source considered, in order
 * @param problem why requests cannot be signed, one line; empty if they can
 */
public record Identity(
        Optional<String> provider,
        Optional<String> accessKeyId,
        Optional<String> region,
        Optional<String> profile,
        List<Candidate> candidates,
        Optional<String> problem) {

    /** The outcome for a source of credentials. */
    public enum Outcome {
        /** Its credentials are used. */
        USED,
        /** It has credentials, but an earlier source has some, too. */
        SHADOWED,
        /** It has no usable credentials, or was not checked. */
        SKIPPED,
        /** It is selected but fails; no other source is tried. */
        FAILED
    }

    /**
     * A source of credentials.
     *
     * @param name its common name, such as {@code environment variables} or {@code ~/.aliyun/config.json}
     * @param outcome the outcome
     * @param reason the reason, one line
     */
    public record Candidate(String name, Outcome outcome, String reason) {}

    /** Copies the list. */
    public Identity {
        candidates = List.copyOf(candidates);
    }
}
