package ehpc.api;

import ehpc.api.Parameter.Rules;
import ehpc.api.Parameter.Type;
import ehpc.api.Problem.Kind;
import ehpc.text.Nearest;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a value against its parameter's own rules. Messages omit the parameter's name. */
final class ValueCheck {

    private ValueCheck() {}

    /** Returns the problem of a text, number or boolean. */
    static Optional<Problem> problem(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case INTEGER, LONG -> integer(parameter, value);
            case FLOAT -> decimal(parameter, value);
            case BOOLEAN -> flag(parameter, value);
            default -> text(parameter, value);
        };
    }

    /** Returns the problem of a text, which may be given as a number or boolean. */
    static Optional<Problem> text(Parameter parameter, Object value) {
        if (value instanceof Map || value instanceof List) {
            return wrongType(parameter, "text", value);
        }
        String text = Phrases.text(value);
        Rules rules = parameter.rules();
        if (rules.min() != null || rules.max() != null || rules.decimals() != null) {
            return decimal(parameter, value);
        }
        int length = text.codePointCount(0, text.length());
        if (text.indexOf('\0') >= 0) {
            return wrong("must not contain a NUL character");
        }
        if (below(length, rules.minLength()) || above(length, rules.maxLength())) {
            String lengths = Phrases.counted(rules.minLength(), rules.maxLength(), "character");
            return wrong("must be " + lengths + (parameter.secret() ? "" : ", is " + length));
        }
        return oneOf(parameter, value).or(() -> form(parameter, text));
    }

    /** Returns the problem of the size of a list. */
    static Optional<Problem> count(Parameter parameter, int count) {
        Integer documented = parameter.rules().minItems();
        Integer min = documented == null && parameter.type() != Type.JSON ? Integer.valueOf(1) : documented;
        Integer max = parameter.rules().maxItems();
        return below(count, min) || above(count, max)
                ? wrong("must have " + Phrases.counted(min, max, "element") + ", has " + count)
                : Optional.empty();
    }

    /** Returns the problem of a value whose type the parameter does not take. */
    static Optional<Problem> wrongType(Parameter parameter, String what, Object value) {
        return Optional.of(Problem.of(Kind.WRONG_TYPE, mustBe(parameter, what, value)));
    }

    private static Optional<Problem> wrong(String message) {
        return Optional.of(Problem.of(Kind.WRONG_VALUE, message));
    }

    /** Returns {@code must be RULE, is VALUE}; omits the value of a secret. */
    private static String mustBe(Parameter parameter, String what, Object value) {
        return "must be " + what + (parameter.holdsSecret() ? "" : ", is " + Phrases.show(value));
    }

    /** Returns the type of a parameter in words, with an article. */
    static String typeName(Parameter parameter) {
        Type type = parameter.content();
        String name = parameter.typeName();
        if (type == Type.STRING || type == Type.BOOLEAN) {
            return name;
        }
        return (name.startsWith("object") ? "an " : "a ") + name;
    }

    private static Optional<Problem> integer(Parameter parameter, Object value) {
        Optional<BigDecimal> number = value instanceof Number
                ? Values.number(value.toString()).filter(Values::isInteger)
                : Values.integer(Phrases.text(value));
        if (number.isEmpty()) {
            return wrongType(parameter, "a whole number", value);
        }
        boolean wide = parameter.type() == Type.LONG;
        if (!Values.fits(number.get(), wide)) {
            return wrongType(parameter, "a whole number of at most " + (wide ? 64 : 32) + " bits", value);
        }
        return range(parameter, number.get(), value)
                .or(() -> oneOf(parameter, number.get().toBigInteger()));
    }

    private static Optional<Problem> decimal(Parameter parameter, Object value) {
        Optional<BigDecimal> number = Values.number(Phrases.text(value));
        if (number.isEmpty()) {
            return wrongType(parameter, "a number", value);
        }
        Integer decimals = parameter.rules().decimals();
        if (decimals != null && number.get().stripTrailingZeros().scale() > decimals) {
            return wrongType(parameter, "a number with at most " + decimals + " decimals", value);
        }
        return range(parameter, number.get(), value).or(() -> oneOf(parameter, value));
    }

    private static Optional<Problem> flag(Parameter parameter, Object value) {
        return List.of("true", "false").contains(Phrases.text(value))
                ? Optional.empty()
                : wrongType(parameter, "true or false", value);
    }

    private static Optional<Problem> range(Parameter parameter, BigDecimal number, Object value) {
        Rules rules = parameter.rules();
        boolean low = rules.min() != null && number.compareTo(rules.min()) < 0;
        boolean high = rules.max() != null && number.compareTo(rules.max()) > 0;
        if (!low && !high) {
            return Optional.empty();
        }
        String unit = rules.unit() == null ? "" : " " + rules.unit();
        return wrong(mustBe(parameter, Phrases.range(rules.min(), rules.max()) + unit, value));
    }

    private static Optional<Problem> oneOf(Parameter parameter, Object value) {
        List<String> valid = parameter.rules().values();
        String text = Phrases.text(value);
        List<String> parts = parameter.rules().separator() == null
                ? List.of(text)
                : List.of(text.split(parameter.rules().separator(), -1));
        return valid.isEmpty()
                ? Optional.empty()
                : parts.stream()
                        .filter(part -> !valid.contains(part))
                        .findFirst()
                        .map(part -> notValid(parameter, part, part.equals(text) ? value : part));
    }

    private static Problem notValid(Parameter parameter, String part, Object shown) {
        List<String> valid = parameter.rules().values();
        Optional<String> nearest = Values.number(part).isPresent() ? Optional.empty() : Nearest.to(part, valid);
        String message = mustBe(parameter, Phrases.or(valid), shown) + Nearest.hint(nearest);
        return new Problem("", Kind.WRONG_VALUE, message, nearest);
    }

    private static Optional<Problem> form(Parameter parameter, String text) {
        Rules rules = parameter.rules();
        if (rules.pattern() != null && !rules.pattern().matcher(text).matches()) {
            return wrong(mustBe(parameter, rules.form(), text));
        }
        if (rules.maxBytes() != null && Base64.getDecoder().decode(text).length > rules.maxBytes()) {
            int bytes = Base64.getDecoder().decode(text).length;
            return wrong("must be Base64 text of at most " + rules.maxBytes() + " bytes, has " + bytes);
        }
        for (String prefix : rules.forbiddenPrefixes()) {
            if (text.startsWith(prefix)) {
                return wrong("must not start with '" + prefix + "'");
            }
        }
        return rules.forbiddenParts().stream()
                .filter(text::contains)
                .findFirst()
                .flatMap(part -> wrong("must not contain '" + part + "'"));
    }

    private static boolean below(int count, Integer min) {
        return min != null && count < min;
    }

    private static boolean above(int count, Integer max) {
        return max != null && count > max;
    }
}
