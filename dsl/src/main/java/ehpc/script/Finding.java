package ehpc.script;

import ehpc.api.Nearest;
import java.util.Collection;
import java.util.Optional;

/**
 * Something wrong, still without its place.
 *
 * @param rule what it breaks
 * @param message what is wrong and what would be right
 * @param suggestion the nearest right name; empty where nothing is near
 */
record Finding(Rule rule, String message, Optional<String> suggestion) {

    static Finding of(Rule rule, String message) {
        return new Finding(rule, message, Optional.empty());
    }

    /** A name that is not known: the nearest known one is added where there is one. */
    static Finding unknown(Rule rule, String message, String name, Collection<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        return new Finding(
                rule, message + nearest.map(n -> "; did you mean '" + n + "'?").orElse(""), nearest);
    }
}
