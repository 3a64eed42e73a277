package ehpc.api;

import ehpc.text.VisibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The wordings that messages and help share. */
public final class Phrases {

    private static final int SHOWN = 60;

    private Phrases() {}

    /** {@code A, B or C}; whole numbers in a row are drawn together: {@code 1 to 9, 12 or 24}. */
    public static String or(List<String> values) {
        List<String> shown = runs(values);
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        int last = shown.size() - 1;
        return String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }

    /** {@code 1 to 50}, {@code at least 1}, {@code at most 50} or {@code 6}. */
    public static String range(Number min, Number max) {
        if (min == null) {
            return "at most " + Values.text(max);
        }
        if (max == null) {
            return "at least " + Values.text(min);
        }
        return min.equals(max) ? Values.text(min) : Values.text(min) + " to " + Values.text(max);
    }

    /** A value as text, a number without an exponent. */
    public static String text(Object value) {
        return value instanceof Number number ? Values.text(number) : String.valueOf(value);
    }

    /** {@code 16 elements}, {@code at least 1 element}. */
    public static String counted(Integer min, Integer max, String one) {
        boolean single = max == null ? min == 1 : max == 1;
        return range(min != null && min == 0 && max != null ? null : min, max) + " " + one + (single ? "" : "s");
    }

    /** Returns a value as messages show it, shortened to one line: text in quotes, numbers and booleans without. */
    static String show(Object value) {
        if (value instanceof Number number) {
            return Values.text(number);
        }
        if (value instanceof Boolean || value instanceof UnknownValue) {
            return value.toString();
        }
        if (value instanceof Secret) {
            return "a secret";
        }
        return "'" + shortened(value instanceof String text ? text : Json.text(named(value))) + "'";
    }

    /** A value in which secrets stand by their names, for whoever has to find one that is out of place. */
    private static Object named(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> named = new LinkedHashMap<>();
            map.forEach((name, inner) -> named.put(name, named(inner)));
            return named;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Phrases::named).collect(Collectors.toCollection(ArrayList::new));
        }
        return value instanceof Secret secret ? "secret '" + secret.name() + "'" : value;
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        return VisibleText.line(text.substring(0, end)) + (end < text.length() ? "..." : "");
    }

    private static List<String> runs(List<String> values) {
        List<String> runs = new ArrayList<>();
        int from = 0;
        while (from < values.size()) {
            int to = from;
            while (to + 1 < values.size() && follows(values.get(to), values.get(to + 1))) {
                to++;
            }
            if (to - from > 1) {
                runs.add(values.get(from) + " to " + values.get(to));
            } else {
                runs.addAll(values.subList(from, to + 1));
            }
            from = to + 1;
        }
        return runs;
    }

    private static boolean follows(String first, String second) {
        return Values.wholeNumber(first)
                .map(BigDecimal.ONE::add)
                .flatMap(next -> Values.wholeNumber(second).map(next::equals))
                .orElse(false);
    }
}
