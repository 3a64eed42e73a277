package ehpc;

import ehpc.node.NodeSet;

/** A command that the service accepted, or may have accepted: its id is empty if the answer was lost. */
record Submission(NodeSet nodes, String commandId, String doubt) {

    static Submission accepted(NodeSet nodes, String commandId) {
        return new Submission(nodes, commandId, "");
    }

    static Submission doubtful(NodeSet nodes, String doubt) {
        return new Submission(nodes, "", doubt);
    }

    boolean isDoubtful() {
        return !doubt.isEmpty();
    }
}
