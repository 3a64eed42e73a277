package ehpc.script.internal.symbols;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A variable that entries to come may use.
 *
 * @param type what is known of its values
 * @param text how the text that it holds was made
 * @param typed whether its declaration says the type, so that it takes no other values
 * @param fixed whether it takes no other value at all
 * @param given whether the session gives it itself: a result, or the last failure
 * @param keys of a map that it holds, as far as these are texts
 */
public record KnownVariable(
        String name, KnownType type, KnownText text, boolean typed, boolean fixed, boolean given, List<String> keys) {

    /** So many keys are noted of a map. */
    private static final int MOST = 100;

    /** One that an entry declares. */
    public static KnownVariable declared(String name, KnownType type, KnownText text, boolean typed, boolean fixed) {
        return new KnownVariable(name, type, text, typed, fixed, false, List.of());
    }

    /** One that the session gives itself. */
    static KnownVariable given(String name, Object value) {
        return new KnownVariable(name, KnownType.of(value), KnownText.UNKNOWN, false, true, true, keys(value));
    }

    /** Returns the same, as far as it is true of a value. */
    KnownVariable asIs(Object value) {
        boolean same = typed || type.fits(value);
        return new KnownVariable(name, same ? type : KnownType.ANY, text, same && typed, fixed, given, keys(value));
    }

    /** Returns the same, where some of the session's classes were defined anew. */
    KnownVariable among(Map<String, Class<?>> classes) {
        KnownType now = type.among(classes);
        return now.equals(type) ? this : new KnownVariable(name, now, text, false, fixed, given, keys);
    }

    private static List<String> keys(Object value) {
        if (!(value instanceof HashMap<?, ?> || value instanceof TreeMap<?, ?>)) {
            return List.of(); // what somebody else's map does when it is asked is not known
        }
        try {
            return ((Map<?, ?>) value)
                    .keySet().stream()
                            .limit(MOST)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (ConcurrentModificationException e) {
            return List.of(); // another thread goes on filling it
        }
    }
}
