package ehpc.node;

import ehpc.api.InputException;

/** A command was to be sent to no node at all; nothing was sent. An empty list would mean every node to the service. */
public final class EmptyNodeSetException extends InputException {

    private static final long serialVersionUID = 1L;

    /**
     * @param origin how the caller asked for the nodes, such as {@code nodes.compute}
     */
    public EmptyNodeSetException(String origin) {
        this(NodeOrigin.described(origin));
    }

    EmptyNodeSetException(NodeOrigin origin) {
        super("no node to run on: " + origin + " matched none; " + origin.allowEmpty() + " if that is fine");
    }
}
