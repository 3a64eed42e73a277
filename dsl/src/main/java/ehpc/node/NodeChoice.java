package ehpc.node;

import ehpc.api.InputException;
import ehpc.api.Nearest;
import ehpc.language.WordFacts;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The words that choose some nodes of a {@link NodeSet}. Each keeps the order. */
public sealed interface NodeChoice permits NodeSet {

    /** The nodes among these that a condition holds for. */
    @WordFacts(
            form = "NODES.where { CONDITION }",
            value = "Those among the nodes that a condition holds for; the node is it.",
            example = "println nodes.where { it.name.endsWith('3') }")
    default NodeSet where(Predicate<? super Node> condition) {
        return ((NodeSet) this).only(condition, ".where { }");
    }

    /** The compute nodes among these. */
    @WordFacts("Those among the nodes that run jobs.")
    default NodeSet getCompute() {
        return role(NodeRole.COMPUTE, "compute");
    }

    /** The login nodes among these. */
    @WordFacts("Those among the nodes where people log in.")
    default NodeSet getLogin() {
        return role(NodeRole.LOGIN, "login");
    }

    /** The manager nodes among these. */
    @WordFacts("Those among the nodes that run the scheduler or keep the accounts.")
    default NodeSet getManager() {
        return role(NodeRole.MANAGER, "manager");
    }

    /** The nodes with a role, known by the word for it. */
    private NodeSet role(NodeRole role, String word) {
        return ((NodeSet) this).only(node -> node.is(role), "." + word);
    }

    /** The nodes among these that were running when they were listed. */
    @WordFacts("Those among the nodes that were running when they were listed.")
    default NodeSet getRunning() {
        return ((NodeSet) this).only(node -> node.status().equals("running"), ".running");
    }

    /** The nodes among these that were stopped when they were listed. */
    @WordFacts(
            value = "Those among the nodes that were stopped when they were listed.",
            example = "println nodes.stopped.size()")
    default NodeSet getStopped() {
        return ((NodeSet) this).only(node -> node.status().equals("stopped"), ".stopped");
    }

    /**
     * The nodes among these that were in a state when they were listed.
     *
     * @param status uninit, initing, running, stopped, untracking, exception or releasing, or another one that a node has
     * @throws InputException there is no such state
     */
    @WordFacts(
            form = "NODES.status('STATE')",
            value = "Those among the nodes that were in that state when they were listed.",
            names = "node-state",
            example = "println nodes.status('exception').size()")
    default NodeSet status(String status) {
        NodeSet set = (NodeSet) this;
        Set<String> known = new LinkedHashSet<>(NodeStates.ALL);
        set.forEach(node -> known.add(node.status()));
        known.remove("");
        if (!known.contains(status)) {
            throw new InputException("a node's status must be one of " + String.join(", ", known) + ", is '" + status
                    + "'" + (status == null ? "" : Nearest.hint(status, known)));
        }
        return set.only(node -> node.status().equals(status), ".status('" + status + "')");
    }

    /**
     * The nodes among these that serve a queue (ListNodesByQueue, every page).
     *
     * @param queue its name
     * @throws InputException there is no such queue, or these nodes are the outcome of a run, which knows no queues
     * @throws ehpc.api.ApiException the service refused it
     */
    @WordFacts(
            form = "NODES.queue('NAME')",
            value = "Those among the nodes that take jobs from that queue.",
            names = "queue",
            operation = "ListNodesByQueue",
            example = "println nodes.queue('workq')")
    default NodeSet queue(String queue) {
        NodeSet set = (NodeSet) this;
        Function<String, Set<String>> queues = set.queues()
                .orElseThrow(() -> new InputException("a queue must be asked of a cluster's nodes, not of "
                        + set.origin() + "; write nodes.queue('...') & the set"));
        Set<String> ids = queues.apply(queue);
        return set.only(node -> ids.contains(node.id()), ".queue('" + queue + "')");
    }
}
