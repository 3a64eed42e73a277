package ehpc.dsl;

import groovy.lang.Reference;

/** The words of an entry of a shell, and the methods that compiled entries use to reach earlier ones. */
public abstract class EntryScript extends EhpcScript {

    private EntryMemory memory;

    /** For the compiler. */
    protected EntryScript() {}

    /** Sets the state of the entry before it runs. */
    public final void $open(ScriptRuntime runtime, EntryMemory left) {
        share(runtime);
        this.memory = left;
    }

    /**
     * Makes a cluster the current one, which the words of a cluster then use. Makes no call.
     *
     * @return null, so that the shell prints nothing
     */
    @Override
    public ClusterValue cluster(String id) {
        $cluster(id);
        $runtime().use(id);
        return null;
    }

    /** Stores a defined variable. */
    public final void $keep(String name, Reference<?> place) {
        memory.keep(name, place);
    }

    /** Returns the reference to a variable of an earlier entry. */
    public final Reference<?> $place(String name) {
        return memory.place(name);
    }

    /** Represents the value of an earlier variable during type checking. */
    public final Object $value() {
        throw new UnsupportedOperationException();
    }

    /** Returns whether a later entry has redefined a method. */
    public final boolean $replaced(String method) {
        return memory.isReplaced(method, this);
    }

    /** Calls the latest definition of a method. */
    public final Object $call(String method, Object[] given) {
        return memory.call(method, given);
    }

    /** Checks for an interrupt of the thread, without a position. */
    public static void $checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EntryStopped();
        }
    }

    /** The word {@code sleep}: waits, and ends when the thread is interrupted. */
    @Override
    public void $sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntryStopped();
        }
    }
}
