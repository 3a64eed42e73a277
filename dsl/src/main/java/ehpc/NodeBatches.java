package ehpc;

import ehpc.api.Request;
import ehpc.node.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits a list of nodes so that a request with their ids fits into a URL. */
final class NodeBatches {

    /** A length that every server accepts, less the signature and the other common parameters. */
    static final int URL_BYTES = 8_000 - 600;

    /** Reserved for the nodes even if a long command exceeds the limit, since it cannot be split. */
    private static final int LEAST_ROOM = 4_000;

    private NodeBatches() {}

    /** Returns the nodes in order, in as few lists as possible; at least one list. */
    static List<List<Node>> of(List<Node> nodes, Request withoutNodes) {
        int room = Math.max(LEAST_ROOM, URL_BYTES - bytes(withoutNodes.wire()));
        List<List<Node>> portions = new ArrayList<>();
        List<Node> portion = new ArrayList<>();
        int used = 0;
        for (Node node : nodes) {
            int size = bytes(Map.of("Instance." + (portion.size() + 1) + ".Id", node.id()));
            if (!portion.isEmpty() && used + size > room) {
                portions.add(portion);
                portion = new ArrayList<>();
                used = 0;
            }
            portion.add(node);
            used += size;
        }
        portions.add(portion);
        return portions;
    }

    private static int bytes(Map<String, String> wire) {
        int bytes = 0;
        for (Map.Entry<String, String> entry : wire.entrySet()) {
            bytes += entry.getKey().length() + encoded(entry.getValue()) + 2;
        }
        return bytes;
    }

    private static int encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).length()
                + 2 * (int) value.chars().filter(c -> c == ' ').count();
    }
}
