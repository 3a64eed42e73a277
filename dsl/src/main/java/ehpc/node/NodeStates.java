package ehpc.node;

import ehpc.api.Catalogue;
import ehpc.api.Shape;
import java.util.List;

/** The documented states of a node. */
public final class NodeStates {

    /** All states, as the service spells them. */
    public static final List<String> ALL = documented().values();

    private NodeStates() {}

    private static Shape documented() {
        Shape nodes =
                Catalogue.ehpc().operation("ListNodes").response().fields().get("Nodes");
        return nodes.fields().get("NodeInfo").element().fields().get("Status");
    }
}
