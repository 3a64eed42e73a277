package ehpc.script.internal.diagnostics;

import ehpc.script.Rule;
import ehpc.text.Nearest;
import java.util.Collection;
import java.util.Optional;

/**
 * A problem without its position.
 *
 * @param rule the violated rule
 * @param message the problem and its correction
 * @param suggestion the most similar correct name; empty if there is none
 */
public record Finding(Rule rule, String message, Optional<String> suggestion) {

    public static Finding of(Rule rule, String message) {
        return new Finding(rule, message, Optional.empty());
    }

    /** Returns a finding for an unknown name, with the most similar property, or else the most similar method. */
    public static Finding unknown(
            Rule rule, String message, String name, Collection<String> names, Collection<String> called) {
        return Nearest.to(name, names).isPresent()
                ? unknown(rule, message, name, names)
                : Nearest.to(name, called)
                        .map(near -> near + "()")
                        .map(near -> new Finding(rule, message + "; did you mean '" + near + "'?", Optional.of(near)))
                        .orElseGet(() -> of(rule, message));
    }

    /** Returns a finding for an unknown name, with the most similar known one, or else all known ones. */
    public static Finding unknownOf(Rule rule, String message, String name, Collection<String> known) {
        return new Finding(rule, message + Nearest.hintOrAll(name, known), Nearest.to(name, known));
    }

    /** Returns a finding for an unknown name, with the most similar known one if there is one. */
    public static Finding unknown(Rule rule, String message, String name, Collection<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        return new Finding(
                rule, message + nearest.map(n -> "; did you mean '" + n + "'?").orElse(""), nearest);
    }
}
