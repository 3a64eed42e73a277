package ehpc.local.internal.exec;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One command for one node.
 *
 * @param text handed to {@code /bin/sh -c} as it is
 * @param workingDirectory an absolute path as the node sees it
 * @param timeout counted from the start of the process, more than zero
 */
public record RequestedCommand(String text, String workingDirectory, Duration timeout) {

    public RequestedCommand {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be more than zero, is " + timeout);
        }
    }

    /** What keeps this command from ever being started. */
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
