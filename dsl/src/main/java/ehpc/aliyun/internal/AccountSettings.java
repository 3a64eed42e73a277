package ehpc.aliyun.internal;

import ehpc.api.Catalogue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a transport was asked to be.
 *
 * @param catalogue product, version and endpoints
 * @param region the region asked for
 * @param profile the profile asked for
 * @param endpoint the endpoint asked for, in place of the region's
 * @param vpc whether a region's endpoint is the one inside its VPC
 * @param environment environment variables
 * @param home the user's home directory
 * @param key the access key handed over
 * @param timeouts how long to wait
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

    /** An access key as it was handed over. */
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

    /** Returns a variable of the environment that is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns whether a variable of the environment says true. */
    boolean says(String name) {
        return variable(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Returns the profile that somebody chose by name: the one asked for, or that of the environment. */
    Optional<String> chosenProfile() {
        return profile.or(() -> variable("ALIBABA_CLOUD_PROFILE"));
    }

    /**
     * Returns the profile that alone may give credentials. As in the SDK, naming one rules out keys of the environment; the environment's
     * {@code default} names none.
     */
    Optional<String> bindingProfile() {
        return profile.or(() -> variable("ALIBABA_CLOUD_PROFILE").filter(name -> !name.equals("default")));
    }
}
