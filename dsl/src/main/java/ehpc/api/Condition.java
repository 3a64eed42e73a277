package ehpc.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition on the parameters beside its own: fields of the same object, else parameters of the operation.
 *
 * @param kind the kind of condition
 * @param parameters their names, at least one
 * @param value the value that {@link Kind#IS} requires, else null
 */
public record Condition(Kind kind, List<String> parameters, String value) {

    /** The kind of a condition. */
    public enum Kind {
        /** The parameter has the value. */
        IS,
        /** Any of the parameters is given. */
        GIVEN,
        /** Each of the parameters is given. */
        ALL_GIVEN,
        /** The parameter is not given. */
        MISSING
    }

    /**
     * Returns whether it holds.
     *
     * @param values returns the text of a parameter or its default; null if it has neither
     * @param given returns whether a parameter is given
     */
    public boolean holds(Function<String, String> values, Predicate<String> given) {
        return switch (kind) {
            case IS -> value.equals(values.apply(parameters.get(0)));
            case GIVEN -> parameters.stream().anyMatch(given);
            case ALL_GIVEN -> parameters.stream().allMatch(given);
            case MISSING -> !given.test(parameters.get(0));
        };
    }

    /** Returns the condition as text: {@code EcsChargeType is PrePaid}. */
    @Override
    public String toString() {
        return text(NameStyle.SERVICE);
    }

    /** Returns the condition as text, with the names in a spelling. */
    String text(NameStyle spelling) {
        List<String> names = spelling.of(parameters);
        return switch (kind) {
            case IS -> names.get(0) + " is " + value;
            case GIVEN -> Phrases.or(names) + " is given";
            case ALL_GIVEN -> String.join(" and ", names) + " are given";
            case MISSING -> names.get(0) + " is not given";
        };
    }
}
