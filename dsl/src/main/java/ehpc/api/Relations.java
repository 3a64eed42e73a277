package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The dependencies of a parameter on others beside it. A missing one is null.
 *
 * @param requiredWhen when it is required
 * @param effectiveWhen when the service uses it
 * @param valuesWhen the valid values by another parameter's value
 * @param maxWhen the maximum by another parameter's value
 * @param excludes the parameter that excludes it
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
     * A property that depends on another parameter's value.
     *
     * @param parameter the other parameter
     * @param by the property by that value, in documented order
     */
    public record Depending<T>(String parameter, Map<String, T> by) {}
}
