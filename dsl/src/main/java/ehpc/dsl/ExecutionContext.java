package ehpc.dsl;

import ehpc.api.InputException;
import java.util.Optional;

/**
 * The context of the words of a script on a thread. Immutable: each block has its own context.
 *
 * @param branch the session of the branch of {@code parallel} that the thread runs; empty outside of branches
 * @param parallel the {@code parallel} block whose clusters are being declared; empty outside of one
 * @param cluster the enclosing cluster block; empty outside of one
 */
record ExecutionContext(Optional<ScriptSession> branch, Optional<Parallel> parallel, Optional<ClusterScope> cluster) {

    static final ExecutionContext TOP = new ExecutionContext(Optional.empty(), Optional.empty(), Optional.empty());

    static ExecutionContext of(ScriptSession branch) {
        return new ExecutionContext(Optional.of(branch), Optional.empty(), Optional.empty());
    }

    ExecutionContext naming(Parallel clusters) {
        return new ExecutionContext(branch, Optional.of(clusters), cluster);
    }

    ExecutionContext within(ClusterScope block) {
        return new ExecutionContext(branch, parallel, Optional.of(block));
    }

    boolean isParallel() {
        return branch.isPresent() || parallel.isPresent();
    }

    /** Refuses a word inside a cluster block. */
    void outsideClusters(String word) {
        cluster.ifPresent(block -> {
            throw new InputException(word + " must stand outside of the block of cluster '" + block.getId() + "'");
        });
    }
}
