package ehpc.repl.internal.account;

import ehpc.aliyun.Identity;
import ehpc.api.InputException;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The identity and the destination of requests, with the reasons. Contains no secret, no token and no complete key id. E-HPC is not asked:
 * the account or role of a key is unknown.
 *
 * @param local whether the service was started on this machine for this connection
 * @param given whether the endpoint was given; its service is unknown
 * @param identity the credentials
 * @param region the region; empty if none is set
 * @param endpoint the destination of requests; empty if it is unknown
 * @param endpointProblem the reason for an unknown endpoint, other than a missing region
 */
public record Whoami(
        boolean local,
        boolean given,
        Identity identity,
        Optional<String> region,
        Optional<String> endpoint,
        Optional<String> endpointProblem) {

    /** The names of {@link #values}. */
    static final List<String> FIELDS =
            List.of("provider", "outcome", "reason", "accessKeyId", "profile", "region", "endpoint", "local");

    /**
     * Examines every source of credentials; fetches those of a role.
     *
     * @param options the options of the connection
     * @param chosen the current region, if it is not the connection's own
     */
    public static Whoami of(Connection connection, ConnectionOptions options, Optional<String> chosen) {
        Identity identity = connection.identity();
        Optional<String> region = chosen.or(identity::region);
        Optional<String> endpoint = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            endpoint = endpoint(connection, chosen);
        } catch (InputException e) {
            problem = Optional.of(e.getMessage());
        }
        return new Whoami(
                options.local().isPresent(), options.endpoint().isPresent(), identity, region, endpoint, problem);
    }

    private static Optional<String> endpoint(Connection connection, Optional<String> chosen) {
        return chosen.isPresent() ? connection.endpoint(chosen.get()) : connection.endpoint();
    }

    /** Returns whether there are credentials to sign requests. */
    public boolean usable() {
        return identity.problem().isEmpty();
    }

    /** Returns one record per source of credentials, in their order. */
    List<List<Object>> values() {
        return identity.candidates().stream().map(this::values).toList();
    }

    private List<Object> values(Identity.Candidate candidate) {
        boolean used = candidate.outcome() == Identity.Outcome.USED;
        return Arrays.asList(
                candidate.name(),
                word(candidate),
                candidate.reason(),
                used ? identity.accessKeyId().orElse(null) : null,
                used ? identity.profile().orElse(null) : null,
                region.orElse(null),
                endpoint.orElse(null),
                local);
    }

    static String word(Identity.Candidate candidate) {
        return candidate.outcome().name().toLowerCase(Locale.ROOT);
    }
}
