package ehpc;

import ehpc.api.Request;
import ehpc.node.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits a list of nodes so that a request that names them stays short enough for a URL. */
final class Portions {

    /** What servers on the way are sure to take, less the signature and the other common parameters. */
    static final int URL_BYTES = 8_000 - 600;

    /** Left to the nodes even where a long command has used the room up: it cannot be split. */
    private static final int LEAST_ROOM = 4_000;

    private Portions() {}

    /** The nodes in order, in as few lists as fit; one list at least. */
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
