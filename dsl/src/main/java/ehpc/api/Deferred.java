package ehpc.api;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A value that is there, or the place of one that is not: an effect was recorded and not carried out. Immutable.
 *
 * @param <T> the type of the value
 */
public final class Deferred<T> {

    private final T value;
    private final Supplier<? extends Error> absence;

    private Deferred(T value, Supplier<? extends Error> absence) {
        this.value = value;
        this.absence = absence;
    }

    /** A value that is there. */
    public static <T> Deferred<T> of(T value) {
        return new Deferred<>(Objects.requireNonNull(value), null);
    }

    /**
     * The place of a value that is not there.
     *
     * @param absence gives what is thrown when somebody looks at it
     */
    public static <T> Deferred<T> absent(Supplier<? extends Error> absence) {
        return new Deferred<>(null, Objects.requireNonNull(absence));
    }

    /** Whether the value is there. */
    public boolean isThere() {
        return absence == null;
    }

    /** The value; throws where it is not there. */
    public T require() {
        if (absence != null) {
            throw absence.get();
        }
        return value;
    }
}
