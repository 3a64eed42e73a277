package ehpc.local.internal.command;

import java.util.List;

/**
 * The parameters of a command; also the first line of its file.
 *
 * @param timeout in seconds
 * @param nodes the ids of its nodes, in order
 */
public record CommandFacts(
        String id, String clusterId, String text, String workingDirectory, int timeout, List<String> nodes) {}
