package ehpc.repl.internal.shell;

import ehpc.script.EntryRun;

/** Decides whether an entry that was found right may run. */
@FunctionalInterface
public interface Guard {

    /** Lets everything run. */
    Guard OPEN = (shell, run) -> true;

    /**
     * Called on the entry's thread, before each entry.
     *
     * @param run the entry, ready to be run or planned
     */
    boolean admits(Shell shell, EntryRun run);
}
