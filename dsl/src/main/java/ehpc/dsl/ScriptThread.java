package ehpc.dsl;

import groovy.lang.Closure;
import java.util.Optional;

/**
 * A thread that a script starts by {@code Thread.start} or {@code new Thread}; the compiler replaces {@link Thread} by this class. Its words
 * apply to the cluster and the branch of {@code parallel} in which it was created. The block that creates it waits for its end, and fails
 * with its failure.
 */
public class ScriptThread extends Thread {

    private final Optional<ExecutionContext> context = ExecutionContext.current();

    /** As {@link Thread#Thread()}. */
    public ScriptThread() {}

    /** As {@link Thread#Thread(Runnable)}. */
    public ScriptThread(Runnable target) {
        super(target);
    }

    /** As {@link Thread#Thread(String)}. */
    public ScriptThread(String name) {
        super(name);
    }

    /** As {@link Thread#Thread(Runnable, String)}. */
    public ScriptThread(Runnable target, String name) {
        super(target, name);
    }

    /** As {@link Thread#Thread(ThreadGroup, Runnable)}. */
    public ScriptThread(ThreadGroup group, Runnable target) {
        super(group, target);
    }

    /** As {@link Thread#Thread(ThreadGroup, Runnable, String)}. */
    public ScriptThread(ThreadGroup group, Runnable target, String name) {
        super(group, target, name);
    }

    /** Starts a thread that runs a block, as Groovy's {@code Thread.start}. */
    public static Thread start(Closure<?> block) {
        return begun(new ScriptThread(block));
    }

    /** Starts a thread with a name that runs a block, as Groovy's {@code Thread.start}. */
    public static Thread start(String name, Closure<?> block) {
        return begun(new ScriptThread(block, name));
    }

    private static Thread begun(ScriptThread thread) {
        thread.start();
        return thread;
    }

    @Override
    public void start() {
        context.ifPresent(block -> block.threads().add(this));
        super.start();
    }

    /** Runs the block; a failure is that of the block that waits, unless a handler was set for this thread. */
    @Override
    public void run() {
        context.ifPresentOrElse(this::runIn, super::run);
    }

    private void runIn(ExecutionContext block) {
        try {
            block.run(super::run);
        } catch (Throwable e) {
            if (getUncaughtExceptionHandler() != getThreadGroup()) {
                throw e;
            }
            block.threads().failed(e);
        }
    }
}
