package ehpc.dsl;

import ehpc.api.InputException;
import groovy.lang.Reference;

/** Words allowed in an entry of a shell, and what the compiler makes it say to reach what other entries left. */
public abstract class EntryScript extends EhpcScript {

    private EntryMemory memory;

    /** For the compiler. */
    protected EntryScript() {}

    /** Gives the entry what it stands on, before it runs. */
    public final void $open(Stage stage, EntryMemory left) {
        share(stage);
        this.memory = left;
    }

    /** Makes a cluster the current one: the words of a cluster speak of it from here on. Asks the service nothing. */
    public void cluster(String id) {
        stage().context().outsideClusters("cluster");
        if (stage().context().isParallel()) {
            throw new InputException("cluster must get an id and a block inside parallel, gets '" + id + "' alone");
        }
        session().ehpc().cluster(id);
        stage().use(id);
    }

    /** Keeps a variable that was defined. */
    public final void $keep(String name, Reference<?> place) {
        memory.keep(name, place);
    }

    /** Returns the place of a variable of an earlier entry. */
    public final Reference<?> $place(String name) {
        return memory.place(name);
    }

    /** Stands for the value of an earlier variable while types are checked. */
    public final Object $value() {
        throw new UnsupportedOperationException();
    }

    /** Returns whether another entry has given a method another form since. */
    public final boolean $replaced(String method) {
        return memory.isReplaced(method, this);
    }

    /** Calls the latest form of a method. */
    public final Object $call(String method, Object[] given) {
        return memory.call(method, given);
    }

    /** Goes on, unless the thread is told to stop; of an entry it is not told where. */
    public static void $goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new EntryStopped();
        }
    }

    /** The word {@code sleep}: waits, and stops when the thread is told so. */
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
