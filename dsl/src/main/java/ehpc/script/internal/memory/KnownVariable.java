package ehpc.script.internal.memory;

import java.util.Map;

/**
 * A variable that entries to come may use.
 *
 * @param type what is known of its values
 * @param text how the text that it holds was made
 * @param typed whether its declaration says the type, so that it takes no other values
 * @param fixed whether it takes no other value at all
 * @param given whether the session gives it itself: a result, or the last failure
 */
public record KnownVariable(String name, KnownType type, KnownText text, boolean typed, boolean fixed, boolean given) {

    /** One that an entry declares. */
    public static KnownVariable declared(String name, KnownType type, KnownText text, boolean typed, boolean fixed) {
        return new KnownVariable(name, type, text, typed, fixed, false);
    }

    /** One that the session gives itself. */
    static KnownVariable given(String name, Object value) {
        return new KnownVariable(name, KnownType.of(value), KnownText.UNKNOWN, false, true, true);
    }

    /** The same, as far as it is true of a value. */
    KnownVariable asIs(Object value) {
        return typed || type.fits(value) ? this : new KnownVariable(name, KnownType.ANY, text, false, fixed, given);
    }

    /** The same, where some of the session's classes were defined anew. */
    KnownVariable among(Map<String, Class<?>> classes) {
        KnownType now = type.among(classes);
        return now.equals(type) ? this : new KnownVariable(name, now, text, false, fixed, given);
    }
}
