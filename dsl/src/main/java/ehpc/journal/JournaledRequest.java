package ehpc.journal;

import ehpc.SubmittedCommand;
import ehpc.command.Marker;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request of a step in a journal. Immutable.
 *
 * @param nodes the nodes of a submit; empty for a call
 * @param state what is known of it
 * @param body the answer, by the catalogue's names; empty if none came
 * @param reason the reason of a refusal or doubt; empty if it was answered
 * @param marker the marker in the command; empty for none
 * @param sent the time just before it was sent
 */
record JournaledRequest(
        NodeSet nodes, State state, Map<String, Object> body, String reason, String marker, Instant sent) {

    /** Returns how long the service may still need to list the command. */
    Duration listedWithin() {
        Duration left = Duration.between(Instant.now(), sent.plus(SubmittedCommand.VISIBLE_WITHIN));
        return left.isNegative() ? Duration.ZERO : left;
    }

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

    /**
     * Checks that the service does not list another command under the id: a service that was made anew may give out an id again. Requires a
     * marker.
     *
     * @param listed the commands of the cluster
     * @throws ResumeRefusedException if it does
     */
    void checkOwn(List<SubmittedCommand> listed) {
        listed.stream()
                .filter(command -> command.id().equals(commandId()))
                .filter(command -> !command.text().endsWith(Marker.line(marker)))
                .findFirst()
                .ifPresent(other -> {
                    throw new ResumeRefusedException("command " + commandId()
                            + " at this service is not the one of the run: it has not the marker " + marker);
                });
    }

    String commandId() {
        return commandId(body);
    }

    /** Returns the id of the command in the answer to a submit; empty if it has none. */
    static String commandId(Map<?, ?> answer) {
        return answer.get("CommandId") instanceof String id && !id.isBlank() ? id : "";
    }
}
