package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How a parameter depends on others beside it. What is not set is null.
 *
 * @param requiredWhen when it must be given
 * @param effectiveWhen when the service looks at it at all
 * @param valuesWhen the valid values by another parameter's value
 * @param maxWhen the greatest number by another parameter's value
 * @param excludes the parameter that must not be given together with it
 * @param lessThan the parameter whose number must be greater
 * @param atLeast the parameter whose number must not be greater
 */
public record Relations(
        Condition requiredWhen,
        Condition effectiveWhen,
        Depending<List<String>> valuesWhen,
        Depending<BigDecimal> maxWhen,
        String excludes,
        String lessThan,
        String atLeast) {

    /**
     * Something that depends on another parameter's value.
     *
     * @param parameter the other parameter
     * @param by what holds, by its values in documented order
     */
    public record Depending<T>(String parameter, Map<String, T> by) {}
}
