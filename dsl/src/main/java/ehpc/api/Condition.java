package ehpc.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition on parameters beside the one it belongs to: fields of the same object, else parameters of the operation.
 *
 * @param kind what is asked of them
 * @param parameters their names, at least one
 * @param value the value asked for by {@link Kind#IS}, else null
 */
public record Condition(Kind kind, List<String> parameters, String value) {

    /** What a condition asks. */
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
     * Whether it holds.
     *
     * @param values gives a parameter's text by its name, null for one that is neither given nor has a default
     * @param given tells whether a parameter is given
     */
    public boolean holds(Function<String, String> values, Predicate<String> given) {
        return switch (kind) {
            case IS -> value.equals(values.apply(parameters.get(0)));
            case GIVEN -> parameters.stream().anyMatch(given);
            case ALL_GIVEN -> parameters.stream().allMatch(given);
            case MISSING -> !given.test(parameters.get(0));
        };
    }

    /** The condition in words: {@code EcsChargeType is PrePaid}. */
    @Override
    public String toString() {
        return told(Spelling.SERVICE);
    }

    /** The condition in words, with the names in a spelling. */
    String told(Spelling spelling) {
        List<String> names = spelling.of(parameters);
        return switch (kind) {
            case IS -> names.get(0) + " is " + value;
            case GIVEN -> Phrases.or(names) + " is given";
            case ALL_GIVEN -> String.join(" and ", names) + " are given";
            case MISSING -> names.get(0) + " is not given";
        };
    }
}
