package ehpc.dsl;

import ehpc.Queue;
import ehpc.language.WordPlace;
import ehpc.node.NodeSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code queues} in a cluster block. */
final class DefaultQueues extends WordList<Queue> implements QueuesDsl {

    private static final Set<String> LATER = Set.of("ComputeInstanceType", "ResourceGroupId");

    DefaultQueues(ClusterScope scope) {
        super(scope, WordPlace.QUEUES, cluster -> cluster.queues().list());
    }

    @Override
    public void add(Map<String, ?> settings, String name) {
        WordOptions given = group().checked("add", settings, Collections.singletonList(name));
        Map<String, Object> later = given.parameters(LATER::contains);
        group().change("add", cluster -> cluster.queues().add(name, given.parameters(one -> !LATER.contains(one))));
        if (!later.isEmpty()) {
            group().change("add", cluster -> cluster.queues().update(name, later));
        }
    }

    @Override
    public void update(Map<String, ?> settings, String name) {
        WordOptions given = group().checked("update", settings, Collections.singletonList(name));
        group().change("update", cluster -> cluster.queues().update(name, given.parameters(any -> true)));
    }

    @Override
    public void delete(String name) {
        group().checked("delete", Map.of(), Collections.singletonList(name));
        group().change("delete", cluster -> cluster.queues().delete(name));
    }

    @Override
    public void move(Map<String, ?> target, NodeSet nodes) {
        String to = group().checked("move", target, List.of()).text("to");
        group().change("move", cluster -> cluster.queues().move(nodes, to));
    }

    @Override
    public void move(Map<String, ?> target, String nodes) {
        group().checked("move", target, List.of());
        move(target, group().cluster().nodes().named(nodes));
    }
}
