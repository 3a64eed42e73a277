package ehpc.local.internal.exec;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A command for one node.
 *
 * @param text the argument of {@code /bin/sh -c}
 * @param workingDirectory an absolute path inside the node
 * @param timeout from the start of the process; more than zero
 */
public record RequestedCommand(String text, String workingDirectory, Duration timeout) {

    public RequestedCommand {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be more than zero, is " + timeout);
        }
    }

    /** Returns the reason why this command cannot be started. */
    Optional<String> problem() {
        if (text.indexOf('\0') >= 0) {
            return Optional.of("the command must not contain the character NUL");
        }
        if (!workingDirectory.startsWith("/") || workingDirectory.indexOf('\0') >= 0) {
            return Optional.of("the working directory must be an absolute path, is '" + workingDirectory + "'");
        }
        return Optional.empty();
    }
}
