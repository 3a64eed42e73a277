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
 * Who requests are signed as, where they go, and why. Holds no secret, no token and no whole key id. Nothing of it was asked from
 * E-HPC: which account or role a key belongs to is not known.
 *
 * @param local whether it is a service on this machine that was started for this connection
 * @param given whether the endpoint was given: whose service answers there is not known
 * @param identity the credentials
 * @param region the region; empty when none is set
 * @param endpoint where requests go; empty when that is not known
 * @param endpointProblem why that is not known, where it is not the missing region
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
     * Looks at every place where credentials may lie; a role's are fetched.
     *
     * @param options what the connection was opened with
     * @param chosen the region in which work goes on, where that is not the connection's own
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

    /** Returns whether requests can be signed. */
    public boolean usable() {
        return identity.problem().isEmpty();
    }

    /** One record for each place where credentials may lie, in order. */
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
