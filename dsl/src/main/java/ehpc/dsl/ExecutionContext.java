package ehpc.dsl;

import ehpc.api.InputException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The context of the words of a script on a thread. Immutable: each block has its own context, and a thread that a block starts gets that of
 * the block.
 *
 * <p>The context is the only thread-local of the library: a script's own methods use the words of the block that calls them, and static
 * calls that the compiler inserts ask whether the script is planned. Neither can be given the context in another way. Threads inherit
 * only the latter.
 *
 * @param runtime the script; null where only the planning is known, as in a thread that inherits it
 * @param planning refuses effects on this machine while a script is planned; empty otherwise
 * @param branch the session of the branch of {@code parallel} that the thread runs; empty outside of branches
 * @param parallel the {@code parallel} block whose clusters are being declared; empty outside of one
 * @param cluster the enclosing cluster block; empty outside of one
 * @param threads the threads that the block, or else the script, starts
 */
record ExecutionContext(
        ScriptRuntime runtime,
        Optional<HostEffects> planning,
        Optional<ScriptSession> branch,
        Optional<Parallel> parallel,
        Optional<ClusterScope> cluster,
        ScriptThreads threads) {

    private static final InheritableThreadLocal<ExecutionContext> CURRENT = new InheritableThreadLocal<>() {
        @Override
        protected ExecutionContext childValue(ExecutionContext parent) {
            return parent == null || parent.planning.isEmpty() ? null : top(null, parent.planning, null);
        }
    };

    private static ExecutionContext top(ScriptRuntime runtime, Optional<HostEffects> planning, ScriptThreads threads) {
        return new ExecutionContext(runtime, planning, Optional.empty(), Optional.empty(), Optional.empty(), threads);
    }

    /** Returns the context of the script that the calling thread runs; empty if it runs none, or only inherits. */
    static Optional<ExecutionContext> current() {
        return Optional.ofNullable(CURRENT.get()).filter(here -> here.runtime != null);
    }

    /** Returns the context of a script in the calling thread; empty if the thread does not run that script. */
    static Optional<ExecutionContext> current(ScriptRuntime runtime) {
        return current().filter(here -> here.runtime == runtime);
    }

    /** Returns the guard that refuses effects in the calling thread; empty if no script is planned. */
    static Optional<HostEffects> planned() {
        return Optional.ofNullable(CURRENT.get()).flatMap(here -> here.planning);
    }

    /** Returns the context of a script outside of all blocks. */
    static ExecutionContext top(ScriptRuntime runtime, ScriptThreads threads) {
        return top(runtime, planned(), threads);
    }

    /** Returns a context in which effects are refused. */
    static ExecutionContext refusing(HostEffects effects) {
        return top(null, Optional.of(effects), null);
    }

    ExecutionContext of(ScriptSession other) {
        return new ExecutionContext(runtime, planning, Optional.of(other), Optional.empty(), Optional.empty(), threads);
    }

    ExecutionContext naming(Parallel clusters) {
        return new ExecutionContext(runtime, planning, branch, Optional.of(clusters), cluster, threads);
    }

    ExecutionContext within(ClusterScope block) {
        return new ExecutionContext(runtime, planning, branch, parallel, Optional.of(block), new ScriptThreads());
    }

    boolean isParallel() {
        return branch.isPresent() || parallel.isPresent();
    }

    /** Does work in the calling thread with this context. */
    <T> T in(Supplier<T> work) {
        ExecutionContext before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    void run(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    /** Refuses a word inside a cluster block. */
    void outsideClusters(String word) {
        cluster.ifPresent(block -> {
            throw new InputException(
                    "'" + word + "' is not allowed inside the block of cluster '" + block.getId() + "'");
        });
    }
}
