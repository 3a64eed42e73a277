package ehpc.script;

import ehpc.Ehpc;

/** An entry of a shell that was found right. */
public final class Entry {

    private final InteractiveSession session;
    private final SessionContext before;
    private final CompiledScript script;

    Entry(InteractiveSession session, SessionContext before, CompiledScript script) {
        this.session = session;
        this.before = before;
        this.script = script;
    }

    /** Its number, from 1: messages call it {@code [3]}. */
    public int number() {
        return before.number();
    }

    /** Begins to run it on an account; {@link EntryRun#run} does it. */
    public EntryRun over(Ehpc ehpc) {
        return new EntryRun(this, ehpc, RunSettings.usual());
    }

    InteractiveSession session() {
        return session;
    }

    CompiledScript script() {
        return script;
    }
}
