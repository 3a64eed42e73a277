package ehpc.dsl;

import groovy.lang.Reference;

/** What the entries of a shell leave to each other. */
public interface EntryMemory {

    /** Keeps a variable: the place that its value is in, which its entry and the later ones share. */
    void keep(String name, Reference<?> place);

    /** Returns the place of a variable's value. */
    Reference<?> place(String name);

    /** Returns whether another entry has given a method another form since. */
    boolean isReplaced(String method, Object script);

    /** Calls the latest form of a method. */
    Object call(String method, Object... given);
}
