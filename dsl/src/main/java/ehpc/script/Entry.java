package ehpc.script;

import ehpc.EhpcClient;
import ehpc.dsl.EntryScript;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.runtime.RunSettings;
import ehpc.script.internal.symbols.SessionDelta;
import java.util.Optional;

/** A checked and compiled entry of a shell. */
public final class Entry {

    private final InteractiveSession session;
    private final int number;
    private final Source source;
    private final Class<?> type;
    private final SessionDelta learned;

    Entry(InteractiveSession session, int number, Source source, Class<?> type, SessionDelta learned) {
        this.session = session;
        this.number = number;
        this.source = source;
        this.type = type;
        this.learned = learned;
    }

    /** Returns its number, from 1; messages call it {@code [3]}. */
    public int number() {
        return number;
    }

    /** Prepares a run of the entry on an account; {@link ScriptRun#run} starts it. */
    public ScriptRun<EntryResult> over(EhpcClient ehpc) {
        return new ScriptRun<>(ehpc, RunSettings.usual(), new ScriptRun.Work<>() {
            @Override
            public EntryResult run(EhpcClient account, RunSettings settings) {
                return session.run(Entry.this, account, settings);
            }

            @Override
            public Plan plan(EhpcClient account, RunSettings settings, PlanPlace place) {
                return session.plan(Entry.this, account, settings, place);
            }
        });
    }

    Source source() {
        return source;
    }

    Class<?> type() {
        return type;
    }

    SessionDelta learned() {
        return learned;
    }

    /** Returns the statements and methods, for one run; empty if the entry only defines classes. */
    Optional<EntryScript> newInstance() {
        if (!EntryScript.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of((EntryScript) type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled entry has no usable constructor", e);
        }
    }
}
