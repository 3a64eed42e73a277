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
 * A cache of names that only the service knows, fetched in the background on request. Callers get the currently known names. A failed
 * fetch is repeated later. Thread-safe.
 */
final class LiveNames {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Supplier<Object> place;
    private final Source source;
    private final Executor background;
    private final LongSupplier nanos;
    private final Consumer<Throwable> failures;
    private final Map<Wanted, Long> due = new HashMap<>();
    private final Set<Wanted> asked = new HashSet<>();
    private Object knownPlace;
    private volatile KnownNames names = KnownNames.EMPTY;

    /** The source of names. */
    interface Source {
        /** Returns the names; waits for the service. */
        List<Name> fetch(Wanted wanted);
    }

    /**
     * @param place returns the account and region; a change clears the cache
     * @param nanos a clock
     * @param failures accepts the reasons of failed fetches
     */
    LiveNames(
            Supplier<Object> place,
            Source source,
            Executor background,
            LongSupplier nanos,
            Consumer<Throwable> failures) {
        this.place = place;
        this.source = source;
        this.background = background;
        this.nanos = nanos;
        this.failures = failures;
        this.knownPlace = place.get();
    }

    /** Returns the currently known names. */
    KnownNames snapshot() {
        forgetOthers();
        return names;
    }

    /** Fetches missing or outdated names in the background. */
    void want(Collection<Wanted> wanted) {
        forgetOthers();
        for (Wanted one : wanted) {
            if (claim(one)) {
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
        if (!now.equals(knownPlace)) {
            knownPlace = now;
            names = KnownNames.EMPTY;
            due.clear();
            asked.clear();
        }
    }

    private synchronized boolean claim(Wanted one) {
        boolean current = due.containsKey(one) && due.get(one) - nanos.getAsLong() > 0;
        return !current && asked.add(one);
    }

    private void fetch(Wanted one) {
        Object fetchedFrom = place.get();
        try {
            keep(one, fetchedFrom, source.fetch(one));
        } catch (RuntimeException | Error e) {
            retryLater(one, fetchedFrom);
            failures.accept(e);
        }
    }

    private synchronized void keep(Wanted one, Object fetchedFrom, List<Name> fetched) {
        if (fetchedFrom.equals(knownPlace)) {
            names = names.with(one, fetched);
            due.put(one, nanos.getAsLong() + FRESH.toNanos());
            asked.remove(one);
        }
    }

    private synchronized void retryLater(Wanted one, Object fetchedFrom) {
        if (fetchedFrom.equals(knownPlace)) {
            due.put(one, nanos.getAsLong() + RETRY.toNanos());
            asked.remove(one);
        }
    }
}
