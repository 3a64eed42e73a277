package ehpc.journal;

import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.util.Map;

/**
 * A request of a step in a journal. Immutable.
 *
 * @param nodes the nodes of a submit; empty for a call
 * @param state what is known of it
 * @param body the answer, by the catalogue's names; empty unless it was answered
 * @param reason the reason of a refusal or doubt; empty if it was answered
 * @param marker the marker in the command; empty for none
 */
record JournaledRequest(NodeSet nodes, State state, Map<String, Object> body, String reason, String marker) {

    /** The knowledge of a request. */
    enum State {
        /** The service carried it out. */
        ANSWERED,
        /** The service certainly did not carry it out. */
        REFUSED,
        /** The service may have carried it out. */
        UNKNOWN
    }

    /** Returns whether both are requests to the same nodes. */
    boolean isSame(JournaledRequest other) {
        return nodes.stream()
                .map(Node::id)
                .toList()
                .equals(other.nodes.stream().map(Node::id).toList());
    }

    String commandId() {
        return body.get("CommandId") instanceof String id ? id : "";
    }
}
