package ehpc;

import ehpc.node.NodeSet;

/**
 * A command that the service accepted, or may have accepted.
 *
 * @param nodes the nodes that the command was sent to
 * @param commandId the command id; empty if the answer was lost
 * @param doubt the reason for the missing id; empty if the command was accepted
 */
public record Submission(NodeSet nodes, String commandId, String doubt) {

    /** Returns a command that the service accepted. */
    public static Submission accepted(NodeSet nodes, String commandId) {
        return new Submission(nodes, commandId, "");
    }

    /** Returns a command that the service may have accepted, with the reason for the doubt. */
    public static Submission doubtful(NodeSet nodes, String doubt) {
        return new Submission(nodes, "", doubt);
    }

    /** Returns whether the service may have accepted it. */
    public boolean isDoubtful() {
        return !doubt.isEmpty();
    }
}
