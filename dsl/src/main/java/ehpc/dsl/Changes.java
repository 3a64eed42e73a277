package ehpc.dsl;

import ehpc.Change;
import ehpc.WordArguments;
import ehpc.api.InputException;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words for changes that go on after their request: their nodes, and how long a script waits for them. */
final class Changes {

    private Changes() {}

    /** Creates a cluster, and waits for it as {@code await} says. */
    static Change created(ScriptSession session, Map<String, ?> settings) {
        WordOptions given = WordOptions.checked(
                Vocabulary.at(WordPlace.TOP, "createCluster").orElseThrow(),
                session.ehpc().catalogue(),
                settings,
                List.of());
        Change created =
                session.changing("createCluster()", ehpc -> ehpc.createCluster(given.parameters(name -> true)));
        return awaited(created, given.values());
    }

    /** Waits for a change as {@code await} says: by default for {@link Change#USUAL}, not at all for false. */
    static Change awaited(Change change, Map<?, ?> options) {
        Optional<Duration> limit = limit(options);
        return limit.isPresent() ? change.await(limit.get()) : change;
    }

    /**
     * Returns the longest time to wait; empty for none.
     *
     * @throws InputException if it is neither a duration nor false
     */
    static Optional<Duration> limit(Map<?, ?> options) {
        Object given = options.get(WordArguments.AWAIT);
        if (Boolean.FALSE.equals(given)) {
            return Optional.empty();
        }
        return Optional.of(given instanceof Duration time ? time : Change.USUAL);
    }

    /** Returns the nodes that a word takes: a set, a node, names or a list. */
    static NodeSet nodes(Object nodes, ClusterScope scope, String word) {
        if (nodes instanceof NodeSet set) {
            return set;
        }
        return nodes instanceof Node node
                ? NodeSet.of(node)
                : scope.reading(word).nodes().resolve(nodes);
    }
}
