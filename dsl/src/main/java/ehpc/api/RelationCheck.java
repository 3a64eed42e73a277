package ehpc.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks a value against the values beside it. */
final class RelationCheck {

    private RelationCheck() {}

    /** Returns the problem, without the parameter's name. Values that are not numbers are left to {@link ValueCheck}. */
    static Optional<String> problem(ParameterScope scope, Parameter parameter, Object value, NameStyle spelling) {
        Relations relations = parameter.rules().relations();
        if (relations.excludes() != null && scope.given(relations.excludes()) && !ParameterScope.blank(value)) {
            return Optional.of("must not be given together with " + spelling.of(relations.excludes()));
        }
        if (relations.valuesWhen() != null) {
            return values(scope, relations.valuesWhen(), value, spelling);
        }
        Optional<BigDecimal> number = value == null ? Optional.empty() : Values.number(value.toString());
        return number.flatMap(n -> number(scope, relations, n, spelling));
    }

    private static Optional<String> values(
            ParameterScope scope, Relations.Depending<List<String>> when, Object value, NameStyle spelling) {
        String on = scope.effective(when.parameter());
        List<String> valid = on == null ? null : when.by().get(on);
        Optional<BigDecimal> number = Values.number(Phrases.text(value)).filter(Values::isInteger);
        return valid == null
                        || number.isEmpty()
                        || valid.contains(number.get().toBigInteger().toString())
                ? Optional.empty()
                : Optional.of("must be " + Phrases.or(valid) + " when " + spelling.of(when.parameter()) + " is " + on
                        + ", is " + Phrases.show(value));
    }

    private static Optional<String> number(
            ParameterScope scope, Relations relations, BigDecimal number, NameStyle spelling) {
        if (relations.maxWhen() != null) {
            String on = scope.effective(relations.maxWhen().parameter());
            BigDecimal max = on == null ? null : relations.maxWhen().by().get(on);
            return max == null || number.compareTo(max) <= 0
                    ? Optional.empty()
                    : Optional.of("must be at most " + max + " when "
                            + spelling.of(relations.maxWhen().parameter()) + " is " + on + ", is "
                            + Values.text(number));
        }
        if (relations.lessThan() != null) {
            return other(scope, relations.lessThan())
                    .filter(other -> number.compareTo(other) >= 0)
                    .map(other -> compared("less than", spelling.of(relations.lessThan()), other, number));
        }
        if (relations.atLeast() != null) {
            return other(scope, relations.atLeast())
                    .filter(other -> number.compareTo(other) < 0)
                    .map(other -> compared("at least", spelling.of(relations.atLeast()), other, number));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> other(ParameterScope scope, String name) {
        return scope.given(name) ? Values.number(scope.effective(name)) : Optional.empty();
    }

    private static String compared(String how, String name, BigDecimal other, BigDecimal number) {
        return "must be " + how + " " + name + " (" + Values.text(other) + "), is " + Values.text(number);
    }
}
