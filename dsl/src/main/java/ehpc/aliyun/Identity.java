package ehpc.aliyun;

import java.util.List;
import java.util.Optional;

/**
 * Who requests are signed as, and why. Holds no secret: neither an access key's secret nor a token nor a whole access key id.
 *
 * @param provider the place whose credentials are used; empty when no place has usable ones
 * @param accessKeyId the access key's id, shortened like {@code LTAI5t…8xyz}; empty when there is none, or it could not be had
 * @param region the region that a request goes to when it names none itself; empty when none is set
 * @param profile the profile that the credentials are from; empty when they are from no file
 * @param candidates every place that was considered, in order
 * @param problem why requests cannot be signed, one line; empty when they can
 */
public record Identity(
        Optional<String> provider,
        Optional<String> accessKeyId,
        Optional<String> region,
        Optional<String> profile,
        List<Candidate> candidates,
        Optional<String> problem) {

    /** What became of a place where credentials may lie. */
    public enum Outcome {
        /** Its credentials are used. */
        USED,
        /** It has credentials, and an earlier place has some as well. */
        SHADOWED,
        /** It has none that could be used, or was not asked. */
        SKIPPED,
        /** It is the one that is meant, and gives no credentials; no other place is tried in its stead. */
        FAILED
    }

    /**
     * A place where credentials may lie.
     *
     * @param name what people call it, such as {@code environment variables} or {@code ~/.aliyun/config.json}
     * @param outcome what became of it
     * @param reason why, one line
     */
    public record Candidate(String name, Outcome outcome, String reason) {}

    /** Copies the list. */
    public Identity {
        candidates = List.copyOf(candidates);
    }
}
