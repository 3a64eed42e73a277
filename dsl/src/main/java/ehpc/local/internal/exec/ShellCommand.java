package ehpc.local.internal.exec;

import java.time.Duration;
import java.util.Objects;

/**
 * One command for one node.
 *
 * @param text handed to {@code /bin/sh -c} as it is
 * @param workingDirectory an absolute path as the node sees it
 * @param timeout counted from the start of the process, more than zero
 */
public record ShellCommand(String text, String workingDirectory, Duration timeout) {

    public ShellCommand {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be more than zero, is " + timeout);
        }
    }
}
