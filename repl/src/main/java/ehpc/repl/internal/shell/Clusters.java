package ehpc.repl.internal.shell;

import ehpc.ClusterSummary;
import ehpc.repl.internal.failure.UsageException;
import ehpc.text.Nearest;
import java.util.List;
import java.util.stream.Stream;

/** The clusters of the account and region that a shell works on. */
public final class Clusters {

    private Clusters() {}

    /**
     * Returns the id of a cluster.
     *
     * @param wanted its id, or its name if that is unique
     * @throws UsageException if none matches, or several do; the message lists the nearest one, or all
     */
    public static String find(Shell shell, String wanted) {
        List<ClusterSummary> clusters = shell.ehpc().clusters();
        List<String> ids = clusters.stream().map(ClusterSummary::id).toList();
        if (ids.contains(wanted)) {
            return wanted;
        }
        List<String> named = clusters.stream()
                .filter(one -> one.name().equals(wanted))
                .map(ClusterSummary::id)
                .toList();
        return switch (named.size()) {
            case 0 -> throw new UsageException(unknown(shell, wanted, clusters, ids));
            case 1 -> named.get(0);
            default ->
                throw new UsageException("cluster name '" + wanted + "' is ambiguous, " + String.join(" and ", named)
                        + " have it; use an id");
        };
    }

    /**
     * Checks that a cluster exists.
     *
     * @throws UsageException if none has this id; the message lists the nearest one, or all
     */
    static void check(Shell shell, String id) {
        if (!find(shell, id).equals(id)) {
            throw new UsageException("cluster('" + id + "') expects an id, got a name; /use " + id + " accepts both");
        }
    }

    private static String unknown(Shell shell, String wanted, List<ClusterSummary> clusters, List<String> ids) {
        List<String> known = Stream.concat(ids.stream(), clusters.stream().map(ClusterSummary::name))
                .toList();
        String place = shell.region().map(" in "::concat).orElse("");
        return "cluster '" + wanted + "' not found" + place + Nearest.hintOrAll(wanted, known, ids);
    }
}
