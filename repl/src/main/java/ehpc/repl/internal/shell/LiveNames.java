package ehpc.repl.internal.shell;

import ehpc.edit.KnownNames;
import ehpc.edit.KnownNames.Name;
import ehpc.edit.KnownNames.Wanted;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Names that only the service knows, fetched in the background when somebody wants them, and kept for a while. Whoever asks gets what is
 * known at the moment. What cannot be fetched is tried again later. Safe for use by several threads.
 */
final class LiveNames {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Supplier<Object> place;
    private final Source source;
    private final Executor background;
    private final LongSupplier nanos;
    private final Consumer<Throwable> trouble;
    private final Map<Wanted, Long> due = new HashMap<>();
    private final Set<Wanted> asked = new HashSet<>();
    private Object known;
    private volatile KnownNames names = KnownNames.EMPTY;

    /** Where names come from. */
    interface Source {
        /** Returns the names; waits for the service. */
        List<Name> fetch(Wanted wanted);
    }

    /**
     * @param place the account and region; names of another one are forgotten
     * @param nanos a clock
     * @param trouble whom to tell why names could not be fetched
     */
    LiveNames(
            Supplier<Object> place,
            Source source,
            Executor background,
            LongSupplier nanos,
            Consumer<Throwable> trouble) {
        this.place = place;
        this.source = source;
        this.background = background;
        this.nanos = nanos;
        this.trouble = trouble;
        this.known = place.get();
    }

    /** Returns the names that are known by now. */
    KnownNames snapshot() {
        forgetOthers();
        return names;
    }

    /** Fetches missing or outdated names in the background. */
    void want(Collection<Wanted> wanted) {
        forgetOthers();
        for (Wanted one : wanted) {
            if (take(one)) {
                background.execute(() -> fetch(one));
            }
        }
    }

    /** Returns whether names are being fetched. */
    synchronized boolean isFetching() {
        return !asked.isEmpty();
    }

    private synchronized void forgetOthers() {
        Object now = place.get();
        if (!now.equals(known)) {
            known = now;
            names = KnownNames.EMPTY;
            due.clear();
            asked.clear();
        }
    }

    private synchronized boolean take(Wanted one) {
        boolean current = due.containsKey(one) && due.get(one) - nanos.getAsLong() > 0;
        return !current && asked.add(one);
    }

    private void fetch(Wanted one) {
        Object there = place.get();
        try {
            keep(one, there, source.fetch(one));
        } catch (RuntimeException | Error e) {
            again(one, there);
            trouble.accept(e);
        }
    }

    private synchronized void keep(Wanted one, Object there, List<Name> fetched) {
        if (there.equals(known)) {
            names = names.with(one, fetched);
            due.put(one, nanos.getAsLong() + FRESH.toNanos());
            asked.remove(one);
        }
    }

    private synchronized void again(Wanted one, Object there) {
        if (there.equals(known)) {
            due.put(one, nanos.getAsLong() + TRY_AGAIN.toNanos());
            asked.remove(one);
        }
    }
}
