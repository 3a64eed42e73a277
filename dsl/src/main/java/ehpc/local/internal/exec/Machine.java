package ehpc.local.internal.exec;

import java.util.regex.Pattern;

/**
 * The machine of a node.
 *
 * @param nodeId the node's id, a valid directory name
 * @param hostName the host name inside
 * @param cluster the cluster whose machines share {@code /home}, a valid directory name; empty for a machine with a home of its own
 */
public record Machine(String nodeId, String hostName, String cluster) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

    public Machine {
        must("node id", ID, nodeId);
        must("host name", HOST_NAME, hostName);
        if (!cluster.isEmpty()) {
            must("cluster", ID, cluster);
        }
    }

    private static void must(String what, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be like " + pattern + ", is '" + value + "'");
        }
    }
}
