package ehpc.dsl;

import ehpc.Queue;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.util.List;
import java.util.Map;

/**
 * The queues of a cluster (ListQueues), and what can be done with them. The service is asked when the list is first used as one; a list kept before a
 * change has the queues from before it.
 */
@WordsOf(value = WordPlace.QUEUES, form = "queues.%s")
public interface QueuesDsl extends List<Queue> {

    /** Creates a queue without settings (AddQueue). */
    default void add(String name) {
        add(Map.of(), name);
    }

    /**
     * Creates a queue (AddQueue, and UpdateQueueConfig for an instance type or a resource group).
     *
     * @param settings instanceType, resourceGroupId, and the parameters of AddQueue
     * @param name a letter, then up to 62 letters, digits or underscores
     */
    @WordFacts(
            form = "queues.add 'NAME', queues.add 'NAME', instanceType: 'TYPE', ...",
            value = "Creates a queue; instanceType is the type of the nodes that it gets later.",
            takes = "a name and settings (queues.add 'gpu', instanceType: 'ecs.gn6v-c8g1.2xlarge')",
            operation = "AddQueue",
            arguments = {
                "NAME=QueueName",
                "instanceType=UpdateQueueConfig:ComputeInstanceType",
                "resourceGroupId=UpdateQueueConfig:ResourceGroupId",
                "*"
            },
            example = {"queues.add 'gpu', instanceType: 'ecs.gn6v-c8g1.2xlarge'", "println queues*.name"})
    void add(Map<String, ?> settings, String name);

    /**
     * Changes settings of a queue; others stay (UpdateQueueConfig).
     *
     * @param settings instanceType, and the parameters of UpdateQueueConfig
     */
    @WordFacts(
            form = "queues.update 'NAME', instanceType: 'TYPE', ...",
            value = "Changes settings of a queue, such as the instance type of its new nodes.",
            takes = "a name and settings (queues.update 'gpu', instanceType: 'ecs.gn6v-c8g1.2xlarge')",
            operation = "UpdateQueueConfig",
            arguments = {"NAME=QueueName", "instanceType=ComputeInstanceType", "*"},
            names = "queue",
            example = "queues.update 'workq', instanceType: 'ecs.c7.large'")
    void update(Map<String, ?> settings, String name);

    /** Deletes a queue (DeleteQueue). */
    @WordFacts(
            form = "queues.delete 'NAME'",
            value = "Deletes a queue.",
            takes = "the name of a queue (queues.delete 'gpu')",
            operation = "DeleteQueue",
            arguments = "NAME=QueueName",
            names = "queue",
            example = {"queues.add 'short'", "queues.delete 'short'"})
    void delete(String name);

    /**
     * Moves compute nodes to a queue (SetQueue).
     *
     * @param target to: the name of the queue
     */
    @WordFacts(
            form = "queues.move NODES, to: 'NAME'",
            value = "Moves compute nodes to a queue.",
            takes = "nodes and a queue (queues.move nodes['compute000'], to: 'gpu')",
            operation = "SetQueue",
            arguments = "to=QueueName",
            names = "node",
            example = {"queues.add 'large'", "queues.move nodes['compute[000-001]'], to: 'large'"})
    void move(Map<String, ?> target, NodeSet nodes);

    /** Moves a compute node to a queue (SetQueue). */
    default void move(Map<String, ?> target, Node node) {
        move(target, NodeSet.of(node));
    }

    /** Moves the compute nodes of these names or ids to a queue (SetQueue). */
    void move(Map<String, ?> target, String nodes);

    /** Moves nodes to a queue that is missing; refused. */
    default void move(NodeSet nodes) {
        move(Map.of(), nodes);
    }
}
