package ehpc.connect;

import ehpc.local.LocalOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which account to use, where. Immutable; each word returns a changed copy, and none needs to be said.
 *
 * @param local the service on this machine to start; empty for the real one
 * @param profile the profile whose credentials are to be used
 * @param region the region, such as {@code cn-hangzhou}
 * @param endpoint where to send every request: a host, {@code host:port} or URL
 * @param vpc whether to use the regions' endpoints inside their VPCs
 * @param environment environment variables to heed
 * @param home the directory that holds {@code .aliyun} and {@code .alibabacloud}
 */
public record ConnectionOptions(
        Optional<LocalOptions> local,
        Optional<String> profile,
        Optional<String> region,
        Optional<String> endpoint,
        boolean vpc,
        Map<String, String> environment,
        Path home) {

    /** Returns the real service, as the process's environment and the user's files say. */
    public static ConnectionOptions defaults() {
        return new ConnectionOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /** Copies the environment. */
    public ConnectionOptions {
        Objects.requireNonNull(home);
        environment = Map.copyOf(environment);
    }

    /** Returns a service on this machine, started for the connection and ended with it. */
    public ConnectionOptions local(LocalOptions options) {
        return new ConnectionOptions(Optional.of(options), profile, region, endpoint, vpc, environment, home);
    }

    /** Returns the profile whose credentials are to be used, and no others. */
    public ConnectionOptions profile(String name) {
        return new ConnectionOptions(local, Optional.of(name), region, endpoint, vpc, environment, home);
    }

    /** Returns the region. */
    public ConnectionOptions region(String id) {
        return new ConnectionOptions(local, profile, Optional.of(id), endpoint, vpc, environment, home);
    }

    /** Where to send every request, in place of its region's endpoint. */
    public ConnectionOptions endpoint(String hostOrUrl) {
        return new ConnectionOptions(local, profile, region, Optional.of(hostOrUrl), vpc, environment, home);
    }

    /** Returns whether to use the regions' endpoints inside their VPCs. */
    public ConnectionOptions vpc(boolean inside) {
        return new ConnectionOptions(local, profile, region, endpoint, inside, environment, home);
    }

    /** Environment variables to heed, in place of the process's. */
    public ConnectionOptions environment(Map<String, String> variables) {
        return new ConnectionOptions(local, profile, region, endpoint, vpc, variables, home);
    }

    /** Returns the directory that holds {@code .aliyun} and {@code .alibabacloud}, in place of the user's home. */
    public ConnectionOptions home(Path directory) {
        return new ConnectionOptions(local, profile, region, endpoint, vpc, environment, directory);
    }

    /** What was said, without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "ConnectionOptions[local=" + local.isPresent() + ", profile=" + profile + ", region=" + region
                + ", endpoint=" + endpoint + ", vpc=" + vpc + "]";
    }
}
