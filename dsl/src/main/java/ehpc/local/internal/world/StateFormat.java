package ehpc.local.internal.world;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form of a state as JSON, with the number of its format. Reads every format so far, and writes the present one. */
final class StateFormat {

    /**
     * The first format has no number, and the users of a cluster as a list of names. The second has only the number of the nodes that
     * joined a cluster.
     */
    static final int PRESENT = 3;

    private static final String NUMBER = "format";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StateFormat() {}

    static byte[] write(State state) {
        ObjectNode file = MAPPER.createObjectNode().put(NUMBER, PRESENT);
        file.setAll(MAPPER.<ObjectNode>valueToTree(state));
        return MAPPER.writeValueAsBytes(file);
    }

    /** Returns the number of the format, which may be a later one. */
    static int format(byte[] json) {
        return MAPPER.readTree(json).path(NUMBER).asInt(1);
    }

    static State read(byte[] json, Blueprint blueprint) {
        JsonNode file = MAPPER.readTree(json);
        State state = MAPPER.treeToValue(file, State.class);
        for (var users : file.path("users").properties()) {
            state = state.withCluster(users.getKey(), cluster -> upgraded(cluster, users.getValue()));
        }
        for (var joined : file.path("addedNodes").properties()) {
            List<Node> nodes =
                    blueprint.joined(joined.getKey(), joined.getValue().asInt());
            state = state.withNodes(joined.getKey(), nodes);
        }
        return state;
    }

    private static ClusterState upgraded(ClusterState cluster, JsonNode names) {
        var list = names.values().stream().map(JsonNode::asString).toList();
        return cluster.withUsers(cluster.users().withOnPremises(list, Blueprint.FOUNDED));
    }
}
