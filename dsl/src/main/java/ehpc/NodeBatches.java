package ehpc;

import ehpc.api.Request;
import ehpc.node.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Splits a list of nodes into the portions of requests. */
final class NodeBatches {

    /** A length that every server accepts, less the signature and the other common parameters. */
    static final int URL_BYTES = 8_000 - 600;

    /** Reserved for the nodes even if a long command exceeds the limit, since it cannot be split. */
    private static final int LEAST_ROOM = 4_000;

    /** The maximum number of nodes in one request of an operation that changes nodes. */
    private static final int MOST_OBJECTS = 100;

    private NodeBatches() {}

    /**
     * Returns the nodes in order, as the objects of requests with at most 100 of them.
     *
     * @param field the field of an object
     * @param value returns its value for a node
     */
    static List<List<Map<String, String>>> ofObjects(List<Node> nodes, String field, Function<Node, String> value) {
        List<List<Map<String, String>>> portions = new ArrayList<>();
        for (int from = 0; from < nodes.size(); from += MOST_OBJECTS) {
            portions.add(nodes.subList(from, Math.min(from + MOST_OBJECTS, nodes.size())).stream()
                    .map(node -> Map.of(field, value.apply(node)))
                    .toList());
        }
        return portions;
    }

    /** Returns the nodes in order, in as few lists as possible so that a request with their ids fits into a URL; at least one list. */
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
