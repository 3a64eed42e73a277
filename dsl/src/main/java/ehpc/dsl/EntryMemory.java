package ehpc.dsl;

import groovy.lang.Reference;

/** The variables and methods that entries of a shell leave to later ones. */
public interface EntryMemory {

    /** Keeps the reference to a variable, which its entry and later ones share. */
    void keep(String name, Reference<?> place);

    /** Returns the reference to a variable. */
    Reference<?> place(String name);

    /** Returns whether another entry has redefined a method. */
    boolean isReplaced(String method, Object script);

    /** Calls the latest definition of a method. */
    Object call(String method, Object... given);
}
