package ehpc.connect;

import ehpc.api.Catalogue;
import ehpc.local.LocalOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The account to use, and its service. Immutable; each method returns a changed copy. All settings are optional.
 *
 * @param local the local service to start; empty for the real one
 * @param profile the profile whose credentials are used
 * @param region the region, such as {@code cn-hangzhou}
 * @param endpoint the endpoint of all requests: a host, {@code host:port} or URL
 * @param vpc whether to use the VPC endpoints of the regions
 * @param environment the environment variables
 * @param catalogue the operations of the service
 * @param home the directory that contains {@code .aliyun} and {@code .alibabacloud}
 */
public record ConnectionOptions(
        Optional<LocalOptions> local,
        Optional<String> profile,
        Optional<String> region,
        Optional<String> endpoint,
        boolean vpc,
        Map<String, String> environment,
        Catalogue catalogue,
        Path home) {

    /** Returns the defaults: the real service, with the settings of the process's environment and the user's files. */
    public static ConnectionOptions defaults() {
        return new ConnectionOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                System.getenv(),
                Catalogue.ehpc(),
                Path.of(System.getProperty("user.home")));
    }

    /** Copies the environment. */
    public ConnectionOptions {
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(home);
        environment = Map.copyOf(environment);
    }

    /** Sets a local service, started and ended with the connection. */
    public ConnectionOptions local(LocalOptions options) {
        return new ConnectionOptions(
                Optional.of(options), profile, region, endpoint, vpc, environment, catalogue, home);
    }

    /** Sets the profile whose credentials are used exclusively. */
    public ConnectionOptions profile(String name) {
        return new ConnectionOptions(local, Optional.of(name), region, endpoint, vpc, environment, catalogue, home);
    }

    /** Sets the region. */
    public ConnectionOptions region(String id) {
        return new ConnectionOptions(local, profile, Optional.of(id), endpoint, vpc, environment, catalogue, home);
    }

    /** Sets one endpoint for all requests, in place of those of the regions. */
    public ConnectionOptions endpoint(String hostOrUrl) {
        return new ConnectionOptions(local, profile, region, Optional.of(hostOrUrl), vpc, environment, catalogue, home);
    }

    /** Sets whether to use the VPC endpoints of the regions. */
    public ConnectionOptions vpc(boolean inside) {
        return new ConnectionOptions(local, profile, region, endpoint, inside, environment, catalogue, home);
    }

    /** Sets the operations of the service; {@link Catalogue#ehpc} by default. A local service emulates those that both know. */
    public ConnectionOptions catalogue(Catalogue operations) {
        return new ConnectionOptions(local, profile, region, endpoint, vpc, environment, operations, home);
    }

    /** Sets the environment variables, in place of those of the process. */
    public ConnectionOptions environment(Map<String, String> variables) {
        return new ConnectionOptions(local, profile, region, endpoint, vpc, variables, catalogue, home);
    }

    /** Sets the directory that contains {@code .aliyun} and {@code .alibabacloud}, in place of the user's home. */
    public ConnectionOptions home(Path directory) {
        return new ConnectionOptions(local, profile, region, endpoint, vpc, environment, catalogue, directory);
    }

    /** Returns the settings without the environment, which may contain secrets. */
    @Override
    public String toString() {
        return "ConnectionOptions[local=" + local.isPresent() + ", profile=" + profile + ", region=" + region
                + ", endpoint=" + endpoint + ", vpc=" + vpc + "]";
    }
}
