package ehpc.script.internal.diagnostics;

import ehpc.script.Rule;
import ehpc.text.Nearest;
import java.util.Collection;
import java.util.Optional;

/**
 * Something wrong, still without its place.
 *
 * @param rule what it breaks
 * @param message what is wrong and what would be right
 * @param suggestion the nearest right name; empty where nothing is near
 */
public record Finding(Rule rule, String message, Optional<String> suggestion) {

    public static Finding of(Rule rule, String message) {
        return new Finding(rule, message, Optional.empty());
    }

    /** Returns a name that is not known: the nearest of the first names is added, or else of the second, which are called. */
    public static Finding unknown(
            Rule rule, String message, String name, Collection<String> names, Collection<String> called) {
        return Nearest.to(name, names).isPresent()
                ? unknown(rule, message, name, names)
                : Nearest.to(name, called)
                        .map(near -> near + "()")
                        .map(near -> new Finding(rule, message + "; did you mean '" + near + "'?", Optional.of(near)))
                        .orElseGet(() -> of(rule, message));
    }

    /** Returns a name that is not known: the nearest known one is added, or else all. */
    public static Finding unknownOf(Rule rule, String message, String name, Collection<String> known) {
        return new Finding(rule, message + Nearest.hintOrAll(name, known), Nearest.to(name, known));
    }

    /** Returns a name that is not known: the nearest known one is added where there is one. */
    public static Finding unknown(Rule rule, String message, String name, Collection<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        return new Finding(
                rule, message + nearest.map(n -> "; did you mean '" + n + "'?").orElse(""), nearest);
    }
}
