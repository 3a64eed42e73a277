package ehpc.node;

import ehpc.api.InputException;

/** A command had an empty target set; nothing was sent. To the service, an empty list would mean every node. */
public final class EmptyNodeSetException extends InputException {

    private static final long serialVersionUID = 1L;

    /** @param origin how the caller selected the nodes, such as {@code nodes.compute} */
    public EmptyNodeSetException(String origin) {
        this(NodeOrigin.described(origin));
    }

    EmptyNodeSetException(NodeOrigin origin) {
        super("no nodes: " + origin + " matched none; " + origin.allowEmpty() + " if that is intended");
    }
}
