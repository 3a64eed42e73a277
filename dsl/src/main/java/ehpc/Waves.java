package ehpc;

import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.node.Share;
import java.util.ArrayList;
import java.util.List;

/** Splits a set of nodes into waves. */
final class Waves {

    private Waves() {}

    /** Returns the waves in order; none for an empty set. */
    static List<NodeSet> of(String clusterId, List<Share> sizes, NodeSet targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        if (sizes.isEmpty()) {
            return List.of(targets);
        }
        List<Node> nodes = targets.stream().toList();
        List<NodeSet> waves = new ArrayList<>();
        for (int from = 0; from < nodes.size(); ) {
            Share size = sizes.get(Math.min(waves.size(), sizes.size() - 1));
            int to = Math.min(nodes.size(), from + size.ceilingOf(nodes.size()));
            waves.add(NodeSet.of(clusterId, nodes.subList(from, to), "wave " + (waves.size() + 1)));
            from = to;
        }
        return waves;
    }
}
