package ehpc.api;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain values: text, numbers, booleans, and lists and maps of them. */
final class Values {

    private static final String MASK = "***";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,400}");

    private Values() {}

    /** Returns a deeply immutable copy without null values. */
    static Map<String, Object> copy(Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(name.toString(), plain(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof UnknownValue || value instanceof Secret) {
            return value;
        }
        if (value instanceof Collection<?> many) {
            List<Object> list = new ArrayList<>();
            many.forEach(one -> list.add(one == null ? null : plain(one)));
            return Collections.unmodifiableList(list);
        }
        if (value.getClass().isArray()) {
            return plain(elements(value));
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static List<Object> elements(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    /** Returns a number without an exponent; {@code 3} for a double of {@code 3.0}. */
    static String text(Number number) {
        boolean binary = number instanceof Double || number instanceof Float;
        return number(number.toString())
                .map(decimal ->
                        binary && isInteger(decimal) ? decimal.toBigInteger().toString() : decimal.toPlainString())
                .orElseGet(number::toString);
    }

    /** Returns the number in a text, in plain or scientific form; empty if it is not a number or absurdly long. */
    static Optional<BigDecimal> number(String text) {
        if (text.length() > 400 || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** Returns the integer in a text of digits. */
    static Optional<BigDecimal> integer(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Returns whether an integer fits 32 or 64 bits. */
    static boolean fits(BigDecimal number, boolean wide) {
        return number.toBigInteger().bitLength() < (wide ? Long.SIZE : Integer.SIZE);
    }

    static boolean isInteger(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    static Optional<Object> at(Map<String, Object> from, String path) {
        Object here = from;
        for (String step : path.split("\\.")) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(here);
    }

    @SuppressWarnings("unchecked") // only plain() creates lists
    static List<Object> asList(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of(value);
    }

    @SuppressWarnings("unchecked") // only copy() creates maps
    static Map<String, Object> asMap(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of("", value);
    }

    /**
     * Returns the parameters with secret values replaced. Unknown names count as secret, since they may be misspelt, and so do texts in
     * place of a structure with secrets.
     */
    static Map<String, Object> masked(Operation operation, Map<String, Object> parameters) {
        boolean secrets = operation.parameters().stream().anyMatch(Parameter::holdsSecret);
        Map<String, Object> shown = new LinkedHashMap<>();
        parameters.forEach((name, value) -> shown.put(name, mask(operation.parameter(name), value, secrets)));
        return shown;
    }

    private static Object mask(Optional<Parameter> parameter, Object value, boolean secrets) {
        if (parameter.isEmpty()) {
            return secrets ? MASK : value;
        }
        Parameter known = parameter.get();
        if (known.secret() || value == null || !known.holdsSecret()) {
            return known.secret() ? MASK : value;
        }
        if (value instanceof List<?> list) {
            List<Object> shown = new ArrayList<>();
            list.forEach(one -> shown.add(mask(parameter, one, true)));
            return shown;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> shown = new LinkedHashMap<>();
            map.forEach((name, field) -> shown.put(name, mask(known.field(name.toString()), field, true)));
            return shown;
        }
        return MASK;
    }
}
