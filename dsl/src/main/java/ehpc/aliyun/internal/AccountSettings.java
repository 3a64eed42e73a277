package ehpc.aliyun.internal;

import ehpc.api.Catalogue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a transport.
 *
 * @param catalogue product, version and endpoints
 * @param region the region set by the program
 * @param profile the profile set by the program
 * @param endpoint the endpoint set by the program; replaces the region's
 * @param vpc whether to use a region's VPC endpoint
 * @param environment environment variables
 * @param home the user's home directory
 * @param key the access key set by the program
 * @param timeouts the timeouts
 */
public record AccountSettings(
        Catalogue catalogue,
        Optional<String> region,
        Optional<String> profile,
        Optional<Endpoint> endpoint,
        boolean vpc,
        Map<String, String> environment,
        Path home,
        Optional<Key> key,
        Timeouts timeouts) {

    /** An access key. Its text omits the secret. */
    public record Key(String id, String secret) {

        @Override
        public String toString() {
            return Secrets.shortened(id);
        }
    }

    /**
     * Refuses a region that has no endpoint.
     *
     * @throws IllegalArgumentException if the region is invalid; the message suggests the nearest known one
     */
    public void check() {
        new Routing(this).check();
    }

    /** Returns an environment variable, unless it is blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns whether an environment variable is {@code true}. */
    boolean isTrue(String name) {
        return variable(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Returns the selected profile: that of the program, else that of the environment. */
    Optional<String> selectedProfile() {
        return profile.or(() -> variable("ALIBABA_CLOUD_PROFILE"));
    }

    /**
     * Returns the profile that excludes all other sources of credentials. As in the SDK, a selected profile excludes the keys of the
     * environment, except for {@code default} of the environment.
     */
    Optional<String> exclusiveProfile() {
        return profile.or(() -> variable("ALIBABA_CLOUD_PROFILE").filter(name -> !name.equals("default")));
    }
}
