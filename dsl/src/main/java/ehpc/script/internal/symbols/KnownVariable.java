package ehpc.script.internal.symbols;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A variable that later entries may use.
 *
 * @param type the known type of its values
 * @param text the origin of its text
 * @param typed whether it is declared with a type
 * @param fixed whether it is final
 * @param given whether the session defines it: a result, or the last failure
 * @param keys the keys of its value, if that is a map; only texts
 */
public record KnownVariable(
        String name, KnownType type, KnownText text, boolean typed, boolean fixed, boolean given, List<String> keys) {

    /** The largest number of recorded keys. */
    private static final int MOST = 100;

    /** Returns a variable of an entry. */
    public static KnownVariable declared(String name, KnownType type, KnownText text, boolean typed, boolean fixed) {
        return new KnownVariable(name, type, text, typed, fixed, false, List.of());
    }

    /** Returns a variable of the session. */
    static KnownVariable given(String name, Object value) {
        return new KnownVariable(name, KnownType.of(value), KnownText.UNKNOWN, false, true, true, keys(value));
    }

    /** Returns the variable with the facts that are true for its value. */
    KnownVariable asIs(Object value) {
        boolean same = typed || type.fits(value);
        return new KnownVariable(name, same ? type : KnownType.ANY, text, same && typed, fixed, given, keys(value));
    }

    /** Returns the variable after some classes of the session were redefined. */
    KnownVariable among(Map<String, Class<?>> classes) {
        KnownType now = type.among(classes);
        return now.equals(type) ? this : new KnownVariable(name, now, text, false, fixed, given, keys);
    }

    private static List<String> keys(Object value) {
        if (!(value instanceof HashMap<?, ?> || value instanceof TreeMap<?, ?>)) {
            return List.of(); // reading another kind of map may have side effects
        }
        try {
            return ((Map<?, ?>) value)
                    .keySet().stream()
                            .limit(MOST)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (ConcurrentModificationException e) {
            return List.of(); // another thread is changing it
        }
    }
}
