package ehpc.local.internal.command;

import java.util.List;

/**
 * What a command was asked to be; also the first line of its file.
 *
 * @param timeout seconds
 * @param nodes ids of the nodes that it goes to, in order
 */
public record CommandFacts(
        String id, String clusterId, String text, String workingDirectory, int timeout, List<String> nodes) {}
