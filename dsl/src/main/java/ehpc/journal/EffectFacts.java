package ehpc.journal;

import ehpc.Effect;
import ehpc.PlannedRun;
import ehpc.node.Node;
import ehpc.plan.Redactor;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What identifies an effect of a resumed run among the recorded steps. Immutable.
 *
 * @param key a digest of all its requests
 * @param title the effect in words
 * @param line the script's line, from 1; 0 if unknown
 * @param cluster the cluster of a run; empty for a call
 * @param command the command of a run without secrets; empty for a call
 * @param nodes the ids of its nodes; none for a call
 */
record EffectFacts(String key, String title, int line, String cluster, String command, Set<String> nodes) {

    static EffectFacts of(Effect<?> effect, String key, Redactor redactor) {
        String title = EffectKey.title(effect);
        int line = effect.origin().line();
        if (!(effect instanceof PlannedRun run)) {
            return new EffectFacts(key, title, line, "", "", Set.of());
        }
        Set<String> nodes = run.targets().stream().map(Node::id).collect(Collectors.toSet());
        String command = redactor.stars(run.command().text());
        return new EffectFacts(key, title, line, run.cluster().id(), command, nodes);
    }

    /** Returns whether a recorded step is the same command of the same line on other nodes, some of which are those of this effect. */
    boolean isOnSomeNodesOf(JournaledStep step) {
        return !nodes.isEmpty()
                && step.line() == line
                && step.cluster().equals(cluster)
                && step.command().equals(command)
                && step.nodes().stream().map(Node::id).anyMatch(nodes::contains);
    }
}
