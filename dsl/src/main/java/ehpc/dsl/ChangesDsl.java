package ehpc.dsl;

import ehpc.Change;
import ehpc.language.WordFacts;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.util.List;
import java.util.Map;

/** The words of a cluster block that change nodes or the cluster as a whole. By default, a word is passed to the words of the current cluster. */
public interface ChangesDsl {

    /**
     * Returns the words of the cluster block that the calling thread is in, or of the current cluster of a shell; for the compiler.
     *
     * @param word the word that is used
     * @throws ehpc.api.InputException if there is no cluster
     */
    ClusterDsl $here(String word);

    /**
     * Adds compute nodes (AddNodes).
     *
     * @param settings queue, instanceType, the other parameters of AddNodes, and await: the longest time to wait, 30 minutes by default, or false
     * @param count 1 to 99
     */
    @WordFacts(
            form = "addNodes COUNT, queue: 'QUEUE', instanceType: 'TYPE', ...",
            value = "Adds compute nodes and waits until they run; its value has the nodes.",
            takes = "a number of nodes and settings (addNodes 2, queue: 'workq', instanceType: 'ecs.c7.large')",
            operation = "AddNodes",
            arguments = {"COUNT=Count", "queue=JobQueue", "*"},
            example = {"def added = addNodes 1, queue: 'workq', instanceType: 'ecs.c7.large'", "println added.nodes"})
    default Change addNodes(Map<String, ?> settings, int count) {
        return $here("addNodes").addNodes(settings, count);
    }

    /** Adds compute nodes with the settings of the last ones (AddNodes). Waits until they run. */
    default Change addNodes(int count) {
        return addNodes(Map.of(), count);
    }

    /**
     * Removes compute nodes, and releases their instances unless releaseInstance is false (DeleteNodes).
     *
     * @param options releaseInstance, and await: the longest time to wait, 30 minutes by default, or false
     * @param nodes a set, a node, names or a list
     */
    @WordFacts(
            form = "deleteNodes NODES, deleteNodes NODES, await: DURATION",
            value = "Removes compute nodes from the cluster and releases their instances.",
            takes = "nodes (deleteNodes nodes['compute000'])",
            operation = "DeleteNodes",
            arguments = "releaseInstance=ReleaseInstance",
            types = {NodeSet.class, Node.class, String.class, List.class},
            names = "node",
            example = {"def added = addNodes 1, queue: 'workq', instanceType: 'ecs.c7.large'", "deleteNodes added.nodes"
            })
    default Change deleteNodes(Map<String, ?> options, Object nodes) {
        return $here("deleteNodes").deleteNodes(options, nodes);
    }

    /** Removes compute nodes, and releases their instances unless releaseInstance is false (DeleteNodes). Waits for its end. */
    default Change deleteNodes(Object nodes) {
        return deleteNodes(Map.of(), nodes);
    }

    /**
     * Starts stopped nodes (StartNodes).
     *
     * @param options await: the longest time to wait, 30 minutes by default, or false
     * @param nodes a set, a node, names or a list
     */
    @WordFacts(
            form = "startNodes NODES, startNodes NODES, await: DURATION",
            value = "Starts stopped nodes, and waits until they run.",
            takes = "nodes (startNodes nodes['compute000'])",
            operation = "StartNodes",
            arguments = "-",
            types = {NodeSet.class, Node.class, String.class, List.class},
            names = "node",
            example = {"stopNodes 'compute003'", "startNodes 'compute003'"})
    default Change startNodes(Map<String, ?> options, Object nodes) {
        return $here("startNodes").startNodes(options, nodes);
    }

    /** Starts stopped nodes (StartNodes). Waits for its end. */
    default Change startNodes(Object nodes) {
        return startNodes(Map.of(), nodes);
    }

    /**
     * Stops nodes (StopNodes).
     *
     * @param options await: the longest time to wait, 30 minutes by default, or false
     * @param nodes a set, a node, names or a list
     */
    @WordFacts(
            form = "stopNodes NODES, stopNodes NODES, await: DURATION",
            value = "Stops nodes, and waits until they are stopped.",
            takes = "nodes (stopNodes nodes['compute000'])",
            operation = "StopNodes",
            arguments = "-",
            types = {NodeSet.class, Node.class, String.class, List.class},
            names = "node",
            example = {"stopNodes 'compute002'", "startNodes 'compute002'"})
    default Change stopNodes(Map<String, ?> options, Object nodes) {
        return $here("stopNodes").stopNodes(options, nodes);
    }

    /** Stops nodes (StopNodes). Waits for its end. */
    default Change stopNodes(Object nodes) {
        return stopNodes(Map.of(), nodes);
    }

    /**
     * Sets compute nodes back to their first state; their files are lost (ResetNodes).
     *
     * @param options await: the longest time to wait, 30 minutes by default, or false
     * @param nodes a set, a node, names or a list
     */
    @WordFacts(
            form = "resetNodes NODES, resetNodes NODES, await: DURATION",
            value = "Sets compute nodes back to their first state; their files are lost.",
            takes = "nodes (resetNodes nodes['compute000'])",
            operation = "ResetNodes",
            arguments = "-",
            types = {NodeSet.class, Node.class, String.class, List.class},
            names = "node",
            example = "resetNodes nodes['compute001']")
    default Change resetNodes(Map<String, ?> options, Object nodes) {
        return $here("resetNodes").resetNodes(options, nodes);
    }

    /** Sets compute nodes back to their first state; their files are lost (ResetNodes). Waits for its end. */
    default Change resetNodes(Object nodes) {
        return resetNodes(Map.of(), nodes);
    }

    /**
     * Starts the cluster (StartCluster).
     *
     * @param options await: the longest time to wait, 30 minutes by default, or false
     */
    @WordFacts(
            form = "startCluster(), startCluster(await: DURATION)",
            value = "Starts the stopped cluster, and waits until it runs.",
            takes = "settings (startCluster(await: 20.minutes))",
            operation = "StartCluster",
            arguments = "-",
            example = {"stopCluster()", "startCluster()"})
    default Change startCluster(Map<String, ?> options) {
        return $here("startCluster").startCluster(options);
    }

    /** Starts the cluster (StartCluster). Waits for its end. */
    default Change startCluster() {
        return startCluster(Map.of());
    }

    /**
     * Stops the cluster (StopCluster).
     *
     * @param options await: the longest time to wait, 30 minutes by default, or false
     */
    @WordFacts(
            form = "stopCluster(), stopCluster(await: DURATION)",
            value = "Stops the cluster, and waits until its nodes are stopped.",
            takes = "settings (stopCluster(await: 20.minutes))",
            operation = "StopCluster",
            arguments = "-",
            example = {"stopCluster()", "startCluster()"})
    default Change stopCluster(Map<String, ?> options) {
        return $here("stopCluster").stopCluster(options);
    }

    /** Stops the cluster (StopCluster). Waits for its end. */
    default Change stopCluster() {
        return stopCluster(Map.of());
    }

    /**
     * Sets a cluster in status exception up again (RecoverCluster).
     *
     * @param options the parameters of RecoverCluster, and await: the longest time to wait, 30 minutes by default, or false
     */
    @WordFacts(
            form = "recoverCluster(), recoverCluster(await: DURATION)",
            value = "Sets a cluster in status exception up again, and waits until it runs.",
            takes = "settings (recoverCluster(await: 20.minutes))",
            operation = "RecoverCluster",
            arguments = "*",
            example = "if (info.status == 'exception') { recoverCluster() }")
    default Change recoverCluster(Map<String, ?> options) {
        return $here("recoverCluster").recoverCluster(options);
    }

    /** Sets a cluster in status exception up again (RecoverCluster). Waits for its end. */
    default Change recoverCluster() {
        return recoverCluster(Map.of());
    }

    /**
     * Deletes the cluster, and releases its instances unless releaseInstance is false (DeleteCluster).
     *
     * @param options releaseInstance, and await: the longest time to wait, 30 minutes by default, or false
     */
    @WordFacts(
            form = "deleteCluster(), deleteCluster(await: DURATION)",
            value = "Deletes the cluster and releases its instances.",
            takes = "settings (deleteCluster(await: 20.minutes))",
            operation = "DeleteCluster",
            arguments = "*",
            example = {"cluster(createCluster(name: 'short', password: secret('DAVE'))) {", "    deleteCluster()", "}"})
    default Change deleteCluster(Map<String, ?> options) {
        return $here("deleteCluster").deleteCluster(options);
    }

    /** Deletes the cluster, and releases its instances unless releaseInstance is false (DeleteCluster). Waits for its end. */
    default Change deleteCluster() {
        return deleteCluster(Map.of());
    }

    /**
     * Changes attributes of the cluster (ModifyClusterAttributes).
     *
     * @param options name, description, and the other parameters of ModifyClusterAttributes
     */
    @WordFacts(
            form = "modifyCluster(name: 'NAME', description: 'TEXT', ...)",
            value = "Changes the name, the description or other attributes of the cluster.",
            takes = "settings (modifyCluster(name: 'course'))",
            operation = "ModifyClusterAttributes",
            arguments = "*",
            example = "modifyCluster(description: 'for the course')")
    default void modifyCluster(Map<String, ?> options) {
        $here("modifyCluster").modifyCluster(options);
    }
}
