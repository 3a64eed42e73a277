package ehpc.api;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A value, or the placeholder for the result of an effect that was recorded but not performed. Immutable.
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

    /** Returns a present value. */
    public static <T> Deferred<T> of(T value) {
        return new Deferred<>(Objects.requireNonNull(value), null);
    }

    /**
     * Returns a placeholder for an absent value.
     *
     * @param absence supplies the throwable that any access throws
     */
    public static <T> Deferred<T> absent(Supplier<? extends Error> absence) {
        return new Deferred<>(null, Objects.requireNonNull(absence));
    }

    /** Returns whether the value is present. */
    public boolean isPresent() {
        return absence == null;
    }

    /** Returns the value; throws if it is absent. */
    public T require() {
        if (absence != null) {
            throw absence.get();
        }
        return value;
    }
}
